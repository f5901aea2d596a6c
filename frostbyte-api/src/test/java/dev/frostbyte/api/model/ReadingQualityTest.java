package dev.frostbyte.api.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReadingQualityTest {
  @Test
  void lessThanFourFifthsIsFlagged() {
    assertThat(new Completeness(100, 80, 1, 1).flagged()).isFalse();
    assertThat(new Completeness(100, 79, 1, 1).flagged()).isTrue();
    assertThat(new Completeness(100, 100, 10, 7).flagged()).isTrue();
  }

  @Test
  void whatNobodyCountedIsComplete() {
    assertThat(new Completeness(-1, 0, 0, 0).ratio()).isEqualTo(1);
    assertThat(new Completeness(0, 0, 0, 0).ratio()).isEqualTo(1);
    assertThat(new Completeness(10, 25, 0, 0).ratio()).isEqualTo(1);
  }

  @Test
  void doubtInCharactersLowersQualityByTheirShare() {
    assertThat(reading(true, 0.6f).quality()).isCloseTo(0.8, within(1e-6));
    assertThat(reading(true, 1).quality()).isEqualTo(1);
  }

  @Test
  void aReadingCutByABudgetCountsHalf() {
    assertThat(reading(false, 1).quality()).isEqualTo(0.5);
  }

  @Test
  void refusesConfidenceThatIsNoShare() {
    assertThatThrownBy(() -> Evidence.ocr(1.5f)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Evidence.ocr(Float.NaN)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Expected(-2)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aNoteReplacesTheNoteBefore() {
    Block block = Block.paragraph("text", List.of());
    Block noted = block.noted(Evidence.ocr(0.5f));
    assertThat(noted.noted(Evidence.ocr(0.7f)).bare()).isEqualTo(block);
    assertThat(noted.noted(Evidence.NONE)).isEqualTo(block);
    assertThatThrownBy(() -> new Block.Noted(noted, Evidence.NONE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Two paragraphs of ten characters, the second read with this confidence. */
  private static CanonicalDocument reading(boolean complete, float confidence) {
    return new CanonicalDocument(
        MediaType.TEXT,
        ContentHash.of(new byte[0]),
        "parser",
        CanonicalDocument.UNDETERMINED,
        0,
        List.of(),
        complete,
        new Completeness(-1, 20, 0, 0),
        UntrustedText.of("aaaaaaaaaa\n\nbbbbbbbbbb"),
        UntrustedText.EMPTY,
        List.of(
            new Element.Paragraph(0, Span.of(TextName.ORIGINAL, 0, 10)),
            new Element.Paragraph(1, Span.of(TextName.ORIGINAL, 12, 22))),
        List.of(new ElementEvidence(1, Evidence.ocr(confidence))),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }
}
