package dev.frostbyte.parsers.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frostbyte.api.spi.BudgetReachedException;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.ParseLimits;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ContainerTest {
  private static final int SIZE = 100_000;

  @Test
  void chargesAPartOnceHoweverOftenItIsRead() throws IOException {
    try (Container container = container("a.xml", "b.xml")) {
      for (int time = 0; time < 2; time++) {
        assertThat(container.bytes("a.xml")).hasSizeGreaterThan(SIZE);
        assertThat(container.bytes("b.xml")).hasSizeGreaterThan(SIZE);
      }
    }
  }

  @Test
  void readsAgainNoMoreThanItMayReadOnce() throws IOException {
    try (Container container = container("a.xml", "b.xml")) {
      for (int time = 0; time < 3; time++) {
        container.bytes("a.xml");
      }
      assertThatThrownBy(() -> container.bytes("a.xml"))
          .isInstanceOfSatisfying(
              BudgetReachedException.class,
              e -> assertThat(e.limit()).isEqualTo("maxInflatedBytes"));
    }
  }

  @Test
  void chargesEveryPart() throws IOException {
    try (Container container = container("a.xml", "b.xml", "c.xml")) {
      container.bytes("a.xml");
      container.bytes("b.xml");
      assertThatThrownBy(() -> container.bytes("c.xml")).isInstanceOf(BudgetReachedException.class);
    }
  }

  /** Parts of a little more than {@link #SIZE} bytes each, of which two and a half may be read. */
  private static Container container(String... parts) throws IOException {
    OfficeFile file = OfficeFile.word("");
    for (String part : parts) {
      file.part(part, "w:document", "x".repeat(SIZE));
    }
    ParseLimits limits = new ParseLimits(9, 9, 9, 99, SIZE * 5 / 2, 200, 9, Duration.ofMinutes(1));
    return Container.open(DocumentSource.of(file.bytes()), limits);
  }
}
