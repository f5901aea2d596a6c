package dev.frostbyte.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.DroppedContent;
import dev.frostbyte.api.model.Finding;
import dev.frostbyte.api.model.Span;
import dev.frostbyte.api.model.TextName;
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

  private static Finding finding(String family, Finding.Kind kind) {
    return new Finding("test", "rule", family, kind, 1, Span.of(TextName.ORIGINAL, 0, 1));
  }
}
