package dev.frostbyte.parsers.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * A pseudo-class or pseudo-element as a page at rest has it. Stateless.
 *
 * @param counts whether it counts as a class (Selectors Level 4, 16)
 * @param inner how specific what it is given is, where that counts instead
 * @param judged false when it is valid but asks what is not known here
 */
record PseudoClass(SimpleSelector test, boolean counts, int inner, boolean judged) {
  private static final SimpleSelector ANY = (element, places) -> true;

  /** States that no element is in before a reader does something. */
  private static final Set<String> STATES =
      words(
          "hover active focus focus-within focus-visible visited target fullscreen"
              + " modal picture-in-picture autofill -webkit-autofill user-valid user-invalid"
              + " popover-open before after first-line first-letter");

  private static final Set<String> UNJUDGED =
      words(
          "enabled required optional read-only read-write indeterminate default placeholder-shown"
              + " valid invalid in-range out-of-range defined open host");
  private static final Set<String> UNJUDGED_OF =
      words("lang dir host host-context state -webkit-any");
  private static final Set<String> ELEMENTS =
      words(
          "before after first-line first-letter selection marker placeholder backdrop cue"
              + " file-selector-button target-text spelling-error grammar-error details-content"
              + " view-transition");
  private static final Set<String> ELEMENTS_OF =
      words(
          "part slotted highlight cue view-transition-group view-transition-image-pair"
              + " view-transition-old view-transition-new");
  private static final Set<String> CONTROLS =
      words("button input select textarea optgroup option fieldset");
  private static final Set<String> OLD_ELEMENTS = words("before after first-line first-letter");
  private static final Pattern NTH =
      Pattern.compile("([+-]?\\d{0,6})n(?:\\s*+([+-])\\s*+(\\d{1,6}))?|([+-]?\\d{1,6})");

  private static final Pattern OF = Pattern.compile("\\s++(?i:of)\\s++");

  /** Whether a single colon makes a pseudo-element of the name, as in CSS 2. */
  static boolean isElement(String name) {
    return OLD_ELEMENTS.contains(name);
  }

  /** A pseudo-element: it is no element of the page. */
  static PseudoClass ofElement(String name, boolean asks) {
    if ((asks ? ELEMENTS_OF : ELEMENTS).contains(name) || !asks && name.startsWith("-webkit-")) {
      return new PseudoClass(SimpleSelector.NEVER, false, 1, true);
    }
    throw unknown();
  }

  /**
   * A pseudo-class.
   *
   * @param asks whether it has an argument
   * @param depth where selectors in it stand
   * @throws IllegalArgumentException when CSS has none of this name
   */
  static PseudoClass of(String name, boolean asks, String argument, SelectorDepth depth) {
    if (asks) {
      return name.startsWith("nth-") ? nth(name, argument, depth) : list(name, argument, depth);
    }
    if (name.equals("scope") && depth.inHas()) {
      return unjudged();
    }
    if (STATES.contains(name)) {
      return simple(SimpleSelector.NEVER);
    }
    return UNJUDGED.contains(name) ? unjudged() : simple(plain(name));
  }

  private static SimpleSelector plain(String name) {
    return switch (name) {
      case "root", "scope" -> SimpleSelector.ROOT;
      case "empty" -> SimpleSelector.EMPTY;
      case "first-child" -> SimpleSelector.nth(0, 1, SelectorPlaces.Place::first);
      case "last-child" -> SimpleSelector.nth(0, 1, SelectorPlaces.Place::last);
      case "only-child" -> SimpleSelector.nth(0, 2, place -> place.first() + place.last());
      case "first-of-type" -> SimpleSelector.nth(0, 1, SelectorPlaces.Place::firstOfType);
      case "last-of-type" -> SimpleSelector.nth(0, 1, SelectorPlaces.Place::lastOfType);
      case "only-of-type" ->
          SimpleSelector.nth(0, 2, place -> place.firstOfType() + place.lastOfType());
      case "link", "any-link" ->
          (element, places) ->
              element.attributes().hasKeyIgnoreCase("href")
                  && Set.of("a", "area").contains(element.normalName());
      case "checked" -> (element, places) -> isChecked(element);
      case "disabled" ->
          (element, places) ->
              element.attributes().hasKeyIgnoreCase("disabled")
                  && CONTROLS.contains(element.normalName());
      default -> throw unknown();
    };
  }

  private static boolean isChecked(Element element) {
    String type = element.attributes().getIgnoreCase("type").toLowerCase(Locale.ROOT);
    boolean box = element.nameIs("input") && Set.of("checkbox", "radio").contains(type);
    return box && element.attributes().hasKeyIgnoreCase("checked")
        || element.nameIs("option") && element.attributes().hasKeyIgnoreCase("selected");
  }

