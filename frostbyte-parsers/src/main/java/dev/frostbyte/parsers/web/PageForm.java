package dev.frostbyte.parsers.web;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.HiddenChannel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;

/**
 * Tells what a form says from what it is worked with: the value of a field and the chosen entries
 * of a list are text of the page; entries nobody chose and the words on buttons are furniture;
 * values that a browser does not show are hidden. Stateless.
 */
final class PageForm {
  /** A button in one of these is how a page folds its text up. */
  private static final String FOLDED = "h[1-6]|summary|dt|th|legend|caption";

  private PageForm() {}

  /**
   * Takes a list of choices or a button whole.
   *
   * @param hides how it is hidden; empty when it is seen
   * @return false when the element is neither and its content is text as any other
   */
  static boolean take(Element element, Optional<HiddenChannel> hides, PageWriter writer) {
    switch (element.normalName()) {
      case "select" -> choices(element, hides, writer);
      case "datalist" -> writer.hidden(hides.orElse(HiddenChannel.MARKED_HIDDEN), element.text());
      case "button" -> {
        if (folds(element)) {
          return false;
        }
        aside(element.text(), hides, writer);
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Takes a field of one line. */
  static void input(Element field, Optional<HiddenChannel> hides, PageWriter writer) {
    String value = field.attr("value");
    switch (field.attr("type").strip().toLowerCase(Locale.ROOT)) {
      case "hidden", "password", "checkbox", "radio" ->
          writer.hidden(HiddenChannel.MARKED_HIDDEN, value);
      case "submit", "reset", "button", "image" -> aside(value, hides, writer);
      default -> {
        if (hides.isEmpty()) {
          writer.text(" " + value + " ", false);
        }
      }
    }
  }

  private static void choices(Element list, Optional<HiddenChannel> hides, PageWriter writer) {
    List<Element> options = list.select("option");
    List<Element> chosen = chosen(list, options);
    Set<Element> taken = Collections.newSetFromMap(new IdentityHashMap<>());
    taken.addAll(chosen);
    List<String> left = new ArrayList<>(list.select("optgroup[label]").eachAttr("label"));
    options.stream().filter(each -> !taken.contains(each)).map(PageForm::words).forEach(left::add);
    if (hides.isEmpty()) {
      writer.text(
          " " + chosen.stream().map(PageForm::words).collect(Collectors.joining(" ")) + " ", false);
    } else {
      chosen.forEach(option -> writer.hidden(hides.get(), words(option)));
    }
    left.removeIf(String::isBlank);
    aside(String.join("\n", left), hides, writer);
  }

  /** HTML 5, 4.10.7: of a list that shows one entry the last selected one counts, or the first. */
  private static List<Element> chosen(Element list, List<Element> options) {
    List<Element> selected = options.stream().filter(each -> each.hasAttr("selected")).toList();
    boolean one =
        !list.hasAttr("multiple") && !list.attr("size").matches("\\s*0*[2-9].*|\\s*0*1\\d.*");
    if (!one || options.isEmpty()) {
      return selected;
    }
    Element first =
        options.stream()
            .filter(each -> !each.hasAttr("disabled"))
            .findFirst()
            .orElse(options.getFirst());
    return List.of(selected.isEmpty() ? first : selected.getLast());
  }

  /** HTML 5, 4.10.10: a label takes the place of the words where it has any. */
  private static String words(Element option) {
    String label = option.attr("label");
    return label.isBlank() ? option.text() : label;
  }

  private static boolean folds(Element button) {
    return button.hasAttr("aria-expanded")
        || button.parents().stream().anyMatch(around -> around.normalName().matches(FOLDED));
  }

  private static void aside(String words, Optional<HiddenChannel> hides, PageWriter writer) {
    if (hides.isPresent()) {
      writer.hidden(hides.get(), words);
    } else if (!words.isBlank()) {
      writer.behind(Block.furniture(Block.Furniture.Role.BOILERPLATE, words, List.of()));
    }
  }
}
