package dev.frostbyte.core.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Normalizer2;
import dev.frostbyte.api.model.Attached;
import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.CanonicalDocument;
import dev.frostbyte.api.model.CodePoints;
import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.api.model.Element;
import dev.frostbyte.api.model.ElementEvidence;
import dev.frostbyte.api.model.Expected;
import dev.frostbyte.api.model.HiddenChannel;
import dev.frostbyte.api.model.HiddenText;
import dev.frostbyte.api.model.Link;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.Span;
import dev.frostbyte.api.model.TextName;
import dev.frostbyte.api.spi.BudgetReachedException;
import dev.frostbyte.api.spi.ParseLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CanonicalBuilderLawsTest {
  private static final ContentHash SOURCE = ContentHash.of(new byte[0]);

  @Provide
  Arbitrary<List<Block>> blocks() {
    return Blocks.lists();
  }

  @Provide
  Arbitrary<String> texts() {
    return Blocks.texts();
  }

  @Property(tries = 500)
  void elementsStandInOrderAndDoNotOverlap(@ForAll("blocks") List<Block> blocks)
      throws BudgetReachedException {
    CanonicalDocument document = build(blocks);
    int end = 0;
    for (int i = 0; i < document.elements().size(); i++) {
      Element element = document.elements().get(i);
      assertThat(element.number()).isEqualTo(i);
      assertThat(element.span().text()).isEqualTo(TextName.ORIGINAL);
      assertThat(element.span().start()).isGreaterThanOrEqualTo(end);
      assertThat(element.span().length() > 0 || element instanceof Element.Figure).isTrue();
      end = element.span().end();
    }
    assertThat(CodePoints.of(document.original().value()).length()).isEqualTo(end);
  }

  @Property(tries = 500)
  void everySpanCutsOutTheCleanedTextOfItsBlock(@ForAll("blocks") List<Block> blocks)
      throws BudgetReachedException {
    CanonicalDocument document = build(blocks);
    CodePoints original = CodePoints.of(document.original().value());
    List<String> expected = new ArrayList<>();
    blocks.forEach(block -> addExpected(block, expected));
    List<String> found = new ArrayList<>();
    for (Element element : document.elements()) {
      if (element instanceof Element.Table table) {
        found.add(slice(original, table.caption()));
        table.cells().forEach(cell -> found.add(slice(original, cell.span())));
      } else {
        found.add(slice(original, element.span()));
      }
    }
    assertThat(found).isEqualTo(expected);
  }

  private static void addExpected(Block block, List<String> expected) {
    String line =
        switch (block.bare()) {
          case Block.Heading it -> TextCleaner.line(it.text().value());
          case Block.Paragraph it -> TextCleaner.line(it.text().value());
          case Block.ListItem it -> TextCleaner.line(it.text().value());
          case Block.Furniture it -> TextCleaner.line(it.text().value());
          case Block.Preformatted it -> TextCleaner.lines(it.text().value());
          case Block.Table it -> addTable(it, expected);
          case Block.Figure it -> addFigure(it, expected);
          case Block.Formula it -> TextCleaner.lines(it.text().value());
          case Block.Footnote it -> TextCleaner.line(it.text().value());
          case Block.Link it -> "";
          case Block.Encoded it -> "";
          case Block.Language it -> "";
          case Block.Page it -> "";
          case Block.PageImage it -> "";
          case Attached it -> "";
          case Block.Noted it -> throw new AssertionError("noted twice");
          case Block.Hidden it -> "";
          case Block.Dropped it -> "";
        };
    if (!line.isEmpty()) {
      expected.add(line);
    }
  }

  /** A figure is an element even without a caption. */
  private static String addFigure(Block.Figure figure, List<String> expected) {
    expected.add(TextCleaner.line(figure.caption().value()));
    return "";
  }

  private static String addTable(Block.Table table, List<String> expected) {
    List<String> texts = new ArrayList<>();
    texts.add(TextCleaner.line(table.caption().value()));
    table.cells().stream()
        .sorted(
            java.util.Comparator.comparingInt(Block.Cell::row).thenComparingInt(Block.Cell::column))
        .forEach(cell -> texts.add(TextCleaner.line(cell.text().value())));
    if (texts.stream().anyMatch(text -> !text.isEmpty())) {
      expected.addAll(texts);
    }
    return "";
  }

  @Property(tries = 500)
  void rowsAreLinesAndCellsOfARowAreSeparatedByTabs(@ForAll("blocks") List<Block> blocks)
      throws BudgetReachedException {
    CanonicalDocument document = build(blocks);
    CodePoints original = CodePoints.of(document.original().value());
    for (Element element : document.elements()) {
      if (element instanceof Element.Table table) {
        assertThat(slice(original, table.span())).isEqualTo(rows(table, original));
      }
    }
  }

  private static String rows(Element.Table table, CodePoints text) {
    StringBuilder rows = new StringBuilder(slice(text, table.caption()));
    int row = -1;
    boolean first = rows.isEmpty();
    for (Element.Cell cell : table.cells()) {
      rows.append(first ? "" : cell.row() == row ? "\t" : "\n").append(slice(text, cell.span()));
      row = cell.row();
      first = false;
    }
    return rows.toString();
  }

  @Property(tries = 500)
  void bothTextsAreWellFormedNormalisedAndWithoutControls(@ForAll("blocks") List<Block> blocks)
      throws BudgetReachedException {
    CanonicalDocument document = build(blocks);
    for (String text : List.of(document.original().value(), document.hidden().value())) {
      assertThat(Normalizer2.getNFCInstance().isNormalized(text)).isTrue();
      assertThat(text.codePoints().filter(CanonicalBuilderLawsTest::isForbidden)).isEmpty();
    }
  }

  private static boolean isForbidden(int codePoint) {
    boolean surrogate = codePoint >= 0xD800 && codePoint <= 0xDFFF;
    boolean control = Character.getType(codePoint) == Character.CONTROL;
    return surrogate || (control && codePoint != '\n' && codePoint != '\t');
  }

  @Property(tries = 500)
  void hiddenPiecesStandInOrderInTheHiddenText(@ForAll("blocks") List<Block> blocks)
      throws BudgetReachedException {
    CanonicalDocument document = build(blocks);
    CodePoints hidden = CodePoints.of(document.hidden().value());
    List<String> expected =
        blocks.stream()
            .flatMap(block -> Stream.of(unseen(block), hiddenText(block)))
            .filter(text -> !text.isEmpty())
            .toList();
    assertThat(document.hiddenTexts().stream().map(HiddenText::span).map(s -> slice(hidden, s)))
        .isEqualTo(expected);
    assertThat(document.hiddenTexts()).allMatch(text -> text.span().text() == TextName.HIDDEN);
  }

  private static String unseen(Block block) {
    return TextCleaner.everything(UnseenTexts.of(block));
  }

  private static String hiddenText(Block block) {
    return switch (block.bare()) {
      case Block.Hidden it -> TextCleaner.everything(it.text().value());
      case Block.Link it -> TextCleaner.everything(it.target().value());
      default -> "";
    };
  }

  @Property(tries = 500)
  void everyLinkLeadsFromAnElementToAPieceOfHiddenText(@ForAll("blocks") List<Block> blocks)
      throws BudgetReachedException {
    CanonicalDocument document = build(blocks);
    for (Link link : document.links()) {
      assertThat(document.hiddenTexts())
          .contains(new HiddenText(HiddenChannel.LINK, link.target()));
      assertThat(document.elements())
          .anyMatch(
              element ->
                  element.span().start() <= link.span().start()
                      && link.span().end() <= element.span().end());
    }
  }

  @Property(tries = 500)
  void evidenceIsKeptWithTheElementItSpeaksOf(@ForAll("blocks") List<Block> blocks)
      throws BudgetReachedException {
    CanonicalDocument document = build(blocks);
    CanonicalDocument bare = build(blocks.stream().map(Block::bare).toList());
    assertThat(document.elements()).isEqualTo(bare.elements());
    assertThat(bare.evidence()).isEmpty();
    assertThat(document.evidence().stream().map(ElementEvidence::element))
        .isSorted()
        .doesNotHaveDuplicates()
        .allMatch(number -> number < document.elements().size());
    assertThat(document.quality()).isBetween(0.0, bare.quality());
  }

  @Property(tries = 200)
  void equalBlocksGiveEqualDocuments(@ForAll("blocks") List<Block> blocks)
      throws BudgetReachedException {
    assertThat(build(blocks)).isEqualTo(build(List.copyOf(blocks)));
    assertThat(Json.bytes(build(blocks))).isEqualTo(Json.bytes(build(blocks)));
  }

  @Property(tries = 500)
  void cleaningCleanTextChangesNothing(@ForAll("texts") String text) {
    String line = TextCleaner.line(text);
    String lines = TextCleaner.lines(text);
    assertThat(TextCleaner.line(line)).isEqualTo(line);
    assertThat(TextCleaner.lines(lines)).isEqualTo(lines);
    assertThat(line).doesNotContain("\n", "\t", "  ").doesNotStartWith(" ").doesNotEndWith(" ");
  }

  @Property(tries = 500)
  void jsonGivesBackEveryDocument(@ForAll("blocks") List<Block> blocks) throws Exception {
    CanonicalDocument document = build(blocks);
    byte[] json = Json.bytes(document);
    assertThat(Json.read(json, CanonicalDocument.class)).isEqualTo(document);
  }

  static CanonicalDocument build(List<Block> blocks) throws BudgetReachedException {
    CanonicalBuilder builder = new CanonicalBuilder(ParseLimits.DEFAULT);
    for (Block block : blocks) {
      builder.accept(block);
    }
    return builder.build(MediaType.TEXT, SOURCE, "test/1", 0, Expected.UNKNOWN);
  }

  private static String slice(CodePoints text, Span span) {
    return text.slice(span.start(), span.end());
  }
}
