package dev.frostbyte.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.UntrustedText;
import dev.frostbyte.core.ProgressListener.Phase;
import dev.frostbyte.core.ProgressListener.Progress;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressBarTest {
  private final StringWriter err = new StringWriter();

  @Test
  void drawsInPlaceOnATerminalAndLeavesNothing() {
    run(true, 4);
    assertThat(err.toString())
        .contains("\r[#######.......................] 1/4")
        .endsWith("\r\u001b[K")
        .doesNotContain("\n");
  }

  @Test
  void writesALineForEveryTenthElsewhere() {
    run(false, 100);
    assertThat(err.toString().lines()).hasSize(10).first().isEqualTo("10 of 100 files");
    assertThat(err.toString()).doesNotContain("\r", "\u001b");
  }

  private void run(boolean interactive, int files) {
    Terminal terminal =
        new Terminal(new PrintWriter(new StringWriter()), new PrintWriter(err), interactive);
    try (ProgressBar bar = new ProgressBar(terminal, files)) {
      for (int i = 0; i <= files; i++) {
        bar.progress(new Progress(i, files, UntrustedText.of("secret.pdf"), Phase.FINISHED));
      }
    }
    terminal.flush();
    assertThat(err.toString()).doesNotContain("secret");
  }
}
