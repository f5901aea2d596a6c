package dev.frostbyte.parsers.office;

import dev.frostbyte.api.model.Block.Furniture.Role;
import dev.frostbyte.api.model.Evidence;
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
  private static final Pattern CAPTION = Pattern.compile("caption");
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
    String whole = String.join("\n", lines.stream().map(OdfText::visible).toList());
    out.preformatted(whole, lines.getFirst().evidence(Evidence.Basis.MARKUP));
    after(lines, !whole.isBlank());
  }

  /**
   * Emits what follows a paragraph or table: links first, which are part of it.
   *
   * @param seen whether it was emitted, so that links have a place in it
   */
  void after(List<OdfText> texts, boolean seen) throws IOException {
    for (OdfText text : texts) {
      out.links(text.links(), seen);
    }
    for (OdfText text : texts) {
      unseen(text);
      figures(text);
      boxesAndNotes(text);
    }
  }

  private void unseen(OdfText text) throws IOException {
    for (OdfHidden hidden : text.hidden()) {
      out.hidden(hidden.channel(), hidden.text());
    }
  }

  private void figures(OdfText text) throws IOException {
    for (String target : text.figures()) {
      out.figure();
      out.links(target.isEmpty() ? List.of() : List.of(new Anchor("", target)), true);
    }
    for (String kind : text.dropped()) {
      out.dropped(kind, kind.equals("image") ? "NO_TEXT" : "NOT_READ");
    }
  }

  private void boxesAndNotes(OdfText text) throws IOException {
    for (Node box : text.boxes()) {
      new OdfBlocks(context).all(box, OdfLook.PLAIN);
    }
    for (Node note : text.notes()) {
      new OdfNote(context).emit(note);
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
      String visible = text.visible().strip();
      single(text, visible);
      after(List.of(text), !visible.isEmpty());
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
    String visible = text.visible().strip();
    if (context.styles().derives(style, CAPTION)) {
      caption(text, visible);
      return;
    }
    if (!visible.isEmpty()) {
      emit(paragraph, text, visible, item);
    }
    after(List.of(text), !visible.isEmpty());
  }

  /** A picture that stands in its caption goes before it. */
  private void caption(OdfText text, String visible) throws IOException {
    figures(text);
    out.caption(visible);
    out.links(text.links(), !visible.isEmpty());
    unseen(text);
    boxesAndNotes(text);
  }

  private void single(OdfText text, String visible) throws IOException {
    if (text.isFormula()) {
      out.formula(visible);
    } else {
      out.paragraph(visible, text.evidence(Evidence.Basis.MARKUP));
    }
  }

  private void emit(Node paragraph, OdfText text, String visible, OdfItem item) throws IOException {
    String style = paragraph.attribute("text:style-name");
    int level = level(paragraph, style);
    String marker = item.marker(context.lists(), context.styles(), style);
    if (level > 0) {
      String number = marker.isEmpty() ? numbered(paragraph, level) : marker;
      boolean bullet = number.isEmpty() || number.equals("•");
      String shown = bullet ? visible : number + " " + visible;
      out.heading(level, shown, text.evidence(Evidence.Basis.MARKUP));
    } else if (!marker.isEmpty()) {
      out.listItem(item.depth(), marker, visible);
    } else {
      single(text, visible);
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
