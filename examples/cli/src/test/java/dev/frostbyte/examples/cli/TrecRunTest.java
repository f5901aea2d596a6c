package dev.frostbyte.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frostbyte.api.audit.AuditReceipt;
import dev.frostbyte.api.model.ChunkId;
import dev.frostbyte.api.model.Classification;
import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.Span;
import dev.frostbyte.api.model.TextName;
import dev.frostbyte.api.model.UntrustedText;
import dev.frostbyte.api.tenant.TenantId;
import dev.frostbyte.core.Passage;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TrecRunTest {
  @Test
  void writesOneLineForEachDocumentByItsBestPassage() {
    assertThat(run(10, passage("b.txt", 0.9), passage("a.txt", 0.5), passage("b.txt", 0.4)))
        .isEqualTo("q1 Q0 b.txt 1 0.900000000 frostbyte\nq1 Q0 a.txt 2 0.500000000 frostbyte\n");
  }

  @Test
  void writesNoMoreDocumentsThanAsked() {
    assertThat(run(1, passage("b.txt", 0.9), passage("a.txt", 0.5)).lines()).hasSize(1);
  }

  @Test
  void keepsTheNumberOfColumnsWhateverTheName() {
    assertThat(run(1, passage("my file\t1.txt", 1)))
        .isEqualTo("q1 Q0 my%20file%091.txt 1 1.000000000 frostbyte\n");
  }

  @Test
  void keepsNamesApartThatUnicodeBlanksOrPerCentSignsCouldJoin() {
    assertThat(run(9, passage("a b", 0.9), passage("a%20b", 0.8), passage("a\u2028b", 0.7)))
        .isEqualTo(
            "q1 Q0 a%20b 1 0.900000000 frostbyte\n"
                + "q1 Q0 a%2520b 2 0.800000000 frostbyte\n"
                + "q1 Q0 a%E2%80%A8b 3 0.700000000 frostbyte\n");
  }

  @Test
  void writesTheSameUnderAnyLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(run(1, passage("a.txt", 0.25))).contains(" 0.250000000 ");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void refusesANumberOfDocumentsOutOfRange() {
    assertThatThrownBy(() -> new TrecRun(0)).isInstanceOf(FrostbyteException.class);
    assertThatThrownBy(() -> new TrecRun(201)).isInstanceOf(FrostbyteException.class);
  }

  private static String run(int documents, Passage... passages) {
    StringBuilder out = new StringBuilder();
    new TrecRun(documents).append(out, "q1", List.of(passages));
    return out.toString();
  }

  private static Passage passage(String name, double score) {
    ContentHash hash = ContentHash.of(new byte[0]);
    return new Passage(
        new ChunkId("chk_" + "0".repeat(32)),
        new DocumentId("doc_" + "0".repeat(32)),
        score,
        UntrustedText.of("text"),
        Span.of(TextName.SERVED, 0, 4),
        hash,
        List.of(),
        hash,
        UntrustedText.of(name),
        true,
        List.of(),
        new AuditReceipt("frostbyte/0/t", 1, hash),
        TenantId.of("ten"),
        Classification.NONE);
  }
}
