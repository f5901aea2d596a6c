package dev.frostbyte.parsers.office;

import dev.frostbyte.api.model.HiddenChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Collects what the runs of one paragraph hold: visible text, hidden text, and what is to follow
 * the paragraph (notes, text boxes). Tracked changes are resolved: insertions stay, deletions are
 * hidden. One thread.
 */
final class WordText {
  private static final Set<String> PLAIN_FIELDS =
      Set.of(
          "PAGE",
          "NUMPAGES",
          "SECTIONPAGES",
          "TOC",
          "PAGEREF",
          "REF",
          "NOTEREF",
          "HYPERLINK",
          "SEQ",
          "DATE",
          "TIME",
          "SAVEDATE",
          "STYLEREF",
          "FORMTEXT",
          "FORMCHECKBOX");

  private final WordVisibility visibility;
  private final StringBuilder visible = new StringBuilder();
  private final List<Hidden> hidden = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final List<Node> boxes = new ArrayList<>();
  private final List<String> dropped = new ArrayList<>();
  private boolean markDeleted;

  WordText(WordVisibility visibility) {
    this.visibility = visibility;
  }

  /**
   * Adds a paragraph; a second one is joined to a first whose mark was deleted.
   *
   * @param behind colour of what it stands on
   */
  void add(Node paragraph, int behind) {
    markDeleted = paragraph.path("w:pPr", "w:rPr", "w:del").exists();
    each(paragraph, paragraph, behind, false);
  }

  /** Whether the end of the paragraph added last was deleted, so that the next one follows on. */
  boolean continues() {
    return markDeleted;
  }

  String visible() {
    return visible.toString();
  }

  List<Hidden> hidden() {
    return hidden;
  }

  /** Ids of notes, after the name of their kind and a blank. */
  List<String> notes() {
    return notes;
  }

  List<Node> boxes() {
    return boxes;
  }

  List<String> dropped() {
    return dropped;
  }

  private void each(Node parent, Node paragraph, int behind, boolean deleted) {
    for (Node child : parent.children()) {
      switch (child.name()) {
        case "w:r" -> run(child, paragraph, behind, deleted);
        case "w:del", "w:moveFrom" -> each(child, paragraph, behind, true);
        case "w:pPr", "w:sdtPr", "w:sdtEndPr", "w:rPr", "w:customXmlPr", "w:smartTagPr" -> {}
        case "m:oMath", "m:oMathPara" -> math(child);
        default -> each(child, paragraph, behind, deleted);
      }
    }
  }

  private void run(Node run, Node paragraph, int behind, boolean deleted) {
    StringBuilder text = new StringBuilder();
    content(run, text);
    if (text.isEmpty()) {
      return;
    }
    Optional<HiddenChannel> channel =
        deleted ? Optional.of(HiddenChannel.DELETED) : visibility.hidden(run, paragraph, behind);
    if (channel.isEmpty() || text.toString().isBlank()) {
      visible.append(channel.filter(HiddenChannel.DELETED::equals).isPresent() ? "" : text);
    } else {
      hide(channel.get(), text.toString());
    }
  }

  private void content(Node parent, StringBuilder text) {
    for (Node child : parent.children()) {
      switch (child.name()) {
        case "w:t", "w:delText" -> text.append(child.text());
        case "w:tab", "w:ptab" -> text.append('\t');
        case "w:br" -> text.append(child.attribute("w:type").isEmpty() ? "\n" : " ");
        case "w:cr" -> text.append('\n');
        case "w:noBreakHyphen" -> text.append('\u2011');
        case "w:sym" -> text.append(symbol(child.attribute("w:char")));
        case "w:footnoteReference" -> notes.add("footnote " + child.attribute("w:id"));
        case "w:endnoteReference" -> notes.add("endnote " + child.attribute("w:id"));
        case "w:instrText" -> instruction(child.text());
        case "w:drawing", "w:pict", "w:object" -> drawing(child);
        case "mc:AlternateContent", "mc:Choice", "mc:Fallback" -> content(child, text);
        case "w:ruby" -> content(child.path("w:rubyBase"), text);
        case "w:r" -> content(child, text);
        default -> {}
      }
    }
  }

  private void instruction(String text) {
    String field = text.strip().split("\\s+", 2)[0];
    if (!field.isEmpty() && !PLAIN_FIELDS.contains(field)) {
      hide(HiddenChannel.CODE, text);
    }
  }

  private void drawing(Node drawing) {
    for (Node child : drawing.children()) {
      switch (child.name()) {
        case "w:txbxContent" -> boxes.add(child);
        case "wp:docPr", "pic:cNvPr" -> alternative(child, "descr", "title");
        case "v:shape", "v:rect" -> {
          alternative(child, "alt", "title");
          drawing(child);
        }
        case "a:blip", "v:imagedata" -> dropped.add("image");
        case "c:chart" -> dropped.add("chart");
        case "dgm:relIds" -> dropped.add("diagram");
        case "o:OLEObject" -> dropped.add("embedded object");
        default -> drawing(child);
      }
    }
  }

  private void alternative(Node shape, String... attributes) {
    for (String attribute : attributes) {
      hide(HiddenChannel.ALTERNATIVE, shape.attribute(attribute));
    }
  }

  private void hide(HiddenChannel channel, String text) {
    int last = hidden.size() - 1;
    if (last >= 0
        && hidden.get(last).channel() == channel
        && channel != HiddenChannel.ALTERNATIVE) {
      hidden.set(last, new Hidden(channel, hidden.get(last).text() + text));
    } else if (!text.isBlank()) {
      hidden.add(new Hidden(channel, text));
    }
  }

  private void math(Node node) {
    for (Node child : node.children()) {
      if (child.is("m:t")) {
        visible.append(child.text());
      } else {
        math(child);
      }
    }
  }

  /** A character of a symbol font; the private ones have no meaning outside their font. */
  private static String symbol(String hex) {
    if (!hex.matches("[0-9A-Fa-f]{1,6}")) {
      return "";
    }
    int codePoint = Integer.parseInt(hex, 16);
    boolean known = Character.isValidCodePoint(codePoint) && !Character.isISOControl(codePoint);
    boolean readable = known && Character.getType(codePoint) != Character.PRIVATE_USE;
    return readable && Character.getType(codePoint) != Character.SURROGATE
        ? Character.toString(codePoint)
        : "•";
  }

  /** A piece of hidden text. */
  record Hidden(HiddenChannel channel, String text) {
    /** Says how it was hidden, never what it says. */
    @Override
    public String toString() {
      return "Hidden(" + channel + ")";
    }
  }
}
