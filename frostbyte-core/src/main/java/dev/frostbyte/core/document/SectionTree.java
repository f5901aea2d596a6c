package dev.frostbyte.core.document;

import dev.frostbyte.api.model.Element;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The sections that headings make of a row of elements. Stateless. */
final class SectionTree {
  private SectionTree() {}

  /**
   * A heading with all that stands under it, deeper sections included.
   *
   * @param heading number of its heading
   * @param level of the heading
   * @param parent index of the section it stands in, -1 for none
   * @param end one past its last element
   */
  record Section(int heading, int level, int parent, int end) {}

  /** Sections in the order of their headings. */
  static List<Section> of(List<Element> elements) {
    List<Section> sections = new ArrayList<>();
    Deque<Integer> open = new ArrayDeque<>();
    for (Element element : elements) {
      if (element instanceof Element.Heading heading) {
        close(sections, open, heading.level(), heading.number());
        int parent = open.isEmpty() ? -1 : open.peek();
        open.push(sections.size());
        sections.add(new Section(heading.number(), heading.level(), parent, elements.size()));
      }
    }
    return sections;
  }

  private static void close(List<Section> sections, Deque<Integer> open, int level, int end) {
    while (!open.isEmpty() && sections.get(open.peek()).level() >= level) {
      int index = open.pop();
      Section section = sections.get(index);
      sections.set(index, new Section(section.heading(), section.level(), section.parent(), end));
    }
  }
}
