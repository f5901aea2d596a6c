package dev.frostbyte.parsers.pdf;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Holds a page back until its neighbours are known, and lays it out then. One thread. */
final class PageWindow {
  /** Pages before and after that are compared: two, for left and right pages. */
  private static final int REACH = 2;

  private final Deque<List<RunningText.Mark>> before = new ArrayDeque<>();
  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private final List<Piece> pieces = new ArrayList<>();

  void add(PageText page) {
    waiting.add(new Waiting(page, RunningText.marks(page)));
    if (waiting.size() > REACH) {
      layOut();
    }
  }

  /** All pieces; no page comes after. */
  List<Piece> finish() {
    while (!waiting.isEmpty()) {
      layOut();
    }
    return pieces;
  }

  private void layOut() {
    Waiting page = waiting.remove();
    List<List<RunningText.Mark>> neighbours = new ArrayList<>(before);
    waiting.forEach(next -> neighbours.add(next.marks()));
    pieces.addAll(PageLayout.of(page.text(), RunningText.running(page.marks(), neighbours)));
    before.add(page.marks());
    if (before.size() > REACH) {
      before.remove();
    }
  }

  private record Waiting(PageText text, List<RunningText.Mark> marks) {}
}
