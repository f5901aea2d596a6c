package dev.frostbyte.parsers.office;

import dev.frostbyte.api.model.Evidence;
import dev.frostbyte.api.model.HiddenChannel;
import dev.frostbyte.parsers.internal.TypeTally;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Collects what the runs of one paragraph hold: visible text, hidden text, links, and what is to
 * follow the paragraph (figures, notes, text boxes). Tracked changes are resolved: insertions stay,
 * deletions are hidden. One thread.
 */
final class WordText {
  private static final int HALF_POINTS = 2;

  private final WordContext context;
  private final StringBuilder visible = new StringBuilder();
  private final StringBuilder math = new StringBuilder();
  private final TypeTally look = new TypeTally();
  private final List<Hidden> hidden = new ArrayList<>();
  private final List<Anchor> links = new ArrayList<>();
  private final List<Note> notes = new ArrayList<>();
  private final List<Node> boxes = new ArrayList<>();
  private final List<String> figures = new ArrayList<>();
  private final List<Graphic> graphics = new ArrayList<>();
  private final List<String> dropped = new ArrayList<>();
  private final WordFields fields = new WordFields(this);
  private boolean markDeleted;

  WordText(WordContext context) {
    this.context = context;
  }

  /**
   * Adds a paragraph; a second one is joined to a first whose mark was deleted.
   *
   * @param behind colour of what it stands on
   */
  void add(Node paragraph, int behind) {
    markDeleted = paragraph.path("w:pPr", "w:rPr", "w:del").exists();
    each(paragraph, new Place(paragraph, behind, false));
    fields.breakOff();
  }

  /** Whether the end of the paragraph added last was deleted, so that the next one follows on. */
  boolean continues() {
    return markDeleted;
  }

  /** Letters that are seen so far. */
  int length() {
    return visible.length();
  }

  String visible() {
    return visible.toString();
  }

  /** Whether all that is seen is a formula. */
  boolean isFormula() {
    return !math.isEmpty() && visible.toString().strip().contentEquals(math.toString().strip());
  }

  /** How most of the text is set, with the origin of a judgement about it. */
  Evidence evidence(Evidence.Basis basis) {
    return look.evidence(basis);
  }

  List<Hidden> hidden() {
    return hidden;
  }

  List<Anchor> links() {
    return links;
  }

  List<Note> notes() {
    return notes;
  }

  List<Node> boxes() {
    return boxes;
  }

  /** For each picture where a click on it leads; empty when nowhere. */
  List<String> figures() {
    return figures;
  }

  /** References to charts and diagrams. */
  List<Graphic> graphics() {
    return graphics;
  }

  List<String> dropped() {
    return dropped;
  }

  /** Why a kind of content is left out. */
  static String why(String kind) {
    return switch (kind) {
      case "image" -> "NO_TEXT";
      case "field" -> "NO_STORED_VALUE";
      case "dde link" -> "ACTIVE_CONTENT";
      default -> "NOT_READ";
    };
  }

  void box(Node content) {
    boxes.add(content);
  }

  void drop(String kind) {
    dropped.add(kind);
  }

  void graphic(Graphic graphic) {
    graphics.add(graphic);
  }

  void figure(String target) {
    figures.add(target);
  }

  /** Adds hidden text; neighbours that are hidden the same way are one piece. */
  void hide(HiddenChannel channel, String text) {
    int last = hidden.size() - 1;
    if (last >= 0
        && hidden.get(last).channel() == channel
        && channel != HiddenChannel.ALTERNATIVE) {
      hidden.set(last, new Hidden(channel, hidden.get(last).text() + text));
    } else if (!text.isBlank()) {
      hidden.add(new Hidden(channel, text));
    }
  }

  /** Where a reference of the part leads outside the file; empty when it does not. */
  String address(String reference) {
    return context.relations().address(reference).orElse("");
  }

  private void each(Node parent, Place place) {
    for (Node child : parent.children()) {
      switch (child.name()) {
        case "w:r" -> run(child, place);
        case "w:del", "w:moveFrom" -> each(child, place.gone());
        case "w:pPr", "w:sdtPr", "w:sdtEndPr", "w:rPr", "w:customXmlPr", "w:smartTagPr" -> {}
        case "m:oMath", "m:oMathPara" -> formula(child);
        case "w:hyperlink" -> hyperlink(child, place);
        case "w:fldSimple" -> simpleField(child, place);
        default -> each(child, place);
      }
    }
  }

