package dev.frostbyte.parsers.web;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.HiddenChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/** Walks a page in document order, without recursion, and tells the writer what is there. */
final class PageWalk implements NodeVisitor {
  private static final Set<String> BLOCKS =
      Set.of(
          ("address article aside blockquote body center dd details dialog dir div dl "
                  + "dt fieldset figcaption figure footer form header hgroup hr legend main "
                  + "menu nav ol p search section summary textarea ul")
              .split(" "));
  private static final List<String> TELLING =
      List.of("title", "aria-label", "aria-description", "placeholder", "summary");
  private static final Set<String> LOADED =
      Set.of("iframe", "object", "embed", "video", "audio", "canvas", "svg", "applet");

  /**
   * What is open.
   *
   * @param note mark of a note that begins here; null when none does
   */
  private record Place(Look look, boolean asIs, boolean furniture, @Nullable String note) {}

  private final PageWriter writer;
  private final Looks looks;
  private final Deque<Place> places = new ArrayDeque<>();
  private final PageLists lists = new PageLists();
  private final PageNotes notes;
  private Set<Element> dataTables = Set.of();
  private @Nullable PageFigure figure;
  private @Nullable Node skipped;

  PageWalk(PageWriter writer, Looks looks, PageNotes notes) {
    this.writer = writer;
    this.looks = looks;
    this.notes = notes;
    places.push(new Place(looks.ofPage(), false, false, null));
  }

