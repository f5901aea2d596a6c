package dev.frostbyte.core.document;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** The headings under which the next element stands, innermost first. One thread. */
final class HeadingIds {
  private final Deque<Open> open = new ArrayDeque<>();

  private record Open(int level, String id) {}

  /** Leaves headings of this level and deeper. */
  void close(int level) {
    while (!open.isEmpty() && open.peek().level() >= level) {
      open.pop();
    }
  }

  void open(int level, String id) {
    open.push(new Open(level, id));
  }

  /** Id of the innermost one. */
  Optional<String> parent() {
    return Optional.ofNullable(open.peek()).map(Open::id);
  }
}
