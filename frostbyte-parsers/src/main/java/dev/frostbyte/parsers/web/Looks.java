package dev.frostbyte.parsers.web;

import dev.frostbyte.api.model.HiddenChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Tells how an element looks from the look around it, its attributes and its styles. What a limit
 * keeps from being told is taken for hidden, and that is noted. One thread.
 */
final class Looks {
  private static final Pattern SEE_THROUGH =
      Pattern.compile("(?:opacity|alpha)\\(\\s*(?:opacity=)?([\\d.]+)(%?)\\s*\\)");
  private static final Pattern PARTS = Pattern.compile("[\\s/]+");
  private static final Pattern LENGTH = Pattern.compile("[\\d.].*[a-z%]|0+(?:\\.0*)?");
  private static final Pattern BEHIND_COLOUR =
      Pattern.compile("(?<=\\))\\s.*|(?<=^[#\\w]{1,20})\\s.*");
  private static final Set<String> UNSEEN =
      Set.of("template", "noscript", "datalist", "iframe", "object", "video", "audio", "canvas");

  private final StyleRules sheet;
  private final Look page;
  private boolean untold;

  private Looks(StyleRules sheet, @Nullable Element root) {
    this.sheet = sheet;
    this.page = root == null ? Look.PLAIN : inside(root, Look.PLAIN);
  }

  static Looks of(Document page) {
    return new Looks(StyleRules.of(page), page.firstElementChild());
  }

  /**
   * Whether an element that nothing else is said of is hidden by these, or may be by what custom
   * properties say elsewhere.
   */
  static boolean mayHide(Declarations said) {
    return said.worst().stream().anyMatch(Looks::hides);
  }

  private static boolean hides(Declarations said) {
    Element plain = new Element("span");
    StyleRules rules = new StyleRules(Map.of(plain, said), List.of(), 0);
    return new Looks(rules, null).inside(plain, Look.PLAIN).hides().isPresent();
  }

  /** What of the styles was not read, a sentence for each limit. */
  List<String> limits() {
    List<String> limits = new ArrayList<>(sheet.limits());
    if (untold) {
      limits.add(
          "The styles have more than "
              + CustomProperties.MOST
              + " custom properties or longer ones than "
              + CustomProperties.LONGEST
              + " letters.");
    }
    return limits;
  }

  /** How many rules hide something here of which it cannot be told what they select. */
  int undecided() {
    return sheet.undecided();
  }

  /** The look around the body. */
  Look ofPage() {
    return page;
  }

  /** The look inside an element. */
  Look inside(Element element, Look around) {
    Declarations said =
        sheet
            .said()
            .getOrDefault(element, Declarations.NONE)
            .then(Declarations.parse(element.attr("style")));
    CustomProperties variables = said.variables(around.variables());
    Declarations styles = said.resolved(variables);
    untold |= styles.untold();
    HiddenChannel channel = around.channel();
    double size = size(element, styles, around.size());
    if (channel == null) {
      channel = channel(element, styles, size).orElse(null);
    }
    return new Look(
        channel,
        visibility(styles, around.visibility()),
        around.opacity() * opacity(styles),
        size,
        colour(element, styles, around.colour()),
        background(element, styles, around.background()),
        variables);
  }

  private static Optional<HiddenChannel> channel(
      Element element, Declarations styles, double size) {
    boolean marked =
        styles.says("display", "none")
            || styles.untold()
            || styles.says("content-visibility", "hidden")
            || (element.hasAttr("hidden") && styles.value("display").isEmpty())
            || UNSEEN.contains(element.normalName())
            || (element.normalName().equals("dialog") && !element.hasAttr("open"));
    if (marked) {
      return Optional.of(HiddenChannel.MARKED_HIDDEN);
    }
    return Displacement.hides(styles, size)
        ? Optional.of(HiddenChannel.OFF_PAGE)
        : Optional.empty();
  }

  private static boolean visibility(Declarations styles, boolean around) {
    return styles
        .value("visibility")
        .filter(value -> !value.equals("inherit"))
        .map(value -> value.equals("visible") || value.equals("initial"))
        .orElse(around);
  }

  private static double opacity(Declarations styles) {
    double said = Declarations.length(styles.value("opacity").orElse("1"), 1).orElse(1);
    return filter(styles.value("filter").orElse("")) * Math.max(0, Math.min(1, said));
  }

  /** The old form {@code alpha(opacity=0)} counts in hundredths. */
  private static double filter(String filter) {
    Matcher matcher = SEE_THROUGH.matcher(filter);
    if (!matcher.matches()) {
      return 1;
    }
    double part = Declarations.length(matcher.group(1), 1).orElse(1);
    boolean hundredths = !matcher.group(2).isEmpty() || filter.contains("=");
    return Math.min(1, hundredths ? part / 100 : part);
  }

  private static double size(Element element, Declarations styles, double around) {
    double zoom = Declarations.length(styles.value("zoom").orElse("1"), 1).orElse(1);
    return Math.max(0, zoom) * fontSize(element, styles, around);
  }

  private static double fontSize(Element element, Declarations styles, double around) {
    String shorthand = styles.value("font").orElse("");
    for (String word : PARTS.split(shorthand)) {
      if (LENGTH.matcher(word).matches()) {
        return Declarations.length(word, around).orElse(around);
      }
    }
    if (element.normalName().equals("font") && element.attr("size").equals("0")) {
      return around / 2;
    }
    return styles.pixels("font-size", around).orElse(around);
  }

  private static @Nullable Colour colour(
      Element element, Declarations styles, @Nullable Colour around) {
    String said = styles.value("color").orElseGet(() -> element.attr("color"));
    said = styles.value("-webkit-text-fill-color").orElse(said);
    if (said.isBlank() || said.equals("inherit") || said.equals("currentcolor")) {
      return around;
    }
    return Colour.parse(said).orElse(null);
  }

  private static @Nullable Colour background(
      Element element, Declarations styles, @Nullable Colour around) {
    String whole = styles.value("background").orElse("");
    boolean picture = whole.contains("url(") || whole.contains("gradient");
    if (picture || styles.value("background-image").filter(v -> !v.equals("none")).isPresent()) {
      return null;
    }
    String said = styles.value("background-color").orElse(whole);
    said = said.isBlank() ? element.attr("bgcolor") : said;
    if (said.isBlank() || said.equals("none") || said.equals("inherit")) {
      return around;
    }
    Optional<Colour> known = Colour.parse(BEHIND_COLOUR.matcher(said).replaceAll(""));
    return known.map(colour -> colour.alpha() < 0.5 ? around : colour).orElse(null);
  }
}
