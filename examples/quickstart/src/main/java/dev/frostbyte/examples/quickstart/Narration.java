package dev.frostbyte.examples.quickstart;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Tells what happens, and counts promises kept and broken. One thread. */
final class Narration {
  private final PrintStream out;
  private final List<String> broken = new ArrayList<>();
  private int kept;

  private Narration(PrintStream out) {
    this.out = out;
  }

  static Narration onStandardOutput() {
    return new Narration(
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
  }

  void chapter(String title) {
    out.println();
    out.println(title);
    out.println("-".repeat(title.length()));
  }

  void line(String text) {
    out.println(text);
  }

  /** A promise that is checked here and now. */
  void promise(boolean holds, String what) {
    out.println((holds ? "  [ok] " : "  [BROKEN] ") + what);
    if (holds) {
      kept++;
    } else {
      broken.add(what);
    }
  }

  /** The process's exit code. */
  int end(Duration took) {
    out.println();
    out.println(
        kept + " promises kept, " + broken.size() + " broken, in " + took.toSeconds() + " s.");
    broken.forEach(what -> out.println("BROKEN: " + what));
    return broken.isEmpty() ? 0 : 1;
  }
}
