package dev.frostbyte.parsers.pdf;

import dev.frostbyte.api.model.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One page after its glyphs were judged and gathered: the seen lines of its main direction in the
 * frame of that direction, lines of other directions, and what a reader cannot see. Immutable.
 *
 * @param layer words of the text layer of a scan among them, on the displayed page
 * @param look what models say of the page
 */
record PageText(
    int number,
    Frame frame,
    List<Chunk> chunks,
    List<Aside> asides,
    List<Rule> rules,
    List<Rect> figures,
    List<PageLink> links,
    List<Block> evidence,
    List<Word> layer,
    Map<Integer, Tag> tags,
    PageLook look) {
  /** A page that no model is asked about. */
  PageText(
      int number,
      Frame frame,
      List<Chunk> chunks,
      List<Aside> asides,
      List<Rule> rules,
      List<Rect> figures,
      List<PageLink> links,
      List<Block> evidence,
      List<Word> layer,
      Map<Integer, Tag> tags) {
    this(
        number, frame, chunks, asides, rules, figures, links, evidence, layer, tags, PageLook.NONE);
  }

  /** The same page, once all its words are known, with models to be asked. */
  PageText with(PageLook other) {
    return new PageText(
        number, frame, chunks, asides, rules, figures, links, evidence, layer, tags, other);
  }

  /** The same page with more evidence, its links and what the structure tree says of it. */
  PageText with(List<Block> more, List<PageLink> leading, Map<Integer, Tag> tree) {
    List<Block> all = new ArrayList<>(evidence);
    all.addAll(more);
    return new PageText(number, frame, chunks, asides, rules, figures, leading, all, layer, tree);
  }

  /**
   * Lines in another direction than most of the page, or that lie on others.
   *
   * @param over whether they lie on others, in the direction of the page
   */
  record Aside(Frame frame, List<Chunk> chunks, boolean over) {}
}
