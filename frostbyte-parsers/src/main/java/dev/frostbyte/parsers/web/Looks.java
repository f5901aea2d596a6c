package dev.frostbyte.parsers.web;

import dev.frostbyte.api.model.HiddenChannel;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Tells how an element looks from the look around it, its attributes and its styles. Immutable. */
final class Looks {
  private static final double FAR = 500;
  private static final Pattern ZERO_CLIP =
      Pattern.compile(
          "rect\\(\\s*(?:0|1)(?:px)?[\\s,]+(?:0|1)(?:px)?[\\s,]+(?:0|1)(?:px)?[\\s,]+(?:0|1)(?:px)?\\s*\\)");
  private static final Pattern CLIPPED =
      Pattern.compile("inset\\((?:50|[6-9]\\d|100)%.*|circle\\(0.*");
  private static final Pattern AWAY =
      Pattern.compile("scale[xy]?\\(\\s*0?(?:\\.0+)?\\s*[,)].*|.*translate[xy]?\\(\\s*-\\d{4,}.*");
  private static final Set<String> UNSEEN =
      Set.of("template", "noscript", "datalist", "iframe", "object", "video", "audio", "canvas");

  private final Map<Element, Declarations> sheet;

  private Looks(Map<Element, Declarations> sheet) {
    this.sheet = sheet;
  }

  static Looks of(Document page) {
    return new Looks(StyleRules.apply(page));
  }

  /** The look inside an element. */
  Look inside(Element element, Look around) {
    Declarations styles =
        sheet
            .getOrDefault(element, Declarations.NONE)
            .then(Declarations.parse(element.attr("style")));
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
        background(element, styles, around.background()));
  }

  private static Optional<HiddenChannel> channel(
      Element element, Declarations styles, double size) {
    boolean marked =
        styles.says("display", "none")
            || styles.says("content-visibility", "hidden")
            || (element.hasAttr("hidden") && styles.value("display").isEmpty())
            || UNSEEN.contains(element.normalName())
            || (element.normalName().equals("dialog") && !element.hasAttr("open"));
    if (marked) {
      return Optional.of(HiddenChannel.MARKED_HIDDEN);
    }
    return away(styles, size) ? Optional.of(HiddenChannel.OFF_PAGE) : Optional.empty();
  }

  private static boolean away(Declarations styles, double size) {
    if (styles.isEmpty()) {
      return false;
    }
    boolean placed = styles.says("position", "absolute") || styles.says("position", "fixed");
    boolean moved =
        below(styles, "text-indent", size)
            || below(styles, "margin-left", size)
            || below(styles, "margin-top", size)
            || (placed && (below(styles, "left", size) || below(styles, "top", size)))
            || (placed && (below(styles, "right", size) || below(styles, "bottom", size)))
            || (placed && (beyond(styles, "left", size) || beyond(styles, "top", size)));
    return moved || clipped(styles, size);
  }

  private static boolean clipped(Declarations styles, double size) {
    boolean tiny =
        tiny(styles, "width", size)
            || tiny(styles, "height", size)
            || tiny(styles, "max-width", size)
            || tiny(styles, "max-height", size);
    boolean cut =
        styles.says("overflow", "hidden")
            || styles.says("overflow", "clip")
            || styles.says("mso-hide", "all");
    return (tiny && cut)
        || styles.value("clip").filter(clip -> ZERO_CLIP.matcher(clip).matches()).isPresent()
        || styles.value("clip-path").filter(clip -> CLIPPED.matcher(clip).matches()).isPresent()
        || styles.value("transform").filter(move -> AWAY.matcher(move).matches()).isPresent();
  }

  private static boolean below(Declarations styles, String name, double size) {
    return styles.pixels(name, size).orElse(0) <= -FAR;
  }

  private static boolean beyond(Declarations styles, String name, double size) {
    return styles.pixels(name, size).orElse(0) >= 10 * FAR;
  }

  private static boolean tiny(Declarations styles, String name, double size) {
    return styles.pixels(name, size).orElse(100) <= 1;
  }

  private static boolean visibility(Declarations styles, boolean around) {
    return styles
        .value("visibility")
        .filter(value -> !value.equals("inherit"))
        .map(value -> value.equals("visible") || value.equals("initial"))
        .orElse(around);
  }

  private static double opacity(Declarations styles) {
    double filter =
        styles
                .value("filter")
                .filter(value -> value.matches("(opacity|alpha)\\((opacity=)?0(\\.0+)?%?\\)"))
                .isPresent()
            ? 0
            : 1;
    double said = Declarations.length(styles.value("opacity").orElse("1"), 1).orElse(1);
    return filter * Math.max(0, Math.min(1, said));
  }

  private static double size(Element element, Declarations styles, double around) {
    String shorthand = styles.value("font").orElse("");
    for (String word : shorthand.split("[\\s/]+")) {
      if (word.matches("\\d.*[a-z%]")) {
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
    Optional<Colour> known =
        Colour.parse(said.replaceAll("(?<=\\))\\s.*|(?<=^[#\\w]{1,20})\\s.*", ""));
    return known.map(colour -> colour.alpha() < 0.5 ? around : colour).orElse(null);
  }
}
