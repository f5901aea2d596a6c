package dev.frostbyte.core.chunk;

import dev.frostbyte.api.model.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The headings that are open at a place, outermost first. One thread. */
final class HeadingPath {
  private final Deque<Open> open = new ArrayDeque<>();

  private record Open(int level, Span span) {}

  /** Closes headings of this level and below. */
  void leave(int level) {
    while (!open.isEmpty() && open.getLast().level() >= level) {
      open.removeLast();
    }
  }

  void enter(int level, Span span) {
    if (span.length() > 0) {
      open.addLast(new Open(level, span));
    }
  }

  List<Span> spans() {
    List<Span> spans = new ArrayList<>();
    open.forEach(heading -> spans.add(heading.span()));
    return spans;
  }
}
