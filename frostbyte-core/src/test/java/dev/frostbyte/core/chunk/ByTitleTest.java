package dev.frostbyte.core.chunk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.ChunkDraft;
import dev.frostbyte.api.model.CodePoints;
import dev.frostbyte.api.model.Element;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ServedDocument;
import dev.frostbyte.api.model.Span;
import dev.frostbyte.api.model.TextName;
import dev.frostbyte.api.model.UntrustedText;
import dev.frostbyte.api.spi.StageConfig;
import dev.frostbyte.api.spi.TokenCounter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

final class ByTitleTest {
  private static final String SENTENCE = "The supplier delivers the goods within ten days. ";

  private final StringBuilder text = new StringBuilder();
  private final List<Element> elements = new ArrayList<>();

  @Test
  void breaksAtHeadingsAndNamesTheHeadingsAbove() {
    heading(1, "Contract");
    heading(2, "Delivery");
    paragraph(SENTENCE.repeat(15));
    heading(2, "Payment");
    paragraph(SENTENCE.repeat(15));
    List<ChunkDraft> chunks = chunks();
    assertThat(chunks).hasSize(2);
    assertThat(slice(chunks.get(0).span())).startsWith("Contract\nDelivery\n");
    assertThat(slice(chunks.get(1).span())).startsWith("Payment\n");
    assertThat(chunks.get(1).headings()).extracting(this::slice).containsExactly("Contract");
  }

  @Test
  void joinsSmallSectionsUntilTheSoftLimit() {
    for (int i = 0; i < 6; i++) {
      heading(1, "Section " + i);
      paragraph(SENTENCE.repeat(4));
    }
    assertThat(chunks()).hasSize(2).allMatch(chunk -> chunk.span().length() <= 1200);
  }

  @Test
  void keepsListItemsTogether() {
    paragraph(SENTENCE.repeat(16));
    for (int i = 0; i < 10; i++) {
      item("Item number " + i + " of the list with some more words in it");
    }
    List<ChunkDraft> chunks = chunks();
    assertThat(chunks).hasSize(2);
    assertThat(slice(chunks.get(1).span())).startsWith("Item number 0").contains("Item number 9");
  }

  @Test
  void cutsALongTableBetweenRowsAndRepeatsItsHeaderAsContextOnly() {
    table(200, 1, "cell");
    List<ChunkDraft> chunks = chunks();
    assertThat(chunks).hasSizeGreaterThan(3);
    assertThat(chunks.getFirst().context()).isEmpty();
    for (ChunkDraft chunk : chunks.subList(1, chunks.size())) {
      assertThat(chunk.context()).extracting(this::slice).containsExactly("head 0\thead 1");
      assertThat(slice(chunk.span()))
          .matches("(?s)cell \\d+ 0\tcell \\d+ 1(\ncell \\d+ 0\tcell \\d+ 1)*");
    }
  }

  @Test
  void cutsALongParagraphAfterSentences() {
    paragraph(SENTENCE.repeat(100));
    assertThat(chunks())
        .hasSizeGreaterThan(3)
        .allMatch(chunk -> slice(chunk.span()).endsWith("days."));
  }

  @Test
  void leavesFurnitureOutAndCutsThere() {
    paragraph("Before the page ends.");
    furniture("Page 3 of 9");
    paragraph("After the page began.");
    assertThat(chunks())
        .extracting(chunk -> slice(chunk.span()))
        .containsExactly("Before the page ends.", "After the page began.");
  }

  @Test
  void streamsLazily() {
    for (int i = 0; i < 200; i++) {
      heading(1, "Section " + i);
      paragraph(SENTENCE.repeat(20));
    }
    int[] counted = {0};
    TokenCounter counter = counter(512, counted);
    try (Stream<ChunkDraft> chunks = chunker(Map.of()).chunk(document(), counter)) {
      assertThat(chunks.findFirst()).isPresent();
    }
    assertThat(counted[0]).isLessThan(60);
  }

  @Test
  void refusesSizesInTheWrongOrder() {
    assertThatThrownBy(() -> chunker(Map.of("soft", "2000")))
        .isInstanceOf(FrostbyteException.class);
  }