  private static PseudoClass nth(String name, String argument, SelectorDepth depth) {
    ToIntFunction<SelectorPlaces.Place> place =
        switch (name) {
          case "nth-child" -> SelectorPlaces.Place::first;
          case "nth-last-child" -> SelectorPlaces.Place::last;
          case "nth-of-type" -> SelectorPlaces.Place::firstOfType;
          case "nth-last-of-type" -> SelectorPlaces.Place::lastOfType;
          default -> throw unknown();
        };
    Matcher of = OF.matcher(argument);
    boolean some = name.endsWith("-child") && of.find();
    Steps steps = Steps.read(some ? argument.substring(0, of.start()) : argument);
    if (!some) {
      return simple(SimpleSelector.nth(steps.step(), steps.offset(), place));
    }
    return depth.tooDeep()
        ? unjudged()
        : nthOf(steps, name.equals("nth-last-child"), argument.substring(of.end()), depth);
  }

  private static PseudoClass nthOf(
      Steps steps, boolean fromEnd, String selectors, SelectorDepth depth) {
    List<CssSelector> of = SelectorReader.list(selectors, depth);
    boolean judged = of.stream().allMatch(CssSelector::judged);
    SimpleSelector test = judged ? new NthOf(steps.step(), steps.offset(), fromEnd, of) : ANY;
    return new PseudoClass(test, true, mostSpecific(of), judged);
  }

  /** {@code step * n + offset}. */
  private record Steps(int step, int offset) {
    static Steps read(String argument) {
      String plain = argument.strip().toLowerCase(Locale.ROOT);
      String steps = plain.equals("odd") ? "2n+1" : plain.equals("even") ? "2n" : plain;
      Matcher found = NTH.matcher(steps);
      if (!found.matches()) {
        throw unknown();
      }
      if (found.group(4) != null) {
        return new Steps(0, Integer.parseInt(found.group(4)));
      }
      int offset = found.group(3) == null ? 0 : Integer.parseInt(found.group(2) + found.group(3));
      return new Steps(PseudoClass.step(found.group(1)), offset);
    }
  }

  private static int step(String number) {
    boolean digits = !number.isEmpty() && Character.isDigit(number.charAt(number.length() - 1));
    return Integer.parseInt(digits ? number : number + "1");
  }

  private static PseudoClass list(String name, String argument, SelectorDepth depth) {
    boolean known = Set.of("is", "where", "not", "has").contains(name);
    if (UNJUDGED_OF.contains(name) || known && depth.tooDeep()) {
      return unjudged();
    }
    return switch (name) {
      case "is" -> given(forgiving(argument, depth), true, true);
      case "where" -> given(forgiving(argument, depth), true, false);
      case "not" -> given(SelectorReader.list(argument, depth), false, true);
      case "has" -> has(argument, depth);
      default -> throw unknown();
    };
  }

  /** Where it cannot be told, it is taken to match: what is told not to match is not left out. */
  private static PseudoClass given(List<CssSelector> list, boolean wanted, boolean counts) {
    boolean judged = list.stream().allMatch(CssSelector::judged);
    boolean never = wanted && list.stream().allMatch(CssSelector::never);
    List<CssSelector> told = list.stream().filter(each -> wanted || each.judged()).toList();
    SimpleSelector test =
        (element, places) -> CssSelector.anyMatches(told, element, places) == wanted;
    return new PseudoClass(
        never ? SimpleSelector.NEVER : test, false, counts ? mostSpecific(list) : 0, judged);
  }

  /** None stands in another, and one invalid selector makes the whole invalid. */
  private static PseudoClass has(String argument, SelectorDepth depth) {
    if (depth.inHas()) {
      throw unknown();
    }
    List<CssSelector> list = SelectorReader.relative(argument, depth.insideHas());
    boolean judged = list.stream().allMatch(CssSelector::judged);
    boolean never = list.stream().allMatch(CssSelector::never);
    SimpleSelector test = never ? SimpleSelector.NEVER : new RelativeSelector(list);
    return new PseudoClass(test, false, mostSpecific(list), judged);
  }

  private static int mostSpecific(List<CssSelector> list) {
    return list.stream().mapToInt(CssSelector::specificity).max().orElse(0);
  }

  /** What is valid of a list that may have invalid selectors (Selectors Level 4, 18.1). */
  private static List<CssSelector> forgiving(String argument, SelectorDepth depth) {
    List<CssSelector> valid = new ArrayList<>();
    for (String each : StyleRules.split(argument)) {
      try {
        valid.addAll(SelectorReader.list(each, depth));
      } catch (IllegalArgumentException e) {
        continue; // CSS leaves it out.
      }
    }
    return valid;
  }

  private static PseudoClass simple(SimpleSelector test) {
    return new PseudoClass(test, true, 0, true);
  }

  private static PseudoClass unjudged() {
    return new PseudoClass(ANY, true, 0, false);
  }

  private static Set<String> words(String words) {
    return Set.of(words.split(" "));
  }

  private static IllegalArgumentException unknown() {
    return new IllegalArgumentException("CSS has no such pseudo-class; leave the rule out.");
  }
}
