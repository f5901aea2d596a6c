package dev.frostbyte.core.document;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.CanonicalDocument;
import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.api.model.DroppedContent;
import dev.frostbyte.api.model.Element;
import dev.frostbyte.api.model.HiddenText;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.Region;
import dev.frostbyte.api.model.Span;
import dev.frostbyte.api.model.TextName;
import dev.frostbyte.api.model.UntrustedText;
import dev.frostbyte.api.spi.BudgetReachedException;
import dev.frostbyte.api.spi.ElementSink;
import dev.frostbyte.api.spi.ParseLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Builds a canonical document from the blocks of a parser: normalises their text, gives every
 * element its place, counts what was dropped, and stops the parser at the counted budgets. One
 * thread.
 */
public final class CanonicalBuilder implements ElementSink {
  private final ParseLimits limits;
  private final TextSpool original = new TextSpool(TextName.ORIGINAL);
  private final TextSpool hidden = new TextSpool(TextName.HIDDEN);
  private final List<Element> elements = new ArrayList<>();
  private final List<HiddenText> hiddenTexts = new ArrayList<>();
  private final Map<DroppedKey, Integer> dropped = new TreeMap<>();
  private int blocks;

  /** A builder under these budgets. */
  public CanonicalBuilder(ParseLimits limits) {
    this.limits = limits;
  }

  @Override
  public void accept(Block block) throws BudgetReachedException {
    blocks++;
    if (blocks > limits.maxElements()) {
      throw new BudgetReachedException("maxElements", limits.maxElements());
    }
    add(block);
    if ((long) original.position() + hidden.position() > limits.maxCharacters()) {
      throw new BudgetReachedException("maxCharacters", limits.maxCharacters());
    }
  }

  /** Whether anything visible was read. */
  public boolean hasText() {
    return original.position() > 0;
  }

  /** The document read so far. */
  public CanonicalDocument build(
      MediaType type, ContentHash source, String parser, int pages, boolean complete) {
    List<DroppedContent> losses =
        dropped.entrySet().stream().map(entry -> entry.getKey().counted(entry.getValue())).toList();
    return new CanonicalDocument(
        type,
        source,
        parser,
        pages,
        complete,
        UntrustedText.of(original.toString()),
        UntrustedText.of(hidden.toString()),
        elements,
        hiddenTexts,
        losses);
  }

  private void add(Block block) {
    switch (block) {
      case Block.Heading heading ->
          addLine(
              heading, heading.text(), span -> new Element.Heading(next(), heading.level(), span));
      case Block.Paragraph paragraph ->
          addLine(paragraph, paragraph.text(), span -> new Element.Paragraph(next(), span));
      case Block.ListItem item ->
          addLine(
              item,
              item.text(),
              span -> new Element.ListItem(next(), item.depth(), item.marker(), span));
      case Block.Furniture furniture ->
          addLine(
              furniture,
              furniture.text(),
              span -> new Element.Furniture(next(), furniture.role(), span));
      case Block.Preformatted text ->
          addPiece(
              TextCleaner.lines(text.text().value()),
              text.regions(),
              span -> new Element.Preformatted(next(), span));
      case Block.Table table ->
          new TableWriter(original, next()).write(table).ifPresent(elements::add);
      case Block.Hidden text -> addHidden(text);
      case Block.Dropped loss -> dropped.merge(DroppedKey.of(loss), 1, Integer::sum);
    }
  }

  private void addLine(Block block, UntrustedText text, Placed placed) {
    addPiece(TextCleaner.line(text.value()), block.regions(), placed);
  }

  private void addPiece(String text, List<Region> regions, Placed placed) {
    if (!text.isEmpty()) {
      int start = original.startPiece();
      original.append(text);
      elements.add(placed.at(original.since(start, regions)));
    }
  }

  private void addHidden(Block.Hidden text) {
    String cleaned = TextCleaner.line(text.text().value());
    if (!cleaned.isEmpty()) {
      int start = hidden.startPiece();
      hidden.append(cleaned);
      hiddenTexts.add(new HiddenText(text.channel(), hidden.since(start, text.regions())));
    }
  }

  private int next() {
    return elements.size();
  }

  /** Makes the element once its place is known. */
  @FunctionalInterface
  private interface Placed {
    Element at(Span span);
  }

  /** What was dropped, where and why. */
  private record DroppedKey(int page, String kind, String reason)
      implements Comparable<DroppedKey> {
    static DroppedKey of(Block.Dropped loss) {
      int page = loss.regions().isEmpty() ? 0 : loss.regions().getFirst().page();
      return new DroppedKey(page, loss.kind(), loss.reason());
    }

    DroppedContent counted(int count) {
      return new DroppedContent(kind, reason, page, count);
    }

    @Override
    public int compareTo(DroppedKey other) {
      int byPage = Integer.compare(page, other.page);
      int byKind = byPage != 0 ? byPage : kind.compareTo(other.kind);
      return byKind != 0 ? byKind : reason.compareTo(other.reason);
    }
  }
}
