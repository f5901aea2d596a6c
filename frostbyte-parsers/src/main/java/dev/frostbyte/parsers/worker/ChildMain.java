package dev.frostbyte.parsers.worker;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Entry point of a child. Started by {@link ProcessHost} only: speaks the frame protocol on
 * standard input and output and ends when its parent is gone, even in the middle of a document.
 */
final class ChildMain {
  /** Exit code of the JVM flag {@code ExitOnOutOfMemoryError}; ours for the same reason. */
  static final int OUT_OF_MEMORY = 3;

  private ChildMain() {}

  /** Serves documents until standard input ends. */
  public static void main(String[] arguments) {
    InputStream in = new FileInputStream(FileDescriptor.in);
    OutputStream out = new FileOutputStream(FileDescriptor.out);
    System.setIn(InputStream.nullInputStream());
    System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    int code = new ChildLoop(in, out, ChildMain::leave).serve();
    leave(code);
  }

  private static void leave(int code) {
    TempFolder.delete(Path.of(System.getProperty("java.io.tmpdir", "")));
    Runtime.getRuntime().halt(code);
  }
}
