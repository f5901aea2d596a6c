package dev.frostbyte.bench.parsing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RobustnessTallyTest {
  private final RobustnessTally tally = new RobustnessTally(Duration.ofSeconds(2));

  @Test
  void whatEndsAsPinnedIsNoFault() {
    add("READ", "READ", 1_999);
    add("", "FILE_CORRUPTED", 1);
    assertThat(tally.asPinned()).isTrue();
  }

  @Test
  void whatEscapesIsAFaultAlsoWhereItWasPinned() {
    add("ESCAPED java.lang.Error", "ESCAPED java.lang.Error", 1);
    assertThat(tally.asPinned()).isFalse();
  }

  @Test
  void anErrorOfOurOwnIsAFault() {
    add("INTERNAL_ERROR", "INTERNAL_ERROR", 1);
    assertThat(tally.asPinned()).isFalse();
  }

  @Test
  void whatComesTooLateIsAFault() {
    add("READ", "READ", 2_001);
    assertThat(tally.asPinned()).isFalse();
  }

  @Test
  void anotherOutcomeThanThePinnedOneIsToldUnlessTheMachineDecidesIt() {
    add("PARSER_TIMEOUT", "READ", 1);
    add("READ", "PARSER_OUT_OF_MEMORY", 1);
    assertThat(tally.asPinned()).isTrue();
    add("READ", "BLANK", 1);
    assertThat(tally.asPinned()).isFalse();
  }

  @Test
  void theManifestHoldsEnoughFilesAndEachContentOnce() throws IOException {
    List<TestFile> files = RobustnessManifest.read();
    assertThat(files).hasSizeGreaterThanOrEqualTo(600);
    assertThat(files).extracting(TestFile::sha256).doesNotHaveDuplicates();
    assertThat(files).noneMatch(file -> new Trial(file.outcome(), Duration.ZERO).isOurFault());
  }

  private void add(String pinned, String outcome, int millis) {
    TestFile file = new TestFile("some.jar", "test-documents/a.pdf", "00", pinned);
    tally.add(file, new Trial(outcome, Duration.ofMillis(millis)));
  }
}