  private void hyperlink(Node link, Place place) {
    int start = visible.length();
    each(link, place);
    hide(HiddenChannel.ALTERNATIVE, link.attribute("w:tooltip"));
    String anchor = link.attribute("w:anchor");
    String address = address(link.attribute("r:id"));
    linked(start, anchor.isEmpty() ? address : address + "#" + anchor);
  }

  private void simpleField(Node field, Place place) {
    int start = visible.length();
    int pieces = hidden.size();
    each(field, place);
    boolean shown = visible.length() > start || hidden.size() > pieces || place.deleted();
    visible.append(fields.simple(field.attribute("w:instr"), start, shown));
  }

  void linked(int start, String target) {
    if (!target.isBlank()) {
      links.add(new Anchor(visible.substring(Math.min(start, visible.length())), target));
    }
  }

  private void formula(Node node) {
    String text = WordMath.text(node);
    boolean apart = node.find("m:t").text().startsWith(" ") && !visible.isEmpty();
    fields.read();
    visible.append(apart ? " " : "").append(text);
    math.append(text);
  }

  private void run(Node run, Place place) {
    StringBuilder text = new StringBuilder();
    content(run, text);
    if (text.isEmpty()) {
      return;
    }
    fields.read();
    Node paragraph = place.paragraph();
    Optional<HiddenChannel> channel =
        place.deleted()
            ? Optional.of(HiddenChannel.DELETED)
            : context.visibility().hidden(run, paragraph, place.behind());
    if (channel.isEmpty() || text.toString().isBlank()) {
      visible.append(channel.filter(HiddenChannel.DELETED::equals).isPresent() ? "" : text);
      tally(run, paragraph, text.toString());
    } else {
      hide(channel.get(), text.toString());
    }
  }

  private void tally(Node run, Node paragraph, String text) {
    WordStyles styles = context.styles();
    double size = styles.ofRun(run, paragraph, "w:sz").number("w:val", 0);
    boolean bold = styles.ofRun(run, paragraph, "w:b").on();
    look.add(text, size / HALF_POINTS, bold, styles.ofRun(run, paragraph, "w:i").on());
  }

  private void content(Node parent, StringBuilder text) {
    for (Node child : parent.children()) {
      switch (child.name()) {
        case "w:t", "w:delText" -> text.append(child.text());
        case "w:tab", "w:ptab" -> text.append('\t');
        case "w:br" -> text.append(child.attribute("w:type").isEmpty() ? "\n" : " ");
        case "w:cr" -> text.append('\n');
        case "w:noBreakHyphen" -> text.append('\u2011');
        case "w:sym" -> text.append(WordSymbol.of(child.attribute("w:char")));
        case "w:footnoteReference" -> notes.add(Note.of("footnote ", child));
        case "w:endnoteReference" -> notes.add(Note.of("endnote ", child));
        case "w:instrText" -> fields.instruct(child.text());
        case "w:fldChar" -> fields.mark(child.attribute("w:fldCharType"), text);
        case "w:drawing", "w:pict", "w:object" -> {
          fields.read();
          WordDrawing.read(child, this);
        }
        case "mc:AlternateContent", "mc:Choice", "mc:Fallback", "w:r" -> content(child, text);
        case "w:ruby" -> content(child.path("w:rubyBase"), text);
        default -> {}
      }
    }
  }

  /** Where a run stands. */
  private record Place(Node paragraph, int behind, boolean deleted) {
    Place gone() {
      return new Place(paragraph, behind, true);
    }
  }

  /**
   * A reference to a note.
   *
   * @param id after the name of its kind and a blank
   * @param marked whether the text shows a mark of its own for it
   */
  record Note(String id, boolean marked) {
    static Note of(String kind, Node reference) {
      boolean marked = reference.attribute("w:customMarkFollows").matches("1|true|on");
      return new Note(kind + reference.attribute("w:id"), marked);
    }
  }

  /**
   * A chart or diagram.
   *
   * @param reference to its part
   * @param unseen whether the drawing is hidden
   * @param click where a click on it leads; empty when nowhere
   */
  record Graphic(Node reference, boolean unseen, String click) {}

  /** A piece of hidden text. */
  record Hidden(HiddenChannel channel, String text) {
    /** Says how it was hidden, never what it says. */
    @Override
    public String toString() {
      return "Hidden(" + channel + ")";
    }
  }
}
