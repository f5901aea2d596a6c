package dev.frostbyte.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page of problems is what the program knows. */
class ProblemsPageTest {
  private static final Path PAGE = Path.of("..", "..", "docs", "problems.md");

  @Test
  void everyCodeHasItsEntryAndEveryEntryItsCode() throws IOException {
    assertThat(rows())
        .extracting(Row::code)
        .containsExactlyElementsOf(Arrays.stream(ProblemCode.values()).map(Enum::name).toList());
  }

  @Test
  void everyEntrySaysWhatHappenedAndTheRemedyAndExitCodeOfTheProgram() throws IOException {
    for (Row row : rows()) {
      ProblemCode code = ProblemCode.valueOf(row.code());
      assertThat(row.happened()).as(row.code()).endsWith(".").hasSizeGreaterThan(15);
      assertThat(row.remedy()).as(row.code()).isEqualTo(code.remedy());
      assertThat(row.exit()).as(row.code()).isEqualTo(Integer.toString(ExitCode.of(code).number()));
    }
  }

  private static List<Row> rows() throws IOException {
    try (var lines = Files.lines(PAGE)) {
      return lines.filter(line -> line.startsWith("| `")).map(ProblemsPageTest::row).toList();
    }
  }

  private static Row row(String line) {
    List<String> cells = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
    return new Row(cells.get(1).replace("`", ""), cells.get(2), cells.get(3), cells.get(4));
  }

  /** One entry. */
  private record Row(String code, String happened, String remedy, String exit) {}
}
