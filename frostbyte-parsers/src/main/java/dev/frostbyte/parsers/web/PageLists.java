package dev.frostbyte.parsers.web;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Counts the lists around an item and numbers it. One thread. */
final class PageLists {
  private static final Set<String> LISTS = Set.of("ul", "ol", "menu", "dir");
  private static final int DEEPEST = 99;

  /** Number of the next item; 0 in a list without numbers. */
  private final Deque<Integer> numbers = new ArrayDeque<>();

  void enter(Element element) {
    if (element.normalName().equals("ol")) {
      numbers.push(number(element, "start", 1));
    } else if (LISTS.contains(element.normalName())) {
      numbers.push(Integer.MIN_VALUE);
    }
  }

  void leave(Element element) {
    if (LISTS.contains(element.normalName())) {
      numbers.pop();
    }
  }

  /** The item that begins. */
  PageKind item(Element element) {
    int depth = Math.clamp(numbers.size() - 1, 0, DEEPEST);
    if (numbers.isEmpty() || numbers.element() == Integer.MIN_VALUE) {
      return new PageKind.Item(depth, "•");
    }
    int number = number(element, "value", numbers.pop());
    numbers.push(number + 1);
    return new PageKind.Item(depth, number + ".");
  }

  private static int number(Element element, String name, int otherwise) {
    String said = element.attr(name).strip();
    return said.matches("-?\\d{1,8}") ? Integer.parseInt(said) : otherwise;
  }
}
