package dev.frostbyte.parsers.office;

import dev.frostbyte.api.model.Evidence;
import dev.frostbyte.api.model.HiddenChannel;
import dev.frostbyte.parsers.internal.TypeTally;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The text of one paragraph of an OpenDocument file: what is seen, what is hidden, and what follows
 * the paragraph (notes, text boxes). One thread.
 */
final class OdfText {
  /** Elements that draw something and may hold text. */
  static final Set<String> SHAPES =
      Set.of(
          "draw:frame",
          "draw:g",
          "draw:a",
          "draw:custom-shape",
          "draw:rect",
          "draw:ellipse",
          "draw:circle",
          "draw:line",
          "draw:connector",
          "draw:polygon",
          "draw:polyline",
          "draw:path",
          "draw:caption",
          "draw:control",
          "dr3d:scene");

  private static final int MOST_BLANKS = 1_000;

  private final OdfContext context;
  private final StringBuilder text = new StringBuilder();
  private final List<OdfHidden> hidden = new ArrayList<>();
  private final List<String> dropped = new ArrayList<>();
  private final List<Anchor> links = new ArrayList<>();
  private final List<String> figures = new ArrayList<>();
  private final List<Node> notes = new ArrayList<>();
  private final List<Node> boxes = new ArrayList<>();
  private final StringBuilder formulas = new StringBuilder();
  private final TypeTally tally = new TypeTally();
  private boolean blank = true;

  OdfText(OdfContext context) {
    this.context = context;
  }

  /** Reads a paragraph or heading that stands on something of this look. */
  void add(Node paragraph, OdfLook around) throws IOException {
    OdfLook look = around.paragraph(context.styles(), paragraph.attribute("text:style-name"));
    children(paragraph, look);
  }

  /** Reads one element between paragraphs, such as a shape. */
  void inline(Node node, OdfLook look) throws IOException {
    switch (node.name()) {
      case Node.TEXT -> append(node.text(), look);
      case "text:s" -> blanks(node, look);
      case "text:tab" -> exact("\t", look);
      case "text:line-break" -> exact("\n", look);
      case "text:span" ->
          children(node, look.span(context.styles(), node.attribute("text:style-name")));
      case "text:a" -> link(node, look);
      case "text:note" -> notes.add(node);
      case "office:annotation" -> hide(HiddenChannel.COMMENT, plain(node));
      case "text:hidden-text", "text:hidden-paragraph" -> conditional(node, look);
      case "text:ruby" -> ruby(node, look);
      default -> other(node, look);
    }
  }

  String visible() {
    return text.toString();
  }

  List<OdfHidden> hidden() {
    return hidden;
  }

  List<String> dropped() {
    return dropped;
  }

  List<Anchor> links() {
    return links;
  }

  /** For each picture where a click on it leads; empty when nowhere. */
  List<String> figures() {
    return figures;
  }

  /** Whether all that is seen is a formula. */
  boolean isFormula() {
    return !formulas.isEmpty() && text.toString().strip().contentEquals(formulas);
  }

  /** How most of the text is set, with the origin of a judgement about it. */
  Evidence evidence(Evidence.Basis basis) {
    return tally.evidence(basis);
  }

  List<Node> notes() {
    return notes;
  }

  /** What holds paragraphs of its own. */
  List<Node> boxes() {
    return boxes;
  }

  /** All text below a node, a line for each paragraph, whatever it looks like. */
  static String plain(Node node) {
    StringBuilder all = new StringBuilder();
    collect(node, all);
    return all.toString().replaceAll("[ \\t\\r]*\\n\\s*", "\n").strip();
  }

  private static void collect(Node node, StringBuilder into) {
    switch (node.name()) {
      case Node.TEXT -> into.append(node.text().replaceAll("\\s+", " "));
      case "text:s", "text:tab" -> into.append(' ');
      case "text:line-break" -> into.append('\n');
      case "dc:creator", "dc:date", "meta:date-string" -> {}
      default -> {
        node.children().forEach(child -> collect(child, into));
        into.append(node.is("text:p") || node.is("text:h") ? "\n" : "");
      }
    }
  }

  private void children(Node parent, OdfLook look) throws IOException {
    for (Node child : parent.children()) {
      inline(child, look);
    }
  }

  private void link(Node link, OdfLook look) throws IOException {
    int start = text.length();
    children(link, look);
    String target = link.attribute("xlink:href");
    if (!target.isBlank()) {
      links.add(new Anchor(text.substring(start), target));
    }
    hide(HiddenChannel.ALTERNATIVE, link.attribute("office:title"));
  }

