package dev.frostbyte.core.chunk;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * Packs section after section and joins neighbours of which one is too small. Looks one group
 * ahead. One thread.
 */
final class Groups implements Iterator<Group> {
  private final Iterator<Section> sections;
  private final Packer packer;
  private final Budget budget;
  private final Deque<Group> ready = new ArrayDeque<>();

  Groups(Iterator<Section> sections, Budget budget) {
    this.sections = sections;
    this.budget = budget;
    this.packer = new Packer(budget);
  }

  @Override
  public boolean hasNext() {
    fill(1);
    return !ready.isEmpty();
  }

  @Override
  public Group next() {
    fill(2);
    if (ready.isEmpty()) {
      throw new NoSuchElementException("the document has no more chunks");
    }
    Group group = ready.removeFirst();
    while (!ready.isEmpty() && joins(group, ready.getFirst())) {
      group = group.with(ready.removeFirst());
      fill(1);
    }
    return group;
  }

  private void fill(int wanted) {
    while (ready.size() < wanted && sections.hasNext()) {
      ready.addAll(packer.pack(sections.next()));
    }
  }

  private boolean joins(Group left, Group right) {
    int length = right.end() - left.start();
    int merge = budget.sizes().merge();
    boolean small = left.end() - left.start() < merge || right.end() - right.start() < merge;
    return right.joinable()
        && small
        && length <= budget.sizes().soft()
        && !left.hasContext()
        && !right.hasContext()
        && budget.fits(
            left.start(),
            right.end(),
            left.units().getFirst().headings(),
            left.units().getFirst().context());
  }
}
