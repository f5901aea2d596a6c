package dev.frostbyte.parsers.office;

import dev.frostbyte.api.model.HiddenChannel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Emits the text of one shape: a title, or paragraphs and list items. One thread. */
final class SlideText {
  private static final Pattern CODE = Pattern.compile("(?i)courier|consolas|mono|menlo");
  private static final int LEVELS = 9;
  private static final int LONGEST_HEADING = 120;

  /** Hundredths of a point; below this nobody reads. */
  private static final int SMALLEST = 150;

  private static final int NORMAL_SIZE = 1_800;

  private final SlideLayout layout;
  private final Node shape;
  private final Node placeholder;
  private final int behind;
  private final Output out;
  private final long[] counters = new long[LEVELS];

  /**
   * Text of a shape.
   *
   * @param behind colour behind it, or {@link SlideTheme#UNKNOWN}
   */
  SlideText(SlideLayout layout, Node shape, Node placeholder, int behind, Output out) {
    this.layout = layout;
    this.shape = shape;
    this.placeholder = placeholder;
    this.behind = behind;
    this.out = out;
  }

  void title(int level, Node body) throws IOException {
    List<String> lines = new ArrayList<>();
    for (Node paragraph : body.children("a:p")) {
      String line = seen(paragraph);
      if (!line.isBlank()) {
        lines.add(line.strip());
      }
    }
    out.heading(level, String.join(" ", lines).replace('\n', ' ').replace('\u000b', ' '));
  }

  /**
   * Emits the paragraphs of a shape that is no title.
   *
   * @param subheading level of a line in it that heads what follows
   */
  void body(Node body, int subheading) throws IOException {
    List<Node> paragraphs = body.children("a:p");
    for (int i = 0; i < paragraphs.size(); i++) {
      boolean followed = i + 1 < paragraphs.size();
      paragraph(paragraphs.get(i), followed ? subheading : 0);
    }
  }

  private void paragraph(Node paragraph, int subheading) throws IOException {
    String text = seen(paragraph).strip();
    if (text.isEmpty()) {
      return;
    }
    int level = Numbers.parse(paragraph.child("a:pPr").attribute("lvl"), 0, 0, LEVELS - 1);
    String marker = marker(layout.bullet(shape, placeholder, paragraph, level), level);
    if (!marker.isEmpty()) {
      out.listItem(level, marker, text);
    } else if (isCode(paragraph)) {
      out.preformatted(text);
    } else if (subheading > 0 && isSubheading(paragraph, text)) {
      out.heading(subheading, text);
    } else {
      out.paragraph(text);
    }
  }

  private String marker(Node properties, int level) {
    Node numbered = properties.child("a:buAutoNum");
    Arrays.fill(counters, level + 1, LEVELS, 0);
    if (!numbered.exists()) {
      counters[level] = 0;
      boolean bullet =
          properties.child("a:buChar").exists() || properties.child("a:buBlip").exists();
      return bullet ? "•" : "";
    }
    long number = numbered.number("startAt", 1) + counters[level]++;
    String type = numbered.attribute("type");
    return NumberFormats.write(format(type), number) + (type.endsWith("ParenR") ? ")" : ".");
  }

  private static String format(String type) {
    String kind = type.replaceAll("(Period|ParenR|ParenBoth|Plain)$", "");
    return switch (kind) {
      case "alphaLc" -> "lowerLetter";
      case "alphaUc" -> "upperLetter";
      case "romanLc" -> "lowerRoman";
      case "romanUc" -> "upperRoman";
      default -> "decimal";
    };
  }

  /** A short line in the body that is bold throughout heads what follows it. */
  private boolean isSubheading(Node paragraph, String text) {
    boolean bold = placeholder.exists() && text.length() <= LONGEST_HEADING && !text.contains("\n");
    for (Node run : paragraph.children("a:r")) {
      boolean blank = run.child("a:t").text().isBlank();
      bold &= blank || run.child("a:rPr").attribute("b").matches("1|true");
    }
    return bold && !text.matches("(?s).*[.:;,!?]");
  }

  /** Text in a typewriter face throughout. */
  private static boolean isCode(Node paragraph) {
    List<Node> runs = paragraph.children("a:r");
    for (Node run : runs) {
      String face = run.path("a:rPr", "a:latin").attribute("typeface");
      if (!run.child("a:t").text().isBlank() && !CODE.matcher(face).find()) {
        return false;
      }
    }
    return !runs.isEmpty();
  }

  /** The text of a paragraph that is seen; the rest is emitted as hidden. */
  private String seen(Node paragraph) throws IOException {
    StringBuilder seen = new StringBuilder();
    for (Node child : paragraph.children()) {
      StringBuilder text = new StringBuilder();
      if (child.is("a:br")) {
        text.append('\n');
      } else if (!child.is("a:pPr") && !child.is("a:endParaRPr")) {
        DrawingText.collect(child, text);
      }
      Optional<HiddenChannel> hidden = hidden(child.child("a:rPr"));
      if (hidden.isPresent() && !text.toString().isBlank()) {
        out.hidden(hidden.get(), text.toString());
      } else {
        seen.append(text);
      }
    }
    return seen.toString();
  }

  private Optional<HiddenChannel> hidden(Node properties) {
    if (properties.number("sz", NORMAL_SIZE) < SMALLEST) {
      return Optional.of(HiddenChannel.SIZE);
    }
    if (properties.child("a:noFill").exists()) {
      return Optional.of(HiddenChannel.INVISIBLE);
    }
    int ground = properties.child("a:highlight").exists() ? SlideTheme.UNKNOWN : behind;
    int colour = layout.theme().of(properties);
    boolean known = colour != SlideTheme.UNKNOWN && ground != SlideTheme.UNKNOWN;
    return known && Contrast.unreadable(colour, ground)
        ? Optional.of(HiddenChannel.COLOUR)
        : Optional.empty();
  }
}