  @Override
  public void head(Node node, int depth) {
    if (skipped != null) {
      return;
    }
    switch (node) {
      case TextNode text -> text(text.getWholeText());
      case Comment comment -> writer.hidden(HiddenChannel.COMMENT, comment.getData());
      case Element element -> enter(element);
      default -> {}
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (node == skipped) {
      skipped = null;
    }
    if (skipped == null && node instanceof Element element) {
      leave(element);
    }
  }

  private void text(String words) {
    Place place = places.element();
    Optional<HiddenChannel> channel = place.look().hides();
    if (channel.isEmpty()) {
      writer.text(words, place.asIs());
    } else if (!words.isBlank()) {
      writer.unseen(channel.get(), words);
    }
  }

  private void enter(Element element) {
    Place around = places.element();
    Look look = looks.inside(element, around.look());
    String name = element.normalName();
    boolean furniture = Furnishing.is(element);
    if (furniture) {
      writer.beginFurniture();
    }
    String note = look.hides().isPresent() || furniture ? null : beginNote(element);
    places.push(new Place(look, around.asIs() || name.equals("pre"), furniture, note));
    open(element, name, look);
    attributes(element, name);
  }

  private @Nullable String beginNote(Element element) {
    boolean inside = writer.gathers() || writer.inFurniture() || writer.table() != null;
    String mark = notes.of(element, inside).orElse(null);
    if (mark != null) {
      writer.gather();
    }
    return mark;
  }

  private void open(Element element, String name, Look look) {
    switch (name) {
      case "body" -> dataTables = DataTables.of((Document) element.root());
      case "h1", "h2", "h3", "h4", "h5", "h6" ->
          writer.begin(new PageKind.Heading(name.charAt(1) - '0'));
      case "pre" -> writer.begin(PageKind.Preformatted.of(element));
      case "br" -> writer.lineBreak();
      case "li" -> writer.begin(lists.item(element));
      case "table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption" ->
          openTable(element, name, look);
      case "script", "style" -> writer.dropped(name, "CODE");
      case "a" -> writer.beginLink(element.attr("href"));
      case "math" -> math(element, look);
      case "img" -> picture(element, look);
      case "input" -> PageForm.input(element, look.hides(), writer);
      case "select", "datalist", "button" -> {
        if (PageForm.take(element, look.hides(), writer)) {
          skipped = element;
        }
      }
      default -> openOther(element, name);
    }
  }

  private void openOther(Element element, String name) {
    lists.enter(element);
    if (BLOCKS.contains(name)) {
      writer.begin(new PageKind.Paragraph());
    }
    if (figure == null) {
      figure = PageFigure.begin(element, writer);
    } else if (name.equals("figcaption")) {
      writer.gather();
    }
    if (LOADED.contains(name)) {
      writer.dropped(name, "NOT_TEXT");
    }
  }

  /** A formula set apart is a block; one in a line is text of it. */
  private void math(Element element, Look look) {
    skipped = element;
    String formula = PageMath.text(element);
    boolean inside = writer.gathers() || writer.inFurniture() || writer.table() != null;
    if (look.hides().isPresent()) {
      writer.hidden(look.hides().get(), formula);
    } else if (element.attr("display").equals("block") && !inside && !formula.isEmpty()) {
      writer.whole(Block.formula(formula, List.of()));
    } else {
      writer.text(formula, false);
    }
  }

  private void openTable(Element element, String name, Look look) {
    PageTable table = writer.table();
    if (name.equals("table") && dataTables.contains(element)) {
      writer.beginTable(new PageTable());
    } else if (table == null) {
      writer.begin(new PageKind.Paragraph());
    } else if (look.hides().isEmpty()) {
      writer.flush();
      switch (name) {
        case "tr" -> table.beginRow(isIn(element, "thead"));
        case "td", "th" -> table.beginCell(element);
        case "caption" -> table.beginCaption();
        default -> {}
      }
    }
  }

  private void leave(Element element) {
    String name = element.normalName();
    switch (name) {
      case "table", "tr", "td", "th", "caption" -> leaveTable(element, name);
      case "h1", "h2", "h3", "h4", "h5", "h6", "pre", "li" -> writer.end();
      case "a" -> writer.endLink();
      default -> {
        lists.leave(element);
        if (BLOCKS.contains(name)) {
          writer.flush();
        }
      }
    }
    Place left = places.pop();
    if (left.furniture()) {
      writer.endFurniture();
    }
    if (left.note() != null) {
      String words = writer.gathered();
      writer.whole(Block.footnote(left.note(), words, List.of()));
    }
    leaveFigure(element, name);
  }

  private void leaveFigure(Element element, String name) {
    if (figure == null) {
      return;
    }
    if (figure.is(element)) {
      figure.end();
      figure = null;
    } else if (name.equals("figcaption")) {
      figure.caption(writer.gathered());
    }
  }

  private void leaveTable(Element element, String name) {
    PageTable table = writer.table();
    writer.flush();
    if (table == null) {
      return;
    }
    switch (name) {
      case "table" -> endTable();
      case "tr" -> heading(element, table);
      default -> table.endText();
    }
  }

  private void endTable() {
    if (figure == null) {
      writer.endTable();
    } else {
      figure.table(writer.takeTable());
    }
  }

  private static void heading(Element row, PageTable table) {
    boolean all = row.children().stream().allMatch(cell -> cell.normalName().equals("th"));
    if (all && row.childrenSize() > 0) {
      table.markHeading();
    }
  }

  private void picture(Element element, Look look) {
    if (look.hides().isEmpty() && !isDecoration(element)) {
      writer.picture();
    }
    writer.dropped("image", "NO_TEXT");
  }

  private void attributes(Element element, String name) {
    if (name.equals("img") || name.equals("area") || name.equals("input")) {
      writer.hidden(HiddenChannel.ALTERNATIVE, element.attr("alt"));
    }
    for (String telling : TELLING) {
      writer.hidden(HiddenChannel.ALTERNATIVE, element.attr(telling));
    }
  }

  /** HTML 5, 4.8.4: an empty description says that a picture means nothing. */
  private static boolean isDecoration(Element picture) {
    boolean described = picture.hasAttr("alt") && picture.attr("alt").isBlank();
    return described || picture.attr("role").matches("presentation|none");
  }

  private static boolean isIn(Element element, String name) {
    Element parent = element.parent();
    return parent != null && parent.normalName().equals(name);
  }
}