  private void other(Node node, OdfLook look) throws IOException {
    if (SHAPES.contains(node.name())) {
      shape(node, look);
    } else if (!node.name().startsWith("office:") && !node.is("text:tracked-changes")) {
      children(node, look);
    }
  }

  /** Text that a condition shows or hides, as it was when the file was saved. */
  private void conditional(Node node, OdfLook look) throws IOException {
    boolean shown = node.attribute("text:is-hidden").equals("false");
    children(node, shown || node.is("text:hidden-paragraph") ? look : look.hiding());
    if (!shown && node.is("text:hidden-text")) {
      hide(HiddenChannel.MARKED_HIDDEN, node.attribute("text:string-value"));
    }
  }

  /** The base, with what is set above it in brackets, as plain text shows it. */
  private void ruby(Node ruby, OdfLook look) throws IOException {
    children(ruby.child("text:ruby-base"), look);
    String above = plain(ruby.child("text:ruby-text"));
    append(above.isEmpty() ? "" : "(" + above + ")", look);
  }

  private void shape(Node shape, OdfLook look) throws IOException {
    hide(HiddenChannel.ALTERNATIVE, plain(shape.child("svg:title")));
    hide(HiddenChannel.ALTERNATIVE, plain(shape.child("svg:desc")));
    boolean text = false;
    boolean replaced = shape.children().stream().anyMatch(OdfText::hasReplacement);
    for (Node child : shape.children()) {
      switch (child.name()) {
        case "draw:object", "draw:object-ole" -> object(child, look);
        case "draw:image" -> image(shape, replaced);
        case "draw:plugin", "draw:applet", "draw:floating-frame" -> drop("embedded object");
        case "draw:text-box" -> boxes.add(child);
        case "text:p", "text:list", "text:h", "table:table" -> text = true;
        default -> inner(shape, child, look);
      }
    }
    if (text) {
      boxes.add(shape);
    }
  }

  private void inner(Node shape, Node child, OdfLook look) throws IOException {
    int before = figures.size();
    other(SHAPES.contains(child.name()) ? child : Node.NONE, look);
    String target = shape.is("draw:a") ? shape.attribute("xlink:href") : "";
    if (!target.isBlank() && figures.size() > before) {
      figures.set(before, target);
    } else if (!target.isBlank()) {
      hide(HiddenChannel.LINK, target);
    }
  }

  private void image(Node shape, boolean replaced) {
    boolean decoration = shape.attribute("loext:decorative").equals("true");
    if (!replaced) {
      drop("image");
      figures.addAll(decoration ? List.of() : List.of(""));
    }
  }

  /** Programs write a picture of these beside them, for programs that cannot show them. */
  private static boolean hasReplacement(Node node) {
    return node.name().startsWith("draw:object") || node.is("table:table");
  }

  /** A formula is read as text; other objects are left out. */
  private void object(Node object, OdfLook look) throws IOException {
    String formula = OdfFormula.read(object, context.container());
    append(formula, look);
    formulas.append(formula);
    if (formula.isEmpty()) {
      drop("embedded object");
      figures.add("");
    }
  }

  private void drop(String kind) {
    if (!kind.isEmpty()) {
      dropped.add(kind);
    }
  }

  private void hide(HiddenChannel channel, String words) {
    if (!words.isBlank()) {
      hidden.add(new OdfHidden(channel, words));
    }
  }

  private void blanks(Node node, OdfLook look) {
    exact(" ".repeat(Numbers.parse(node.attribute("text:c"), 1, 0, MOST_BLANKS)), look);
  }

  private void exact(String words, OdfLook look) {
    put(words, look);
    blank = words.endsWith("\n");
  }

  /** White space is one blank (ODF 1.3 part 3, 6.1.2). */
  private void append(String words, OdfLook look) {
    StringBuilder kept = new StringBuilder(words.length());
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      boolean space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
      if (!space || !blank) {
        kept.append(space ? ' ' : c);
      }
      blank = space;
    }
    put(kept.toString(), look);
  }

  private void put(String words, OdfLook look) {
    Optional<HiddenChannel> channel = look.hides();
    if (channel.isEmpty()) {
      text.append(words);
      tally.add(words, look.size(), look.bold(), look.italic());
    } else {
      unseen(channel.get(), words);
    }
  }

  /** Neighbours that are hidden the same way are one piece. */
  private void unseen(HiddenChannel channel, String words) {
    OdfHidden last = hidden.isEmpty() ? new OdfHidden(channel, "") : hidden.getLast();
    boolean joins = !hidden.isEmpty() && last.channel() == channel && last.at() == text.length();
    if (joins) {
      hidden.removeLast();
    }
    String before = joins ? last.text() : "";
    hidden.add(new OdfHidden(channel, before + words, text.length()));
  }
}
