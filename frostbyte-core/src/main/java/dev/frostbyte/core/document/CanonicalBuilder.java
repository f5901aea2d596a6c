package dev.frostbyte.core.document;

import dev.frostbyte.api.model.Attached;
import dev.frostbyte.api.model.AttachedFile;
import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.CanonicalDocument;
import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.api.model.DroppedContent;
import dev.frostbyte.api.model.Element;
import dev.frostbyte.api.model.ElementEvidence;
import dev.frostbyte.api.model.Expected;
import dev.frostbyte.api.model.HiddenChannel;
import dev.frostbyte.api.model.HiddenText;
import dev.frostbyte.api.model.Link;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.PageSize;
import dev.frostbyte.api.model.Region;
import dev.frostbyte.api.model.Span;
import dev.frostbyte.api.model.TextEncoding;
import dev.frostbyte.api.model.TextName;
import dev.frostbyte.api.model.UntrustedText;
import dev.frostbyte.api.spi.BudgetReachedException;
import dev.frostbyte.api.spi.ElementSink;
import dev.frostbyte.api.spi.ParseLimits;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Builds a canonical document from the blocks of a parser: normalises their text, gives every
 * element its place, counts what was dropped, and stops the parser at the counted budgets. One
 * thread.
 */
public final class CanonicalBuilder implements ElementSink {
  private static final int LONGEST_MARKER = 16;
  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z][A-Za-z0-9+#._-]{0,23}");

  private final ParseLimits limits;
  private final Consumer<Block.PageImage> images;
  private final AttachedPieces attached;
  private final TextSpool original = new TextSpool(TextName.ORIGINAL);
  private final TextSpool hidden = new TextSpool(TextName.HIDDEN);
  private final List<Element> elements = new ArrayList<>();
  private final List<HiddenText> hiddenTexts = new ArrayList<>();
  private final Map<DroppedKey, Integer> dropped = new TreeMap<>();
  private final List<ElementEvidence> evidence = new ArrayList<>();
  private final List<Link> links = new ArrayList<>();
  private final Set<TextEncoding> encodings = new LinkedHashSet<>();
  private final Set<String> declared = new LinkedHashSet<>();
  private final List<PageSize> pageSizes = new ArrayList<>();
  private final LinkPlaces places = new LinkPlaces(original);
  private final Extent extent = new Extent();
  private int blocks;
  private long characters;

  /** A builder under these budgets. */
  public CanonicalBuilder(ParseLimits limits) {
    this(limits, image -> {}, AttachedPieces.Bounds.of(limits), AttachedSink.NONE);
  }

  /** A builder that hands on pictures of pages and files inside, which are no part of the text. */
  CanonicalBuilder(
      ParseLimits limits,
      Consumer<Block.PageImage> images,
      AttachedPieces.Bounds bounds,
      AttachedSink files) {
    this.limits = limits;
    this.images = images;
    this.attached = new AttachedPieces(limits, bounds, files, this::lose);
  }

  @Override
  public void accept(Block block) throws BudgetReachedException {
    blocks++;
    if (blocks > limits.maxElements()) {
      throw new BudgetReachedException("maxElements", limits.maxElements());
    }
    characters += BlockSize.characters(block);
    if (characters > limits.maxCharacters()) {
      throw new BudgetReachedException("maxCharacters", limits.maxCharacters());
    }
    extent.add(block);
    addHidden(
        new Block.Hidden(
            HiddenChannel.INVISIBLE, UntrustedText.of(UnseenTexts.of(block)), block.regions()));
    int before = elements.size();
    if (!(block.bare() instanceof Attached)) {
      attached.interrupt();
    }
    add(block.bare());
    if (block instanceof Block.Noted noted && elements.size() > before) {
      evidence.add(new ElementEvidence(before, noted.evidence()));
    }
  }

  /** Blocks taken so far. */
  int blocks() {
    return blocks;
  }

  /** Pages begun so far, where the format has any. */
  int pages() {
    return pageSizes.size();
  }

  /** Whether anything visible was read. */
  public boolean hasText() {
    return original.position() > 0;
  }

  /** The document, read to its end. */
  public CanonicalDocument build(
      MediaType type, ContentHash source, String parser, int pages, Expected expected) {
    return build(type, source, parser, pages, expected, true);
  }

  /** The document read so far, cut by a counted budget. */
  public CanonicalDocument buildCut(MediaType type, ContentHash source, String parser, int pages) {
    return build(type, source, parser, pages, Expected.UNKNOWN, false);
  }

  private CanonicalDocument build(
      MediaType type,
      ContentHash source,
      String parser,
      int pages,
      Expected expected,
      boolean complete) {
    String text = original.toString();
    String concealed = hidden.toString();
    List<AttachedFile> files = attached.files();
    List<DroppedContent> losses =
        dropped.entrySet().stream().map(entry -> entry.getKey().counted(entry.getValue())).toList();
    return new CanonicalDocument(
        type,
        source,
        parser,
        TextLanguage.of(text, declared),
        pages,
        pageSizes,
        complete,
        extent.completeness(expected, pages, text, concealed),
        UntrustedText.of(text),
        UntrustedText.of(concealed),
        elements,
        evidence,
        links,
        hiddenTexts,
        losses,
        List.copyOf(encodings),
        files);
  }

  private void add(Block block) throws BudgetReachedException {
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
              span -> new Element.ListItem(next(), item.depth(), marker(item.marker()), span));
      case Block.Furniture furniture ->
          addLine(
              furniture,
              furniture.text(),
              span -> new Element.Furniture(next(), furniture.role(), span));
      case Block.Preformatted text ->
          addLines(
              text,
              text.text(),
              span -> new Element.Preformatted(next(), language(text.language()), span));
      case Block.Formula formula ->
          addLines(formula, formula.text(), span -> new Element.Formula(next(), span));
      case Block.Footnote note ->
          addLine(
              note, note.text(), span -> new Element.Footnote(next(), marker(note.marker()), span));
      case Block.Figure figure -> addFigure(figure);
      case Block.Link link -> addLink(link);
      case Block.Encoded encoded -> encodings.add(encoded.encoding());
      case Block.Language language -> declared.add(TextLanguage.code(language.tag().value()));
      case Block.Page page -> addPage(page.size());
      case Block.PageImage image -> images.accept(image);
      case Attached piece -> attached.take(piece);
      case Block.Noted noted -> throw new IllegalArgumentException("a block is noted once");
      case Block.Table table ->
          new TableWriter(original, next()).write(table).ifPresent(elements::add);
      case Block.Hidden text -> addHidden(text);
      case Block.Dropped loss -> lose(loss);
    }
  }

  private void lose(Block.Dropped loss) {
    dropped.merge(DroppedKey.of(loss), 1, Integer::sum);
  }

  private void addLine(Block block, UntrustedText text, Placed placed) {
    addPiece(TextCleaner.line(text.value()), block.regions(), placed);
  }

  private void addLines(Block block, UntrustedText text, Placed placed) {
    addPiece(TextCleaner.lines(text.value()), block.regions(), placed);
  }

  /** A figure without a caption is an element all the same, of no length. */
  private void addFigure(Block.Figure figure) {
    String caption = TextCleaner.line(figure.caption().value());
    int start = caption.isEmpty() ? original.position() : original.startPiece();
    original.append(caption);
    elements.add(new Element.Figure(next(), original.since(start, figure.regions())));
  }

  /** A page is told once, in order; what says otherwise is not believed. */
  private void addPage(PageSize size) {
    if (pageSizes.isEmpty() || pageSizes.getLast().page() < size.page()) {
      pageSizes.add(size);
    }
  }

  private void addLink(Block.Link link) {
    String label = TextCleaner.line(link.label().value());
    addHidden(new Block.Hidden(HiddenChannel.LINK, link.target(), link.regions()))
        .filter(target -> !elements.isEmpty())
        .ifPresent(
            target -> {
              Element in = elements.getLast();
              Span place = places.place(label, in.number(), in.span());
              links.add(new Link(place, target));
            });
  }

  private void addPiece(String text, List<Region> regions, Placed placed) {
    if (!text.isEmpty()) {
      int start = original.startPiece();
      original.append(text);
      elements.add(placed.at(original.since(start, regions)));
    }
  }

  /** Its place; empty when it holds no text. */
  private Optional<Span> addHidden(Block.Hidden text) {
    String cleaned = TextCleaner.everything(text.text().value());
    if (cleaned.isEmpty()) {
      return Optional.empty();
    }
    int start = hidden.startPiece();
    hidden.append(cleaned);
    Span place = hidden.since(start, text.regions());
    hiddenTexts.add(new HiddenText(text.channel(), place));
    return Optional.of(place);
  }

  /** Part of no text, hence inspected by nobody: what is longer than a marker is no marker. */
  private static UntrustedText marker(UntrustedText written) {
    String marker = TextCleaner.line(written.value());
    return marker.codePointCount(0, marker.length()) <= LONGEST_MARKER
        ? UntrustedText.of(marker)
        : UntrustedText.EMPTY;
  }

  /** A word of a shape that cannot carry text of the document. */
  private static UntrustedText language(UntrustedText written) {
    return LANGUAGE.matcher(written.value()).matches() ? written : UntrustedText.EMPTY;
  }

  private int next() {
    return elements.size();
  }

  /** Makes the element once its place is known. */
  @FunctionalInterface
  private interface Placed {
    Element at(Span span);
  }
}
