package dev.frostbyte.parsers.worker;

import java.io.File;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Entry point of a child. Started by {@link ProcessHost} only: locks itself, speaks the frame
 * protocol on standard input and output and ends when its parent is gone, even in the middle of a
 * document.
 */
final class ChildMain {
  /** Exit code of the JVM flag {@code ExitOnOutOfMemoryError}; ours for the same reason. */
  static final int OUT_OF_MEMORY = 3;

  /** System property with the paths that must stay readable. */
  static final String READABLE = "frostbyte.child.readable";

  private ChildMain() {}

  /**
   * Serves documents until standard input ends.
   *
   * @param arguments most bytes of address space once locked; none for no lock
   */
  public static void main(String[] arguments) {
    InputStream in = new FileInputStream(FileDescriptor.in);
    OutputStream out = new FileOutputStream(FileDescriptor.out);
    System.setIn(InputStream.nullInputStream());
    System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    ChildEnd end = ChildEnd.start();
    Lock lock = arguments.length == 0 ? Lock.NONE : lock(Long.parseLong(arguments[0]));
    end.leave(new ChildLoop(in, out, lock, end::leave).serve());
  }

  private static Lock lock(long memory) {
    List<Path> readable = new ArrayList<>(JavaHome.paths());
    for (String entry : System.getProperty(READABLE, "").split(File.pathSeparator)) {
      if (!entry.isEmpty()) {
        readable.add(Path.of(entry));
      }
    }
    return SelfLock.take(readable, memory);
  }
}
