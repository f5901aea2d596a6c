package dev.frostbyte.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.DroppedContent;
import dev.frostbyte.api.model.Finding;
import dev.frostbyte.api.model.Span;
import dev.frostbyte.api.model.TextName;
import dev.frostbyte.core.document.Attempt;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class FactsTest {
  @Property
  void everyLossIsCountedOnce(@ForAll @IntRange(max = 300) int losses) {
    List<DroppedContent> dropped =
        IntStream.range(0, losses)
            .mapToObj(i -> new DroppedContent("image", "NO_TEXT", i, 2))
            .toList();
    List<SortedMap<String, Object>> told = Facts.dropped(dropped).toList();
    assertThat(told.stream().mapToLong(facts -> (Long) facts.getOrDefault("count", 0L)).sum())
        .isEqualTo(2L * losses);
    assertThat(told).hasSizeLessThanOrEqualTo(101);
  }

  @Test
  void namesThatCouldCarryContentAreNotTold() {
    DroppedContent telling = new DroppedContent("the patient is ill", "see above", 1, 1);
    assertThat(Facts.dropped(List.of(telling)).toList())
        .containsExactly(
            new TreeMap<>(Map.of("kind", "unnamed", "reason", "unnamed", "page", 1L, "count", 1L)));
  }

  @Test
  void personalDataIsToldByTypeAndNumberOnly() {
    Finding mail = finding("EMAIL", Finding.Kind.PERSONAL);
    Finding order = finding("override", Finding.Kind.INSTRUCTION);
    assertThat(Facts.personal(List.of(mail, order, mail)))
        .hasValue(new TreeMap<>(Map.of("places", 2L, "types", "EMAIL")));
    assertThat(Facts.personal(List.of(order))).isEmpty();
  }

  @Test
  void attemptsAreToldInOrderAndReadBack() {
    List<Attempt> attempts =
        List.of(
            new Attempt("pdf/1 pdfbox 3", "READ", 0.42), new Attempt("docling/1", "CUT", 0.025));
    SortedMap<String, Object> facts = Facts.attempts(attempts);
    assertThat(facts).containsEntry("attempts", 2L).containsEntry("qualityA", 420L);
    assertThat(Facts.attempts(facts)).isEqualTo(attempts);
    assertThat(Facts.attempts(new TreeMap<>())).isEmpty();
  }

  @Test
  void aLongFingerprintFitsAnEventAndStaysItself() {
    List<Attempt> one = List.of(new Attempt("p\u00e4" + "x".repeat(300), "READ", 1));
    List<Attempt> two = List.of(new Attempt("p\u00e4" + "x".repeat(301), "READ", 1));
    assertThat((String) Facts.attempts(one).get("parserA")).matches("[\\x20-\\x7e]{256}");
    assertThat(Facts.attempts(one)).isNotEqualTo(Facts.attempts(two));
  }

  private static Finding finding(String family, Finding.Kind kind) {
    return new Finding("test", "rule", family, kind, 1, Span.of(TextName.ORIGINAL, 0, 1));
  }
}
