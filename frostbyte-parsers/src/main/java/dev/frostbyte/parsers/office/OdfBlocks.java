package dev.frostbyte.parsers.office;

import dev.frostbyte.api.model.Block.Furniture.Role;
import dev.frostbyte.api.model.HiddenChannel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Turns the block-level content of an OpenDocument text into blocks. Nesting is bounded by the
 * depth of the XML. One thread.
 */
final class OdfBlocks {
  private static final Pattern CODE = Pattern.compile("preformatted text|source code.*");
  private static final Pattern TITLE = Pattern.compile("title");
  private static final Set<String> INDEXES =
      Set.of(
          "text:table-of-content",
          "text:illustration-index",
          "text:table-index",
          "text:object-index",
          "text:user-index",
          "text:alphabetical-index");
  private static final Set<String> TRANSPARENT =
      Set.of(
          "text:bibliography",
          "text:index-body",
          "text:index-title",
          "text:numbered-paragraph",
          "office:text");

  private final OdfContext context;
  private final Output out;
  private final List<OdfText> code = new ArrayList<>();

  OdfBlocks(OdfContext context) {
    this.context = context;
    this.out = context.out();
  }

  /** Emits everything in a container, such as a text box. */
  void all(Node container, OdfLook look) throws IOException {
    for (Node child : container.children()) {
      one(child, look);
    }
    end();
  }

  /** Emits one block-level element. */
  void one(Node node, OdfLook look) throws IOException {
    switch (node.name()) {
      case "text:p", "text:h" -> paragraph(node, look, OdfItem.NONE);
      case "text:list" -> list(node, look, OdfItem.NONE);
      case "table:table" -> table(node, look);
      case "text:section" -> section(node, look);
      case "text:tracked-changes" -> deleted(node);
      case "office:annotation" -> out.hidden(HiddenChannel.COMMENT, OdfText.plain(node));
      default -> other(node, look);
    }
  }

  /** Emits lines of code that wait for more. */
  void end() throws IOException {
    if (code.isEmpty()) {
      return;
    }
    List<OdfText> lines = List.copyOf(code);
    code.clear();
    out.preformatted(String.join("\n", lines.stream().map(OdfText::visible).toList()));
    for (OdfText line : lines) {
      after(line);
    }
  }

  /** Emits what follows the text of a paragraph or table cell. */
  void after(OdfText text) throws IOException {
    for (OdfText.Hidden hidden : text.hidden()) {
      out.hidden(hidden.channel(), hidden.text());
    }
    for (String kind : text.dropped()) {
      out.dropped(kind, kind.equals("image") ? "NO_TEXT" : "NOT_READ");
    }
    for (Node box : text.boxes()) {
      new OdfBlocks(context).all(box, OdfLook.PLAIN);
    }
    for (Node note : text.notes()) {
      new OdfBlocks(context).all(note, OdfLook.PLAIN);
    }
  }

  private void other(Node node, OdfLook look) throws IOException {
    if (INDEXES.contains(node.name())) {
      end();
      out.furniture(Role.BOILERPLATE, OdfText.plain(node.child("text:index-body")));
    } else if (OdfText.SHAPES.contains(node.name())) {
      OdfText text = new OdfText(context);
      text.inline(node, look);
      end();
      out.paragraph(text.visible().strip());
      after(text);
    } else if (TRANSPARENT.contains(node.name())) {
      for (Node child : node.children()) {
        one(child, look);
      }
    }
  }

  private void section(Node section, OdfLook look) throws IOException {
    String display = section.attribute("text:display");
    boolean hidden =
        display.equals("none")
            || (display.equals("condition")
                && !section.attribute("text:is-hidden").equals("false"));
    end();
    if (hidden) {
      out.hidden(HiddenChannel.MARKED_HIDDEN, OdfText.plain(section));
      return;
    }
    for (Node child : section.children()) {
      one(child, look);
    }
  }

  private void deleted(Node changes) throws IOException {
    for (Node region : changes.children("text:changed-region")) {
      out.hidden(HiddenChannel.DELETED, OdfText.plain(region.child("text:deletion")));
    }
  }

  private void table(Node table, OdfLook look) throws IOException {
    end();
    new OdfTable(context, look).emit(table);
  }

  private void list(Node list, OdfLook look, OdfItem around) throws IOException {
    OdfItem inside = around.list(list, context.lists());
    for (Node item : list.children()) {
      if (item.is("text:list-item") || item.is("text:list-header")) {
        item(item, look, inside);
      }
    }
  }

  private void item(Node item, OdfLook look, OdfItem list) throws IOException {
    OdfItem at = list.item(item);
    for (Node child : item.children()) {
      switch (child.name()) {
        case "text:p", "text:h" -> {
          paragraph(child, look, at);
          at = at.marked();
        }
        case "text:list" -> list(child, look, list);
        default -> one(child, look);
      }
    }
  }

  private void paragraph(Node paragraph, OdfLook look, OdfItem item) throws IOException {
    OdfText text = new OdfText(context);
    text.add(paragraph, look);
    String style = paragraph.attribute("text:style-name");
    if (context.styles().derives(style, CODE) && paragraph.is("text:p") && !item.waits()) {
      code.add(text);
      return;
    }
    end();
    emit(paragraph, text, item);
    after(text);
  }

  private void emit(Node paragraph, OdfText text, OdfItem item) throws IOException {
    String visible = text.visible().strip();
    if (visible.isEmpty()) {
      return;
    }
    String style = paragraph.attribute("text:style-name");
    int level = level(paragraph, style);
    String marker = item.marker(context.lists(), context.styles(), style);
    if (level > 0) {
      String number = marker.isEmpty() ? numbered(paragraph, level) : marker;
      boolean bullet = number.isEmpty() || number.equals("•");
      out.heading(level, bullet ? visible : number + " " + visible);
    } else if (!marker.isEmpty()) {
      out.listItem(item.depth(), marker, visible);
    } else {
      out.paragraph(visible);
    }
  }

  private String numbered(Node paragraph, int level) {
    return paragraph.is("text:h") ? context.lists().heading(level, paragraph) : "";
  }

  /** Level of a heading, from 1; 0 for a paragraph that is none. */
  private int level(Node paragraph, String style) {
    if (paragraph.is("text:h")) {
      return Numbers.parse(paragraph.attribute("text:outline-level"), 1, 1, 9);
    }
    return context.styles().derives(style, TITLE) ? 1 : 0;
  }
}
