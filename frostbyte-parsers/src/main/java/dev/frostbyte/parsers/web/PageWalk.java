package dev.frostbyte.parsers.web;

import dev.frostbyte.api.model.HiddenChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Walks a page in document order, without recursion, and tells the writer what is there. */
final class PageWalk implements NodeVisitor {
  private static final Set<String> BLOCKS =
      Set.of(
          "address",
          "article",
          "aside",
          "blockquote",
          "body",
          "center",
          "dd",
          "details",
          "dialog",
          "dir",
          "div",
          "dl",
          "dt",
          "fieldset",
          "figcaption",
          "figure",
          "footer",
          "form",
          "header",
          "hgroup",
          "hr",
          "legend",
          "main",
          "menu",
          "nav",
          "ol",
          "optgroup",
          "option",
          "p",
          "search",
          "section",
          "summary",
          "ul",
          "select",
          "textarea");
  private static final Set<String> LOADED =
      Set.of("iframe", "object", "embed", "video", "audio", "canvas", "svg", "math", "applet");

  private record Place(Look look, boolean asIs, boolean furniture) {}

  private final PageWriter writer;
  private final Looks looks;
  private final Deque<Place> places = new ArrayDeque<>();
  private final PageLists lists = new PageLists();
  private Set<Element> dataTables = Set.of();

  PageWalk(PageWriter writer, Looks looks) {
    this.writer = writer;
    this.looks = looks;
    places.push(new Place(Look.PLAIN, false, false));
  }

  @Override
  public void head(Node node, int depth) {
    switch (node) {
      case TextNode text -> text(text.getWholeText());
      case Comment comment -> writer.hidden(HiddenChannel.COMMENT, comment.getData());
      case Element element -> enter(element);
      default -> {}
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (node instanceof Element element) {
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
    places.push(new Place(look, around.asIs() || name.equals("pre"), furniture));
    open(element, name, look);
    attributes(element, name);
  }

  private void open(Element element, String name, Look look) {
    switch (name) {
      case "body" -> dataTables = DataTables.of((Document) element.root());
      case "h1", "h2", "h3", "h4", "h5", "h6" ->
          writer.begin(new PageWriter.Kind.Heading(name.charAt(1) - '0'));
      case "pre" -> writer.begin(new PageWriter.Kind.Preformatted());
      case "br" -> writer.lineBreak();
      case "li" -> writer.begin(lists.item(element));
      case "table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption" ->
          openTable(element, name, look);
      case "script", "style" -> writer.dropped(name, "CODE");
      case "img", "input" -> replaced(element, name, look);
      default -> openOther(element, name);
    }
  }

  private void openOther(Element element, String name) {
    lists.enter(element);
    if (BLOCKS.contains(name)) {
      writer.begin(new PageWriter.Kind.Paragraph());
    }
    if (LOADED.contains(name)) {
      writer.dropped(name, "NOT_TEXT");
    }
  }

  private void openTable(Element element, String name, Look look) {
    PageTable table = writer.table();
    if (name.equals("table") && dataTables.contains(element)) {
      writer.beginTable(new PageTable());
    } else if (table == null) {
      writer.begin(new PageWriter.Kind.Paragraph());
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
      default -> {
        lists.leave(element);
        if (BLOCKS.contains(name)) {
          writer.flush();
        }
      }
    }
    if (places.pop().furniture()) {
      writer.endFurniture();
    }
  }

  private void leaveTable(Element element, String name) {
    PageTable table = writer.table();
    writer.flush();
    if (table == null) {
      return;
    }
    switch (name) {
      case "table" -> writer.endTable();
      case "tr" -> heading(element, table);
      default -> table.endText();
    }
  }

  private static void heading(Element row, PageTable table) {
    boolean all = row.children().stream().allMatch(cell -> cell.normalName().equals("th"));
    if (all && row.childrenSize() > 0) {
      table.markHeading();
    }
  }

  private void replaced(Element element, String name, Look look) {
    if (name.equals("img")) {
      writer.dropped("image", "NO_TEXT");
    } else if (element.attr("type").equalsIgnoreCase("hidden")) {
      writer.hidden(HiddenChannel.MARKED_HIDDEN, element.attr("value"));
    } else if (look.hides().isEmpty()) {
      writer.text(" " + element.attr("value") + " ", false);
    }
  }

  private void attributes(Element element, String name) {
    if (name.equals("img") || name.equals("area")) {
      writer.hidden(HiddenChannel.ALTERNATIVE, element.attr("alt"));
    }
    writer.hidden(HiddenChannel.ALTERNATIVE, element.attr("title"));
    writer.hidden(HiddenChannel.ALTERNATIVE, element.attr("aria-label"));
    writer.hidden(HiddenChannel.ALTERNATIVE, element.attr("placeholder"));
  }

  private static boolean isIn(Element element, String name) {
    Element parent = element.parent();
    return parent != null && parent.normalName().equals(name);
  }
}
