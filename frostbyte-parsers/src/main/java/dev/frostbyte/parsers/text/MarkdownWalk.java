package dev.frostbyte.parsers.text;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.HiddenChannel;
import dev.frostbyte.api.spi.ElementSink;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.jspecify.annotations.Nullable;

/** Walks a document without recursion, so that no nesting overflows the stack. One thread. */
final class MarkdownWalk {
  private final ElementSink sink;
  private int lists;
  private int number;
  private String marker = "";

  MarkdownWalk(ElementSink sink) {
    this.sink = sink;
  }

  void walk(Node document) throws IOException {
    Node node = document;
    while (node != null) {
      Node child = enter(node) ? node.getFirstChild() : null;
      node = child == null ? after(node, document) : child;
    }
  }

  /** The next node behind this one, leaving every container that ends here. */
  private @Nullable Node after(Node from, Node document) {
    Node node = from;
    while (node != document && node.getNext() == null) {
      leave(node);
      node = node.getParent();
    }
    leave(node);
    return node == document ? null : node.getNext();
  }

  /** Emits what this node is; true when its children are to be walked. */
  private boolean enter(Node node) throws IOException {
    switch (node) {
      case Heading heading -> emit(MarkdownText.of(heading), heading.getLevel());
      case FootnoteDefinition note -> note(note);
      case Paragraph paragraph -> paragraph(MarkdownText.of(paragraph));
      case FencedCodeBlock code -> sink.accept(code(code.getInfo(), code.getLiteral()));
      case IndentedCodeBlock code -> sink.accept(code("", code.getLiteral()));
      case HtmlBlock html -> html(html.getLiteral());
      case TableBlock table -> table(table);
      case BulletList list -> lists++;
      case OrderedList list -> {
        lists++;
        Integer start = list.getMarkerStartNumber();
        number = start == null ? 1 : start;
      }
      case ListItem item -> marker = marker(item);
      default -> {}
    }
    return !(node instanceof Heading
        || node instanceof Paragraph
        || node instanceof FootnoteDefinition
        || node instanceof TableBlock);
  }

  private void leave(Node node) {
    if (node instanceof BulletList || node instanceof OrderedList) {
      lists--;
      number = outerNumber(node);
    }
    if (node instanceof ListItem) {
      marker = "";
      number++;
    }
  }

  /** Number of the item of the outer list that the list stands in. */
  private static int outerNumber(Node list) {
    if (!(list.getParent() instanceof ListItem item)
        || !(item.getParent() instanceof OrderedList outer)) {
      return 0;
    }
    Integer start = outer.getMarkerStartNumber();
    int place = start == null ? 1 : start;
    for (Node before = item.getPrevious(); before != null; before = before.getPrevious()) {
      place++;
    }
    return place;
  }

  private String marker(ListItem item) {
    return item.getParent() instanceof OrderedList list
        ? number + (list.getMarkerDelimiter() == null ? "." : list.getMarkerDelimiter())
        : "-";
  }

  private void emit(MarkdownText text, int level) throws IOException {
    sink.accept(Block.heading(level, text.visible(), List.of()));
    hidden(text);
  }

  /** The first paragraph of an item is the item; later ones stand for themselves. */
  private void paragraph(MarkdownText text) throws IOException {
    if (marker.isEmpty()) {
      sink.accept(Block.paragraph(text.visible(), List.of()));
    } else {
      int depth = Math.min(99, lists - 1);
      sink.accept(Block.listItem(depth, marker, text.visible(), List.of()));
      marker = "";
    }
    hidden(text);
  }

  /** A note is one block, each of its paragraphs a line. */
  private void note(FootnoteDefinition note) throws IOException {
    List<MarkdownText> texts = new ArrayList<>();
    for (Node child = note.getFirstChild(); child != null; child = child.getNext()) {
      texts.add(MarkdownText.of(child));
    }
    List<String> lines = texts.stream().map(MarkdownText::visible).toList();
    sink.accept(Block.footnote(note.getLabel(), String.join("\n", lines), List.of()));
    all(texts);
  }

  private void table(TableBlock table) throws IOException {
    List<MarkdownText> texts = new ArrayList<>();
    sink.accept(MarkdownTable.of(table, texts));
    all(texts);
  }

  /** What follows a block of several texts: all their links before any picture. */
  private void all(List<MarkdownText> texts) throws IOException {
    List<Block> after = new ArrayList<>();
    texts.forEach(text -> after.addAll(text.after()));
    for (boolean links : new boolean[] {true, false}) {
      for (Block block : after) {
        if (links == isLabelled(block)) {
          sink.accept(block);
        }
      }
    }
  }

  private static boolean isLabelled(Block block) {
    return block instanceof Block.Link link && !link.label().isBlank();
  }

  private void html(String literal) throws IOException {
    String text = literal.strip();
    if (text.startsWith("<!--") && text.indexOf("-->") == text.length() - 3) {
      String comment = text.substring(4, text.length() - 3).strip();
      sink.accept(Block.hidden(HiddenChannel.COMMENT, comment, List.of()));
    } else {
      sink.accept(Block.hidden(HiddenChannel.CODE, text, List.of()));
      sink.accept(new Block.Dropped("html", "RAW_HTML", List.of()));
    }
  }

  private void hidden(MarkdownText text) throws IOException {
    sink.acceptAll(text.after());
  }

  /** The first word behind a fence names the language (CommonMark 0.31, 4.5). */
  private static Block code(@Nullable String info, String literal) {
    String words = info == null ? "" : info.strip();
    return Block.code(words.split("[\\s{]", 2)[0], literal.stripTrailing());
  }
}
