package dev.frostbyte.parsers.office;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.Evidence;
import dev.frostbyte.api.model.HiddenChannel;
import dev.frostbyte.parsers.internal.TypeTally;
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

  private final SlideLayout layout;
  private final Node shape;
  private final Node placeholder;
  private final int behind;
  private final Output out;
  private final Relations relations;
  private final List<Anchor> links = new ArrayList<>();
  private final long[] counters = new long[LEVELS];
  private TypeTally tally = new TypeTally();
  private int deeper;

  /**
   * Text of a shape.
   *
   * @param behind colour behind it, or {@link SlideTheme#UNKNOWN}
   */
  SlideText(
      SlideLayout layout,
      Node shape,
      Node placeholder,
      int behind,
      Relations relations,
      Output out) {
    this.relations = relations;
    this.layout = layout;
    this.shape = shape;
    this.placeholder = placeholder;
    this.behind = behind;
    this.out = out;
  }

  void title(int level, Node body) throws IOException {
    tally = new TypeTally();
    String all = lines(body).replace('\n', ' ').replace('\u000b', ' ');
    out.heading(level, all, tally.evidence(Evidence.Basis.MARKUP));
    endLinks(!all.isBlank());
  }

  /** Text that stands on every slide of a kind. */
  void running(Block.Furniture.Role role, Node body) throws IOException {
    String all = lines(body);
    out.furniture(role, all);
    endLinks(!all.isBlank());
  }

  /** A shape that is the caption of the picture on its slide. */
  void caption(Node body) throws IOException {
    String all = lines(body);
    out.caption(all);
    endLinks(!all.isBlank());
  }

  /** The seen lines of a cell, joined by line feeds; what its links lead to is told by others. */
  String cell(Node body) throws IOException {
    List<String> lines = new ArrayList<>();
    for (Node paragraph : body.children("a:p")) {
      lines.add(seen(paragraph));
    }
    links.clear();
    return String.join("\n", lines);
  }

  /**
   * Emits the paragraphs of a shape that is no title.
   *
   * @param subheading level of a line in it that heads what follows
   */
  void body(Node body, int subheading) throws IOException {
    List<Node> paragraphs =
        body.children("a:p").stream().filter(each -> !DrawingText.of(each).isBlank()).toList();
    for (int i = 0; i < paragraphs.size(); i++) {
      boolean followed = i + 1 < paragraphs.size();
      boolean heads = followed && isSubheading(paragraphs.get(i));
      boolean twice = heads && isSubheading(paragraphs.get(i + 1));
      paragraph(paragraphs.get(i), heads ? level(subheading, twice) : 0);
    }
  }

  /**
   * A heading right above another one heads that one too; those behind stand as deep, until one
   * heads another again.
   */
  private int level(int subheading, boolean headsAnother) {
    if (headsAnother) {
      deeper = 1;
      return subheading;
    }
    return subheading + deeper;
  }

  private String lines(Node body) throws IOException {
    List<String> lines = new ArrayList<>();
    for (Node paragraph : body.children("a:p")) {
      String line = seen(paragraph);
      if (!line.isBlank()) {
        lines.add(line.strip());
      }
    }
    return String.join(" ", lines);
  }

  private void paragraph(Node paragraph, int subheading) throws IOException {
    tally = new TypeTally();
    String text = seen(paragraph).strip();
    if (!text.isEmpty()) {
      emit(paragraph, text, subheading);
    }
    endLinks(!text.isEmpty());
  }

  private void emit(Node paragraph, String text, int subheading) throws IOException {
    int level = Numbers.parse(paragraph.child("a:pPr").attribute("lvl"), 0, 0, LEVELS - 1);
    String marker = marker(layout.bullet(shape, placeholder, paragraph, level), level);
    Evidence evidence = tally.evidence(Evidence.Basis.LAYOUT);
    if (!marker.isEmpty()) {
      out.listItem(level, marker, text);
    } else if (isCode(paragraph)) {
      out.preformatted(text, evidence);
    } else if (subheading > 0) {
      out.heading(subheading, text, evidence);
    } else {
      out.paragraph(text, evidence);
    }
  }

  private void endLinks(boolean seen) throws IOException {
    out.links(links, seen);
    links.clear();
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

  /** A short line in the body that is bold throughout and no item heads what follows it. */
  private boolean isSubheading(Node paragraph) {
    String text = DrawingText.of(paragraph).strip();
    int level = Numbers.parse(paragraph.child("a:pPr").attribute("lvl"), 0, 0, LEVELS - 1);
    Node bullet = layout.bullet(shape, placeholder, paragraph, level);
    if (isCode(paragraph) || hasMarker(bullet)) {
      return false;
    }
    boolean bold = placeholder.exists() && text.length() <= LONGEST_HEADING && !text.contains("\n");
    for (Node run : paragraph.children("a:r")) {
      boolean blank = run.child("a:t").text().isBlank();
      bold &= blank || run.child("a:rPr").attribute("b").matches("1|true");
    }
    return bold && !text.matches("(?s).*[.:;,!?]");
  }

  private static boolean hasMarker(Node properties) {
    return properties.child("a:buChar").exists()
        || properties.child("a:buBlip").exists()
        || properties.child("a:buAutoNum").exists();
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
    int level = Numbers.parse(paragraph.child("a:pPr").attribute("lvl"), 0, 0, LEVELS - 1);
    SlideLook look = SlideLook.of(layout, shape, placeholder, level, behind);
    for (Node child : paragraph.children()) {
      StringBuilder text = new StringBuilder();
      if (child.is("a:br")) {
        text.append('\n');
      } else if (!child.is("a:pPr") && !child.is("a:endParaRPr")) {
        DrawingText.collect(child, text);
      }
      Optional<HiddenChannel> hidden = look.hides(child.child("a:rPr"));
      if (hidden.isPresent() && !text.toString().isBlank()) {
        out.hidden(hidden.get(), text.toString());
      } else {
        seen.append(text);
        note(child.child("a:rPr"), text.toString());
      }
    }
    return seen.toString();
  }

  private void note(Node properties, String text) throws IOException {
    boolean bold = properties.attribute("b").matches("1|true");
    boolean italic = properties.attribute("i").matches("1|true");
    tally.add(text, properties.number("sz", 0) / 100.0, bold, italic);
    Node click = properties.child("a:hlinkClick");
    String target = relations.address(click.attribute("r:id")).orElse("");
    if (!target.isEmpty() && !text.isBlank()) {
      links.add(new Anchor(text, target));
    } else {
      out.hidden(HiddenChannel.LINK, target);
    }
    out.hidden(HiddenChannel.ALTERNATIVE, click.attribute("tooltip"));
  }
}
