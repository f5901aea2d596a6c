package dev.frostbyte.api.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frostbyte.api.model.ContentHash;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SpiValuesTest {
  @Test
  void givesASpaceAnotherIdWheneverOneComponentDiffers() {
    Set<ContentHash> ids = new HashSet<>();
    for (int changed = -1; changed < 9; changed++) {
      ids.add(space(changed).id());
    }
    assertThat(ids).hasSize(10);
    assertThat(space(-1).id()).isEqualTo(space(-1).id());
  }

  @Test
  void keepsTheComponentsOfASpaceApart() {
    EmbeddingSpace one = new EmbeddingSpace("a", "b", "", 1, "", "", "", "", "");
    EmbeddingSpace other = new EmbeddingSpace("a\0b", "", "", 1, "", "", "", "", "");
    assertThat(new EmbeddingSpace("a", "", "b", 1, "", "", "", "", "").id()).isNotEqualTo(one.id());
    assertThat(other.id()).isNotEqualTo(one.id());
  }

  @Test
  void refusesABudgetThatIsNotPositive() {
    for (int changed = 0; changed < 9; changed++) {
      int place = changed;
      assertThatThrownBy(() -> limits(place)).isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(limits(-1).maxPages()).isEqualTo(1);
  }

  @Test
  void namesTheBudgetThatWasReached() {
    BudgetReachedException reached = new BudgetReachedException("maxPages", 5);
    assertThat(reached).hasMessage("maxPages of 5 reached");
    assertThat(reached.limit()).isEqualTo("maxPages");
    assertThat(reached.allowed()).isEqualTo(5);
  }

  @Test
  void refusesADocumentWhoseVectorsAreMissing() {
    assertThatThrownBy(() -> published(new float[1]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("0 chunks came with 1 vectors");
  }

  @SuppressWarnings("NullAway")
  private static PublishedDocument published(float[] vector) {
    return new PublishedDocument(null, List.of(), List.of(vector));
  }

  private static EmbeddingSpace space(int changed) {
    String[] parts = {"a", "b", "c", "", "e", "f", "g", "h", "i"};
    if (changed >= 0) {
      parts[changed] = "x";
    }
    int dimensions = changed == 3 ? 2 : 1;
    return new EmbeddingSpace(
        parts[0], parts[1], parts[2], dimensions, parts[4], parts[5], parts[6], parts[7], parts[8]);
  }

  private static ParseLimits limits(int zero) {
    int[] n = {1, 1, 1, 1, 1, 1, 1, 1, 1};
    if (zero >= 0) {
      n[zero] = 0;
    }
    Duration deadline = Duration.ofSeconds(n[7] == 0 ? -1 : n[8]);
    return new ParseLimits(n[0], n[1], n[2], n[3], n[4], n[5], n[6], deadline);
  }
}
