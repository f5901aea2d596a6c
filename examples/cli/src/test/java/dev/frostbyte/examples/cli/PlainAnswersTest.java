package dev.frostbyte.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainAnswersTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @TempDir Path folder;
  private final Cli cli = new Cli(new FakePipeline());

  @Test
  void parseWithJsonAnswersTheCanonicalDocument() throws IOException {
    assertThat(cli.run("parse", "a.txt", "b.txt", "bad.pdf", "--json")).isEqualTo(1);
    List<JsonNode> answers = answers();
    assertThat(answers).hasSize(3);
    JsonNode first = answers.getFirst();
    assertThat(first.get("file").asText()).isEqualTo("a.txt");
    assertThat(first.get("outcome").asText()).isEqualTo("parsed");
    assertThat(first.get("code").isNull()).isTrue();
    assertThat(first.at("/reading/original").asText()).isEqualTo("Hello");
    assertThat(first.at("/reading/elements/0/kind").asText()).isEqualTo("paragraph");
    assertThat(answers.get(1).get("file").asText()).isEqualTo("b.txt");
    assertThat(answers.getLast().get("code").asText()).isEqualTo("FILE_CORRUPTED");
  }

  @Test
  void theAnswerHoldsAllThatTheFormatJsonHolds() throws IOException {
    assertThat(cli.run("parse", "a.txt", "--format", "json")).isZero();
    JsonNode file = MAPPER.readTree(cli.out());
    Cli other = new Cli(new FakePipeline());
    assertThat(other.run("parse", "a.txt", "--json")).isZero();
    JsonNode answer = MAPPER.readTree(other.out());
    file.properties()
        .forEach(field -> assertThat(answer.get(field.getKey())).isEqualTo(field.getValue()));
  }

  @Test
  void parseWithJsonAnswersAnotherFormatAsAText() throws IOException {
    assertThat(cli.run("parse", "a.txt", "--json", "--format", "text")).isZero();
    assertThat(answers().getFirst().get("text").asText()).isEqualTo("Hello\n");
  }

  @Test
  void parseWithJsonAndAFolderStillWritesMarkdown() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "x");
    Path out = folder.resolve("out");
    assertThat(cli.run("parse", "--json", file.toString(), "--out", out.toString())).isZero();
    assertThat(out.resolve("a.txt.md")).exists();
    assertThat(answers().getFirst().get("out").asText()).endsWith("a.txt.md");
  }

  @ParameterizedTest
  @CsvSource({
    "ingst acme x, ingest",
    "--hom x ingest acme x, --home",
    "ingest acme x --reprt r.html, --report",
    "audt acme verify, audit",
    "--home x --json audt acme verify, audit",
    "--home=x audt acme verify, audit",
    "tenant creat acme, create"
  })
  void suggestsWhatWasMeant(String arguments, String meant) {
    assertThat(cli.run(arguments.split(" "))).isEqualTo(2);
    assertThat(cli.err().strip().lines()).hasSize(1);
    assertThat(cli.err()).containsPattern("Did you mean '[^?]*" + meant + "'[^?]*\\?");
  }

  @Test
  void suggestsNothingFarFetched() {
    assertThat(cli.run("xyzzy")).isEqualTo(2);
    assertThat(cli.err()).doesNotContain("Did you mean");
  }

  @ParameterizedTest
  @ValueSource(strings = {"parse", "inspect", "ingest acme"})
  void saysThatAFolderIsEmpty(String command) throws IOException {
    Path empty = folder.resolve("empty");
    Files.createDirectories(empty.resolve("below"));
    String line = command + " " + empty + " --home " + folder;
    assertThat(cli.run(line.split(" "))).isZero();
    assertThat(cli.err()).contains("no files", empty.toString());
  }

  @ParameterizedTest
  @CsvSource({"0, ''", "201, ''", "0, queries", "-3, ''"})
  void refusesANumberOfPassagesInTheWordsOfTheCommandLine(String k, String queries) {
    String[] one = {"search", "acme", "word", "-k", k, "--home", folder.toString()};
    String[] many = {"search", "acme", "-k", k, "--queries", "q.tsv", "--run", "run"};
    assertThat(cli.run(queries.isEmpty() ? one : many)).isEqualTo(2);
    assertThat(cli.err()).contains("-k must be 1 to 200, not " + k).doesNotContain("topK");
  }

  @Test
  void inspectNamesFilesAsFilesAndLinesByTheirId() throws IOException {
    assertThat(cli.run("inspect", "--json", "fine.txt", "bad.pdf")).isEqualTo(1);
    assertThat(answers())
        .extracting(answer -> answer.get("file").asText())
        .containsExactly("fine.txt", "bad.pdf");
    assertThat(answers()).noneMatch(answer -> answer.has("id"));
  }

  @Test
  void aLineWithoutATextIsAnsweredByItsId() throws IOException {
    String lines = "{\"id\":\"q7\"}\n{\"id\":8,\"text\":1}\n{\"id\":null}\nnonsense\n";
    Path file = Files.writeString(folder.resolve("t.jsonl"), lines);
    assertThat(cli.run("inspect", "--jsonl", file.toString())).isEqualTo(1);
    assertThat(answers())
        .extracting(answer -> answer.get("id").asText())
        .containsExactly("q7", "8", "3", "4");
    assertThat(answers()).allMatch(answer -> answer.get("message").asText().contains("text"));
  }

  @Test
  void inspectSaysWhatAFamilyMeans() {
    assertThat(cli.run("inspect", "evil.txt")).isEqualTo(1);
    assertThat(cli.out())
        .contains("override: text that tells a machine to ignore its instructions");
  }

  @Test
  void refusesAReportThatCannotBeWrittenBeforeAnythingIsTaken() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "x");
    for (Path report : List.of(folder, file.resolve("below").resolve("report.html"))) {
      Cli fresh = new Cli(new FakePipeline());
      assertThat(
              fresh.run(
                  "ingest", "acme", file.toString(), "--report", report.toString(), "--home", "h"))
          .isEqualTo(2);
      assertThat(fresh.err()).contains("--report", report.toString());
      assertThat(fresh.homes()).isEmpty();
    }
  }

  @Test
  void makesNoFolderJustToSeeThatAReportCanBeWritten() throws IOException {
    OutputFile.requireWritable(folder.resolve("new").resolve("report.html"));
    assertThat(folder.resolve("new")).doesNotExist();
  }

  @Test
  void verifyNamesThePathThatIsMissingOrEmpty() throws IOException {
    Path missing = folder.resolve("nowhere");
    assertThat(cli.run("verify", missing.toString())).isEqualTo(5);
    assertThat(cli.err()).contains(missing.toString(), "audit TENANT export");
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Cli other = new Cli(new FakePipeline());
    assertThat(other.run("verify", empty.toString())).isEqualTo(5);
    assertThat(other.err()).contains(empty.toString(), "empty", "audit TENANT export");
  }

  private List<JsonNode> answers() throws IOException {
    List<JsonNode> answers = new java.util.ArrayList<>();
    for (String line : cli.out().lines().toList()) {
      answers.add(MAPPER.readTree(line));
    }
    return answers;
  }
}
