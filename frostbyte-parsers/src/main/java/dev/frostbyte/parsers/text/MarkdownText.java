package dev.frostbyte.parsers.text;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.HiddenChannel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/**
 * The words of one block with its links and pictures, and what stands in it unseen: alternative
 * texts, titles, comments.
 */
final class MarkdownText {
  private final StringBuilder visible = new StringBuilder();
  private final StringBuilder alternative = new StringBuilder();
  private final List<Block> links = new ArrayList<>();
  private final List<Block> hidden = new ArrayList<>();
  private final Deque<Integer> open = new ArrayDeque<>();
  private int images;

  private MarkdownText() {}

  /** Reads everything below a node, without recursion. */
  static MarkdownText of(Node block) {
    MarkdownText text = new MarkdownText();
    Node node = block.getFirstChild();
    while (node != null) {
      text.enter(node);
      Node child = node.getFirstChild();
      node = child == null ? text.after(node, block) : child;
    }
    return text;
  }

  String visible() {
    return visible.toString().strip();
  }

  /** What follows the block: links first, which are part of it, then what is not seen of it. */
  List<Block> after() {
    List<Block> after = new ArrayList<>();
    for (Block link : links) {
      after.add(visible().isEmpty() ? unseen((Block.Link) link) : link);
    }
    after.addAll(hidden);
    return after;
  }

  private @Nullable Node after(Node from, Node block) {
    Node node = from;
    while (node != block && node.getNext() == null) {
      leave(node);
      node = node.getParent();
    }
    if (node == block) {
      return null;
    }
    leave(node);
    return node.getNext();
  }

  private void enter(Node node) {
    switch (node) {
      case Text text -> append(text.getLiteral());
      case Code code -> append(code.getLiteral());
      case SoftLineBreak soft -> append(" ");
      case HardLineBreak hard -> append("\n");
      case HtmlInline html -> html(html.getLiteral());
      case FootnoteReference note -> {}
      case Link link -> {
        open.push(visible.length());
        hide(link.getTitle());
      }
      case Image image -> {
        images++;
        hide(image.getTitle());
      }
      default -> {}
    }
  }

  private void leave(Node node) {
    if (node instanceof Image && --images == 0) {
      hidden.add(Block.figure("", List.of()));
      hide(alternative.toString());
      hidden.add(new Block.Dropped("image", "NO_TEXT", List.of()));
      alternative.setLength(0);
    } else if (node instanceof Link link) {
      link(visible.substring(open.pop()).strip(), link.getDestination());
    }
  }

  /** A link around nothing but a picture is the picture's. */
  private void link(String label, String target) {
    if (!label.isEmpty()) {
      links.add(Block.link(label, target, List.of()));
    } else if (hidden.stream().anyMatch(Block.Figure.class::isInstance)) {
      hidden.add(Block.link("", target, List.of()));
    } else {
      hidden.add(Block.hidden(HiddenChannel.LINK, target, List.of()));
    }
  }

  private static Block unseen(Block.Link link) {
    return new Block.Hidden(HiddenChannel.LINK, link.target(), List.of());
  }

  private void append(String text) {
    (images > 0 ? alternative : visible).append(text);
  }

  private void html(String tag) {
    if (tag.startsWith("<!--") && tag.endsWith("-->") && tag.length() >= 7) {
      String comment = tag.substring(4, tag.length() - 3).strip();
      hidden.add(Block.hidden(HiddenChannel.COMMENT, comment, List.of()));
    } else if (tag.matches("(?is)<br\\b.*")) {
      append("\n");
    } else {
      hidden.add(Block.hidden(HiddenChannel.CODE, tag, List.of()));
    }
  }

  private void hide(@Nullable String text) {
    if (text != null && !text.isBlank()) {
      hidden.add(Block.hidden(HiddenChannel.ALTERNATIVE, text.strip(), List.of()));
    }
  }
}
