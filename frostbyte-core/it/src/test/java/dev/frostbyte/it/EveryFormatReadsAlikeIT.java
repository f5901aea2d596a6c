package dev.frostbyte.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Law 7 for every format of the table in {@code docs/formats.md}: the same bytes give the same
 * canonical document to the byte, alone, beside others, and in another process.
 */
class EveryFormatReadsAlikeIT {
  private static final int THREADS = 8;

  @TempDir private Path folder = Path.of("replaced by JUnit");

  @Test
  void onOneThreadOnEightAndInAnotherProcess() throws Exception {
    Path files = EveryFormat.write(folder.resolve("files"));
    List<String> alone = ReadEveryFormat.read(folder.resolve("alone"), files, 1, 1);
    assertThat(alone).allMatch(line -> line.matches("sample\\.[a-z]+ [0-9a-f]{64}"));
    assertThat(endings(alone)).containsAll(endingsOfTheTable());
    List<String> together = ReadEveryFormat.read(folder.resolve("together"), files, THREADS, 2);
    assertThat(together).hasSize(2 * alone.size());
    assertThat(new TreeSet<>(together)).containsExactlyElementsOf(alone);
    assertThat(inAnotherProcess(files)).isEqualTo(alone);
  }

  private List<String> inAnotherProcess(Path files) throws IOException, InterruptedException {
    Path answer = folder.resolve("answer");
    Path output = folder.resolve("output");
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-Duser.language=tr",
            "-Duser.timezone=Asia/Kathmandu",
            "-Dfile.encoding=ISO-8859-1",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            ReadEveryFormat.class.getName(),
            folder.resolve("other").toString(),
            files.toString(),
            answer.toString());
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.waitFor(8, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(output)).isZero();
    return Files.readAllLines(answer);
  }

  private static Set<String> endings(List<String> lines) {
    Set<String> endings = new TreeSet<>();
    lines.forEach(line -> endings.add(line.substring("sample.".length(), line.indexOf(' '))));
    return endings;
  }

  /** The first ending that each row of the table names. */
  private static Set<String> endingsOfTheTable() throws IOException {
    List<String> endings = new ArrayList<>();
    for (String line : Files.readAllLines(Samples.root().resolve("docs/formats.md"))) {
      String[] cells = line.split("\\s*\\|\\s*");
      if (cells.length == 7 && cells[2].startsWith("`")) {
        endings.add(cells[4].split(",", 2)[0]);
      }
    }
    assertThat(endings).hasSizeGreaterThan(20);
    return new TreeSet<>(endings);
  }
}
