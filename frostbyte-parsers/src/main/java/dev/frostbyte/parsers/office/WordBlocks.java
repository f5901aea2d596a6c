package dev.frostbyte.parsers.office;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.HiddenChannel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Turns the block-level content of a Word story (body, note, text box) into blocks. Nesting is
 * bounded by the depth of the XML. One thread.
 */
final class WordBlocks {
  private static final int BODY_TEXT = 9;
  private static final Set<String> TRANSPARENT =
      Set.of(
          "w:body",
          "w:sdt",
          "w:sdtContent",
          "w:customXml",
          "w:ins",
          "w:moveTo",
          "w:smartTag",
          "mc:AlternateContent",
          "mc:Choice",
          "mc:Fallback");

  private final WordContext context;
  private final Output out;
  private Optional<WordText> open = Optional.empty();
  private Node openParagraph = Node.NONE;

  WordBlocks(WordContext context, Output out) {
    this.context = context;
    this.out = out;
  }

  /** Emits everything in a container, such as a text box. */
  void all(Node container, int behind) throws IOException {
    for (Node child : container.children()) {
      one(child, behind);
    }
    end();
  }

  /** Emits one block-level element. */
  void one(Node node, int behind) throws IOException {
    switch (node.name()) {
      case "w:p" -> paragraph(node, behind);
      case "w:tbl" -> table(node, behind);
      case "w:del", "w:moveFrom" -> deleted(node);
      case "w:altChunk" -> out.dropped("embedded document", "NOT_READ");
      case "w:sdt" -> sdt(node, behind);
      default -> {
        if (TRANSPARENT.contains(node.name())) {
          inside(node, behind);
        }
      }
    }
  }

  /** Emits a paragraph that waits for the one its deleted mark joins it to. */
  void end() throws IOException {
    if (open.isPresent()) {
      WordText text = open.get();
      open = Optional.empty();
      emit(openParagraph, text);
      after(text);
    }
  }

  /** Emits what follows the text of a paragraph or table cell. */
  void after(WordText text) throws IOException {
    for (WordText.Hidden hidden : text.hidden()) {
      out.hidden(hidden.channel(), hidden.text());
    }
    for (String kind : text.dropped()) {
      out.dropped(kind, kind.equals("image") ? "NO_TEXT" : "NOT_READ");
    }
    for (Node box : text.boxes()) {
      new WordBlocks(context, out).all(box, context.page());
    }
    for (String note : text.notes()) {
      Node body = context.notes().remove(note);
      if (body != null) {
        new WordBlocks(context, out).all(body, context.page());
      }
    }
  }

  private void sdt(Node sdt, int behind) throws IOException {
    String gallery = sdt.path("w:sdtPr", "w:docPartObj", "w:docPartGallery").value();
    if (!gallery.equals("Table of Contents")) {
      inside(sdt, behind);
      return;
    }
    List<String> lines = new ArrayList<>();
    for (Node paragraph : sdt.child("w:sdtContent").children("w:p")) {
      WordText text = text(paragraph, behind);
      lines.add(text.visible());
      after(text);
    }
    out.furniture(Block.Furniture.Role.BOILERPLATE, String.join("\n", lines));
  }

  private void inside(Node node, int behind) throws IOException {
    for (Node child : node.children()) {
      one(child, behind);
    }
  }

  private void deleted(Node node) throws IOException {
    end();
    WordText text = new WordText(context.visibility());
    for (Node child : node.children()) {
      text.add(child, context.page());
    }
    out.hidden(HiddenChannel.DELETED, text.visible());
    after(text);
  }

  private void paragraph(Node paragraph, int behind) throws IOException {
    WordText text = open.orElseGet(() -> new WordText(context.visibility()));
    if (open.isEmpty()) {
      openParagraph = paragraph;
    }
    text.add(paragraph, behind);
    open = Optional.of(text);
    if (!text.continues()) {
      end();
    }
  }

  private void table(Node table, int behind) throws IOException {
    end();
    WordTable rows = new WordTable(context, out, behind);
    for (Node child : table.children()) {
      rows.add(child);
    }
    rows.end();
  }

  private WordText text(Node paragraph, int behind) {
    WordText text = new WordText(context.visibility());
    text.add(paragraph, behind);
    return text;
  }

  private void emit(Node paragraph, WordText text) throws IOException {
    String visible = text.visible().strip();
    if (visible.isEmpty()) {
      return;
    }
    String style = context.styles().name(paragraph);
    int level = level(paragraph, style);
    ListPlace place = ListPlace.of(context, paragraph);
    if (level > 0) {
      out.heading(level, place.marker().isEmpty() ? visible : place.marker() + " " + visible);
    } else if (style.startsWith("toc ")) {
      out.furniture(Block.Furniture.Role.BOILERPLATE, visible);
    } else if (!place.marker().isEmpty()) {
      out.listItem(place.depth(), place.marker(), visible);
    } else if (style.contains("source code") || style.contains("preformatted")) {
      out.preformatted(text.visible());
    } else {
      out.paragraph(visible);
    }
  }

  /** Level of a heading, from 1; 0 for a paragraph that is none. */
  private int level(Node paragraph, String style) {
    long outline = context.styles().ofParagraph(paragraph, "w:outlineLvl").number("w:val", -1);
    if (outline >= 0 && outline < BODY_TEXT) {
      return (int) outline + 1;
    }
    if (style.matches("heading [1-9]")) {
      return style.charAt(style.length() - 1) - '0';
    }
    return style.equals("title") ? 1 : 0;
  }
}
