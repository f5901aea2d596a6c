package dev.frostbyte.core.document;

import java.io.IOException;

/**
 * Takes the bytes of the files that lie in one document, file after file. One thread; closing lets
 * go of all of them.
 */
public interface AttachedSink extends AutoCloseable {
  /** Keeps nothing: for whoever only wants to know what lies in a document. */
  AttachedSink NONE =
      new AttachedSink() {
        @Override
        public void write(byte[] bytes) {}

        @Override
        public void end() {}

        @Override
        public void drop() {}

        @Override
        public void close() {}
      };

  /** Takes more bytes of the file under way, which begins with the first. */
  void write(byte[] bytes) throws IOException;

  /** The file is whole. */
  void end() throws IOException;

  /** The file under way, if there is one, is not wanted. */
  void drop();

  @Override
  void close();
}
