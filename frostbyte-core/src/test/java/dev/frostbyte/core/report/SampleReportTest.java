package dev.frostbyte.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SampleReportTest {
  @Test
  void theSampleOfTheDocumentationIsWhatIsWritten() throws IOException {
    assertThat(Files.readString(Path.of("..", "docs", "acceptance-report-sample.md")))
        .as("run SampleReport to write it anew")
        .isEqualTo(new String(SampleReport.bytes(), StandardCharsets.UTF_8));
  }
}
