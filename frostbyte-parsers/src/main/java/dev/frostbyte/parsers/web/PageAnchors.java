package dev.frostbyte.parsers.web;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.HiddenChannel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Follows the links that are open while the text of a block grows. A link around several blocks is
 * a link in each. One thread.
 */
final class PageAnchors {
  private static final class Open {
    private final String target;
    private int from;
    private boolean shown;

    Open(String target, int from) {
      this.target = target;
      this.from = from;
    }
  }

  private final Deque<Open> open = new ArrayDeque<>();
  private final List<Block> links = new ArrayList<>();

  void begin(String target, int at) {
    open.push(new Open(target.strip(), at));
  }

  /**
   * Ends the innermost link.
   *
   * @return where it leads when a reader sees nothing of it; empty otherwise
   */
  String end(CharSequence text) {
    if (open.isEmpty()) {
      return "";
    }
    Open ended = open.pop();
    label(ended, text);
    return ended.shown ? "" : ended.target;
  }

  /** Links of a block that ends here; open ones go on in the next. */
  List<Block> take(CharSequence text) {
    for (Open each : open) {
      label(each, text);
      each.from = 0;
    }
    List<Block> taken = List.copyOf(links);
    links.clear();
    return taken;
  }

  private void label(Open link, CharSequence text) {
    String label = text.subSequence(Math.min(link.from, text.length()), text.length()).toString();
    if (!label.isBlank() && !link.target.isEmpty()) {
      link.shown = true;
      links.add(Block.link(label.strip(), link.target, List.of()));
    }
  }

  /** A link whose label stands in none of the blocks before it any more. */
  static Block placeless(Block block) {
    return block instanceof Block.Link link
        ? new Block.Hidden(HiddenChannel.LINK, link.target(), List.of())
        : block;
  }
}
