package dev.frostbyte.parsers.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Rules of the page's own style sheets, applied to its elements. Only rules that can hide something
 * are taken, the more specific one wins, and of two the later. Immutable once made.
 *
 * @param said what the sheets say about each element; elements they do not touch are absent
 * @param limits sentences about what was not read, with both numbers; none when all was
 * @param undecided selectors that hide something here although it cannot be told whether they would
 */
record StyleRules(Map<Element, Declarations> said, List<String> limits, int undecided) {
  /** Each may be looked for in the whole page. */
  static final int MOST_SELECTORS = 20_000;

  /** Elements that are looked at, by all parts of all selectors together; some seconds. */
  static final long MOST_LOOKS = 5_000_000;

  /** Letters of all sheets, without what addresses hold; pictures and fonts may stand in those. */
  static final int MOST_CHARACTERS = 1 << 22;

  /** What the sheets say of a page. */
  static StyleRules of(Document page) {
    StringBuilder sheet = new StringBuilder();
    page.select("style").forEach(style -> sheet.append(style.data()).append('\n'));
    return sheet.toString().isBlank()
        ? new StyleRules(Map.of(), List.of(), 0)
        : new Cascade(page).apply(StyleText.plain(sheet.toString()));
  }

  /** The selectors of a list; commas in brackets and strings part none. */
  static List<String> split(String selectors) {
    List<String> all = new ArrayList<>();
    int start = 0;
    int open = 0;
    char quote = 0;
    for (int at = 0; at < selectors.length(); at++) {
      char letter = selectors.charAt(at);
      if (letter == '\\') {
        at++;
      } else if (quote != 0 || letter == '"' || letter == '\'') {
        quote = quote == 0 ? letter : quote == letter ? 0 : quote;
      } else if (letter == ',' && open <= 0) {
        all.add(selectors.substring(start, at).strip());
        start = at + 1;
      } else {
        open += "([".indexOf(letter) >= 0 ? 1 : ")]".indexOf(letter) >= 0 ? -1 : 0;
      }
    }
    all.add(selectors.substring(start).strip());
    return all;
  }

  private record Selected(String selector, Declarations said, int specificity) {}

  /** Applies the rules of a page. */
  private static final class Cascade {
    private final Document page;
    private final ElementIndex index;
    private final Map<Element, Declarations> said = new IdentityHashMap<>();
    private final List<String> limits = new ArrayList<>();
    private final List<Selected> decided = new ArrayList<>();
    private final List<Selected> undecided = new ArrayList<>();

    Cascade(Document page) {
      this.page = page;
      this.index = new ElementIndex(page, MOST_LOOKS);
    }

    StyleRules apply(String sheets) {
      int read = Math.min(sheets.length(), MOST_CHARACTERS);
      limit("characters", sheets.length(), read);
      StyleSheet sheet = StyleSheet.read(sheets.substring(0, read));
      limit("rules", sheet.rules().size() + sheet.unread(), sheet.rules().size());
      UnreadRules unread = sheet.others();
      if (read < sheets.length()) {
        unread.addAnything();
      }
      sheet.rules().forEach(this::take);
      applyDecided(unread);
      int doubtful = applyUndecided(unread);
      unread.apply(page, said);
      return new StyleRules(said, List.copyOf(limits), doubtful);
    }

    private void limit(String what, long found, long read) {
      if (found > read) {
        limits.add("The style sheets have " + found + " " + what + "; " + read + " are read.");
      }
    }

    private void take(StyleSheet.Rule rule) {
      Declarations declared = Declarations.parse(rule.declarations());
      List<CssSelector> selectors;
      try {
        selectors = SelectorReader.list(rule.selectors());
      } catch (IllegalArgumentException e) {
        return; // As in browsers, one invalid selector makes the whole rule say nothing.
      }
      List<String> texts = split(rule.selectors());
      for (int at = 0; at < selectors.size(); at++) {
        CssSelector selector = selectors.get(at);
        (selector.judged() ? decided : undecided)
            .add(new Selected(texts.get(at), declared, selector.specificity()));
      }
    }

    /** The less specific ones first (CSS Cascade 4, 6.1). */
    private void applyDecided(UnreadRules unread) {
      decided.sort(Comparator.comparingInt(Selected::specificity));
      int applied = 0;
      for (Selected each : decided) {
        Optional<List<Element>> selected =
            applied < MOST_SELECTORS ? select(each) : Optional.empty();
        if (selected.isPresent()) {
          selected.get().forEach(element -> say(element, each.said()));
          applied++;
        } else {
          unread.add(SelectorReader.one(each.selector()), each.said());
        }
      }
      limit("selectors", decided.size(), applied);
    }

    /** What might be selected and would be hidden is; what would be shown is not. */
    private int applyUndecided(UnreadRules unread) {
      int hiding = 0;
      for (Selected each : undecided) {
        CssSelector selector = SelectorReader.one(each.selector());
        if (Looks.mayHide(each.said()) && !selector.never()) {
          Optional<List<Element>> selected = index.select(selector);
          selected.ifPresentOrElse(
              all -> all.forEach(element -> say(element, UnreadRules.HIDDEN)),
              () -> unread.add(selector, each.said()));
          hiding += selected.filter(List::isEmpty).isPresent() ? 0 : 1;
        }
      }
      return hiding;
    }

    private Optional<List<Element>> select(Selected selected) {
      return index.select(SelectorReader.one(selected.selector()));
    }

    private void say(Element element, Declarations declared) {
      said.merge(element, declared, Declarations::then);
    }
  }
}