  @Property(tries = 200)
  void everyLetterIsInOneChunkWithinBothLimits(
      @ForAll @Size(max = 30) List<@IntRange(min = 0, max = 9) Integer> kinds,
      @ForAll @IntRange(min = 24, max = 600) int limit) {
    text.setLength(0);
    elements.clear();
    kinds.forEach(this::element);
    StringBuilder wanted = new StringBuilder();
    elements.stream()
        .filter(e -> !(e instanceof Element.Furniture))
        .forEach(e -> wanted.append(slice(e.span())));
    StringBuilder chunked = new StringBuilder();
    for (ChunkDraft chunk : chunks(limit)) {
      assertThat(chunk.span().length()).isLessThanOrEqualTo(1500);
      assertThat(counter(limit, new int[1]).count(embedded(chunk))).isLessThanOrEqualTo(limit);
      chunked.append(slice(chunk.span()));
    }
    assertThat(letters(chunked)).isEqualTo(letters(wanted));
  }

  private void element(int kind) {
    switch (kind) {
      case 0 -> heading(1, "Title \uD83D\uDE00");
      case 1 -> heading(3, SENTENCE.repeat(12));
      case 2 -> paragraph(SENTENCE.repeat(40));
      case 3 -> paragraph("\uD83D\uDE00".repeat(1700));
      case 4 -> item(SENTENCE);
      case 5 -> table(60, 1, "wert");
      case 6 -> table(3, 0, "x".repeat(900));
      case 7 -> furniture("Page 1");
      case 8 -> paragraph("4711 0815 ".repeat(200));
      default -> paragraph("   ");
    }
  }

  private static String letters(CharSequence text) {
    return text.toString().replaceAll("\\s", "");
  }

  private String embedded(ChunkDraft chunk) {
    StringBuilder embedded = new StringBuilder();
    Stream.concat(chunk.headings().stream(), chunk.context().stream())
        .forEach(place -> embedded.append(slice(place)).append('\n'));
    return embedded.append(slice(chunk.span())).toString();
  }

  private List<ChunkDraft> chunks() {
    return chunks(100_000);
  }

  private List<ChunkDraft> chunks(int limit) {
    try (Stream<ChunkDraft> chunks =
        chunker(Map.of()).chunk(document(), counter(limit, new int[1]))) {
      return chunks.toList();
    }
  }

  private static dev.frostbyte.api.spi.Chunker chunker(Map<String, String> config) {
    return new ByTitleChunkerProvider().open(StageConfig.of(config));
  }

  /** A token for every four code points of a word, as tokenizers of other languages cut. */
  private static TokenCounter counter(int limit, int[] calls) {
    return new TokenCounter() {
      @Override
      public int count(String text) {
        calls[0]++;
        int count = 0;
        for (String word : text.split("\\s+")) {
          count += (word.codePointCount(0, word.length()) + 3) / 4;
        }
        return count;
      }

      @Override
      public int limit() {
        return limit;
      }
    };
  }

  private ServedDocument document() {
    return new ServedDocument(UntrustedText.of(text.toString()), elements);
  }

  private String slice(Span span) {
    return CodePoints.of(text.toString()).slice(span.start(), span.end());
  }

  private void heading(int level, String words) {
    elements.add(new Element.Heading(elements.size(), level, write(words)));
  }

  private void paragraph(String words) {
    elements.add(new Element.Paragraph(elements.size(), write(words)));
  }

  private void item(String words) {
    elements.add(new Element.ListItem(elements.size(), 0, UntrustedText.of("-"), write(words)));
  }

  private void furniture(String words) {
    elements.add(new Element.Furniture(elements.size(), Block.Furniture.Role.FOOTER, write(words)));
  }

  private void table(int rows, int headers, String word) {
    List<Element.Cell> cells = new ArrayList<>();
    int start = length();
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < 2; column++) {
        int at = length();
        text.append(row < headers ? "head " + column : word + " " + row + " " + column);
        cells.add(new Element.Cell(row, column, 1, 1, Span.of(TextName.SERVED, at, length())));
        text.append(column == 0 ? "\t" : row + 1 < rows ? "\n" : "");
      }
    }
    Span caption = Span.of(TextName.SERVED, start, start);
    elements.add(
        new Element.Table(
            elements.size(),
            2,
            headers,
            caption,
            cells,
            Span.of(TextName.SERVED, start, length())));
    text.append('\n');
  }

  private Span write(String words) {
    int start = length();
    text.append(words);
    Span span = Span.of(TextName.SERVED, start, length());
    text.append('\n');
    return span;
  }

  private int length() {
    return text.codePointCount(0, text.length());
  }
}
