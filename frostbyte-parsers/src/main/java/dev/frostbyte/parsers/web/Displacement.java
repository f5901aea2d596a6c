package dev.frostbyte.parsers.web;

import java.util.List;
import java.util.regex.Pattern;

/** Tells whether styles move an element out of sight, shrink it to nothing or cut it off. */
final class Displacement {
  private static final double FAR = 500;
  private static final double QUARTER_TURN = 90;
  private static final Pattern ZERO_CLIP =
      Pattern.compile(
          "rect\\(\\s*(?:0|1)(?:px)?[\\s,]+(?:0|1)(?:px)?[\\s,]+(?:0|1)(?:px)?[\\s,]+(?:0|1)(?:px)?\\s*\\)");
  private static final Pattern CLIPPED =
      Pattern.compile(
          "inset\\((?:50|[6-9]\\d|100)%.*|circle\\(\\s*0\\D.*|ellipse\\(\\s*0\\D.*"
              + "|polygon\\((?:\\s*0\\w*%?\\s+0\\w*%?\\s*,?)+\\)|circle\\(0\\)");
  private static final Pattern SHRUNK =
      Pattern.compile("(?:.*\\s)?scale[xy]?\\(\\s*0?(?:\\.0+)?\\s*[,)].*");
  private static final Pattern MOVED =
      Pattern.compile(
          "(?:.*\\s)?translate(?:[xy]|3d)?\\(\\s*(?:0\\w*\\s*,\\s*)?(-\\d{4,}|\\d{4,5})\\D.*");
  private static final Pattern TURNED =
      Pattern.compile("(?:.*\\s)?rotate[xy]\\(\\s*(-?\\d{1,4})(?:\\.\\d*)?deg\\s*\\).*");
  private static final Pattern NO_SCALE = Pattern.compile("0+(?:\\.0+)?%?(?:\\s.*)?");
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final List<String> SIDES = List.of("top", "right", "bottom", "left");
  private static final List<String> PLACED = List.of("absolute", "fixed", "relative", "sticky");

  private Displacement() {}

  static boolean hides(Declarations styles, double size) {
    return !styles.isEmpty()
        && (moved(styles, size) || cut(styles, size) || transformed(styles, size));
  }

  private static boolean moved(Declarations styles, double size) {
    boolean placed = PLACED.contains(styles.value("position").orElse(""));
    return below(styles, "text-indent", size)
        || below(styles, "margin-left", size)
        || below(styles, "margin-top", size)
        || anyBelow(styles, "margin", size)
        || (placed && anyBelow(styles, "inset", size))
        || (placed && SIDES.stream().anyMatch(side -> below(styles, side, size)))
        || (placed && (beyond(styles, "left", size) || beyond(styles, "top", size)));
  }

  private static boolean cut(Declarations styles, double size) {
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
        || styles.value("clip-path").filter(clip -> CLIPPED.matcher(clip).matches()).isPresent();
  }

  private static boolean transformed(Declarations styles, double size) {
    String all = styles.value("transform").orElse("");
    String scale = styles.value("scale").orElse("1");
    return SHRUNK.matcher(all).matches()
        || isFar(all)
        || isEdgeOn(all)
        || NO_SCALE.matcher(scale).matches()
        || anyBelow(styles, "translate", size);
  }

  private static boolean isFar(String transform) {
    var matcher = MOVED.matcher(transform);
    if (!matcher.matches()) {
      return false;
    }
    int by =
        Integer.parseInt(matcher.group(1).substring(0, Math.min(6, matcher.group(1).length())));
    return by < 0 || by >= 10 * FAR;
  }

  private static boolean isEdgeOn(String transform) {
    var matcher = TURNED.matcher(transform);
    return matcher.matches()
        && Math.abs(Integer.parseInt(matcher.group(1))) % (2 * QUARTER_TURN) == QUARTER_TURN;
  }

  private static boolean anyBelow(Declarations styles, String name, double size) {
    for (String word : BLANKS.split(styles.value(name).orElse(""))) {
      if (Declarations.length(word, size).orElse(0) <= -FAR) {
        return true;
      }
    }
    return false;
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
}
