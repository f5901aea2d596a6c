package dev.frostbyte.parsers.office;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.Evidence;
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
      whole(openParagraph, text);
    }
  }

  /**
   * Emits what follows a paragraph or table: links first, which are part of it.
   *
   * @param seen whether it was emitted, so that links have a place in it
   */
  void after(List<WordText> texts, boolean seen) throws IOException {
    for (WordText text : texts) {
      out.links(text.links(), seen);
    }
    for (WordText text : texts) {
      unseen(text);
      figures(text);
      boxesAndNotes(text);
    }
  }

  private void unseen(WordText text) throws IOException {
    for (WordText.Hidden hidden : text.hidden()) {
      out.hidden(hidden.channel(), hidden.text());
    }
  }

  private void figures(WordText text) throws IOException {
    for (String target : text.figures()) {
      out.figure();
      out.links(target.isEmpty() ? List.of() : List.of(new Anchor("", target)), true);
    }
    for (WordText.Graphic graphic : text.graphics()) {
      Optional<HiddenChannel> hidden =
          graphic.unseen() ? Optional.of(HiddenChannel.MARKED_HIDDEN) : Optional.empty();
      context.graphics().emit(graphic.reference(), context.relations(), hidden, out);
      String click = graphic.click();
      out.links(click.isEmpty() ? List.of() : List.of(new Anchor("", click)), hidden.isEmpty());
    }
    for (String kind : text.dropped()) {
      out.dropped(kind, WordText.why(kind));
    }
  }

  private void boxesAndNotes(WordText text) throws IOException {
    for (Node box : text.boxes()) {
      new WordBlocks(context, out).all(box, context.page());
    }
    for (WordText.Note reference : text.notes()) {
      WordNotes.Note note = context.notes().take(reference.id(), reference.marked());
      WordLines lines = WordLines.of(note.body(), context.of(note.relations()));
      out.footnote(note.marker(), lines.visible().strip());
      lines.after(out, !lines.visible().isBlank());
    }
  }

  private void sdt(Node sdt, int behind) throws IOException {
    String gallery = sdt.path("w:sdtPr", "w:docPartObj", "w:docPartGallery").value();
    if (!gallery.equals("Table of Contents")) {
      inside(sdt, behind);
      return;
    }
    List<WordText> texts = new ArrayList<>();
    for (Node paragraph : sdt.child("w:sdtContent").children("w:p")) {
      texts.add(text(paragraph, behind));
    }
    List<String> lines = texts.stream().map(WordText::visible).toList();
    out.furniture(Block.Furniture.Role.BOILERPLATE, String.join("\n", lines));
    after(texts, !String.join("", lines).isBlank());
  }

  private void inside(Node node, int behind) throws IOException {
    for (Node child : node.children()) {
      one(child, behind);
    }
  }

  private void deleted(Node node) throws IOException {
    end();
    WordText text = new WordText(context);
    for (Node child : node.children()) {
      text.add(child, context.page());
    }
    out.hidden(HiddenChannel.DELETED, text.visible());
    after(List.of(text), false);
  }

  private void paragraph(Node paragraph, int behind) throws IOException {
    WordText text = open.orElseGet(() -> new WordText(context));
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
    out.gathering(() -> rows.all(table), rows::end);
  }

  private WordText text(Node paragraph, int behind) {
    WordText text = new WordText(context);
    text.add(paragraph, behind);
    return text;
  }

  /** Emits a paragraph and what follows it; a picture that stands in a caption goes before it. */
  private void whole(Node paragraph, WordText text) throws IOException {
    String visible = text.visible().strip();
    if (isCaption(paragraph)) {
      figures(text);
      out.caption(visible);
      out.links(text.links(), !visible.isEmpty());
      unseen(text);
      boxesAndNotes(text);
      return;
    }
    if (!visible.isEmpty()) {
      emit(paragraph, text, visible);
    }
    after(List.of(text), !visible.isEmpty());
  }

  private void emit(Node paragraph, WordText text, String visible) throws IOException {
    String style = context.styles().name(paragraph);
    int level = level(paragraph, style);
    ListPlace place = ListPlace.of(context, paragraph);
    Evidence evidence = text.evidence(Evidence.Basis.MARKUP);
    if (level > 0) {
      String numbered = place.marker().isEmpty() ? visible : place.marker() + " " + visible;
      out.heading(level, numbered, evidence);
    } else if (style.startsWith("toc ")) {
      out.furniture(Block.Furniture.Role.BOILERPLATE, visible);
    } else if (!place.marker().isEmpty()) {
      out.listItem(place.depth(), place.marker(), visible);
    } else if (style.contains("source code") || style.contains("preformatted")) {
      out.preformatted(text.visible(), evidence);
    } else if (text.isFormula()) {
      out.formula(visible);
    } else {
      out.paragraph(visible, evidence);
    }
  }

  private boolean isCaption(Node paragraph) {
    return context.styles().derives(paragraph, "caption");
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
