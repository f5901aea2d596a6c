package dev.frostbyte.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @TempDir Path folder;
  private final Cli cli = new Cli(new FakePipeline());

  @Test
  void answersOneObjectForEachFile() throws IOException {
    List<String> lines = ingest("--json");
    assertThat(lines).hasSize(2);
    JsonNode bad = MAPPER.readTree(lines.getFirst());
    assertThat(bad.get("file").asText()).isEqualTo("bad.pdf");
    assertThat(bad.get("outcome").asText()).isEqualTo("rejected");
    assertThat(bad.get("code").asText()).isEqualTo("FILE_CORRUPTED");
    JsonNode good = MAPPER.readTree(lines.getLast());
    assertThat(good.get("outcome").asText()).isEqualTo("stored");
    assertThat(good.get("code").isNull()).isTrue();
    assertThat(good.get("document").asText()).startsWith("doc_");
  }

  @Test
  void saysWhatToDo() throws IOException {
    assertThat(String.join("\n", ingest()))
        .contains(
            "rejected", "bad.pdf", "FILE_CORRUPTED", "submit that copy", "1 rejected, 1 stored");
  }

  @Test
  void namesTheCommandsThatFollow() throws IOException {
    List<String> lines = ingest();
    String where = " --home " + folder;
    assertThat(lines).contains("  frostbyte documents acme" + where);
    assertThat(lines).noneMatch(line -> line.contains("review list"));
    assertThat(lines.getLast()).startsWith("  frostbyte report acme batch-").endsWith(where);
  }

  @Test
  void refusesPathsThatAreNotThereAndOpensNothing() throws IOException {
    Path there = Files.writeString(folder.resolve("there.pdf"), "x");
    String home = folder.toString();
    String gone = folder.resolve("gone.pdf").toString();
    assertThat(cli.run("ingest", "acme", gone, there.toString(), "none/", "--home", home))
        .isEqualTo(2);
    assertThat(cli.err()).contains("no file or folder '" + gone + "', 'none'").contains("--help");
    assertThat(cli.out()).isEmpty();
    assertThat(cli.homes()).isEmpty();
  }

  @Test
  void refusesAFormTooSmallForItsFilesAndOpensNothing() throws IOException {
    Path inbox = Files.createDirectories(folder.resolve("many"));
    for (int i = 0; i < 1_001; i++) {
      Files.createFile(inbox.resolve(i + ".txt"));
    }
    String report = folder.resolve("report.pdf").toString();
    String[] line = {"ingest", "acme", inbox.toString(), "--report", report, "--home", "" + folder};
    assertThat(cli.run(line)).isEqualTo(2);
    assertThat(cli.err()).contains("LIMIT_EXCEEDED", "1000", "1001", "HTML");
    assertThat(cli.homes()).isEmpty();
  }

  private List<String> ingest(String... options) throws IOException {
    Path inbox = Files.createDirectories(folder.resolve("inbox"));
    Files.writeString(inbox.resolve("bad.pdf"), "x");
    Files.writeString(inbox.resolve("good.pdf"), "x");
    List<String> arguments =
        new ArrayList<>(List.of("ingest", "acme", inbox.toString(), "--home", folder.toString()));
    arguments.addAll(List.of(options));
    assertThat(cli.run(arguments.toArray(String[]::new))).isEqualTo(1);
    return cli.out().lines().toList();
  }
}
