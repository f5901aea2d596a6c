package dev.frostbyte.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @TempDir Path folder;
  private final Cli cli = new Cli(new FakePipeline());

  @Test
  void helpNamesEveryCommandAndExitCode() {
    assertThat(cli.run("--help")).isZero();
    assertThat(cli.out())
        .contains(
            "tenant",
            "ingest",
            "documents",
            "search",
            "parse",
            "inspect",
            "report",
            "audit",
            "verify",
            "rebuild",
            "erase")
        .contains("--home", "--key-file", "--json", "Exit codes:");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "frobnicate",
        "--nonsense",
        "tenant",
        "tenant create",
        "tenant create X",
        "tenant create ab",
        "ingest",
        "ingest acme",
        "search acme",
        "search acme --queries q.tsv",
        "search acme word -k many",
        "erase acme nodoc",
        "report acme ../x",
        "report acme --format md",
        "report acme b --format xml",
        "report acme b --format pdf",
        "report acme b --check x --out y",
        "audit acme frob",
        "audit acme export",
        "audit acme verify --out x",
        "parse",
        "inspect",
        "verify",
        "parse x --format pdf",
        "parse x --allow docm",
        "ingest acme x --allow doc,msg"
      })
  void wrongUsageEndsWithTwoAndOneLine(String arguments) {
    assertThat(cli.run(words(arguments))).isEqualTo(2);
    assertThat(cli.out()).isEmpty();
    assertThat(cli.err().strip().lines())
        .hasSize(1)
        .first()
        .asString()
        .startsWith("frostbyte: ")
        .contains("--help");
  }

  @Test
  void aNumberOutOfRangeIsWrongUsage() {
    assertThat(cli.run("search", "acme", "word", "-k", "0")).isEqualTo(2);
    assertThat(cli.err()).contains("-k must be 1 to 200, not 0");
  }

  @Test
  void opensNoOldFormatThatWasNotAllowedByName(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "text");
    cli.run("parse", file.toString());
    assertThat(cli.allowed()).isEmpty();
    cli.run("parse", file.toString(), "--allow", "doc,PPT");
    assertThat(cli.allowed()).containsExactly(OldFormat.DOC, OldFormat.PPT);
    cli.run("ingest", "acme", file.toString(), "--allow", "xls", "--home", folder.toString());
    assertThat(cli.allowed()).containsExactly(OldFormat.DOC, OldFormat.PPT, OldFormat.XLS);
  }

  @Test
  void namesTheOldFormatsWhenOneIsUnknown() {
    assertThat(cli.run("parse", "x", "--allow", "msg")).isEqualTo(2);
    assertThat(cli.err()).contains("doc, xls, ppt");
  }

  @Test
  void wrongUsageIsOneObjectWithJson() throws IOException {
    assertThat(cli.run("ingest", "--json")).isEqualTo(2);
    JsonNode error = MAPPER.readTree(cli.err());
    assertThat(error.get("code").asText()).isEqualTo("INVALID_ARGUMENT");
    assertThat(error.get("exit").asInt()).isEqualTo(2);
    assertThat(error.get("remedy").asText()).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ingest",
        "documents",
        "search",
        "report",
        "audit",
        "rebuild",
        "erase",
        "parse",
        "inspect",
        "verify"
      })
  void everyCommandTakesTheCommonOptions(String command) {
    assertThat(cli.run(command, "--help")).isZero();
    assertThat(cli.out())
        .contains("--home", "--key-file", "--json", "Example:  frostbyte " + command)
        .doesNotContain("Exit codes:");
  }

  @Test
  void aHomeThatIsNotThereIsNotMade() {
    Path home = folder.resolve("nowhere");
    assertThat(cli.run("rebuild", "acme", "--home", home.toString())).isEqualTo(2);
    assertThat(cli.err()).contains("There is no home at", "--home");
    assertThat(home).doesNotExist();
  }

  @Test
  void createsATenantInTheHomeNamed() {
    assertThat(cli.run("tenant", "create", "acme", "--home", folder.toString(), "--json")).isZero();
    assertThat(cli.out().strip()).isEqualTo("{\"tenant\":\"acme\",\"outcome\":\"created\"}");
    assertThat(cli.homes()).containsExactly(folder);
  }

  @Test
  void takesCommonOptionsBeforeTheCommandToo() {
    assertThat(cli.run("--json", "--home", folder.toString(), "tenant", "create", "taken"))
        .isEqualTo(2);
    assertThat(cli.err()).startsWith("{\"code\":\"TENANT_ALREADY_EXISTS\"");
  }

  @Test
  void reportRefusesAPlaceWhereItCannotWriteAndOpensNothing() {
    String out = folder.toString();
    assertThat(cli.run("report", "acme", "b", "--out", out, "--home", out)).isEqualTo(2);
    assertThat(cli.err()).contains("--out", "it is a folder");
    assertThat(cli.homes()).isEmpty();
  }

  @Test
  void listsTenants() {
    assertThat(cli.run("tenant", "list", "--home", folder.toString(), "--json")).isZero();
    assertThat(cli.out().lines())
        .containsExactly("{\"tenant\":\"acme\"}", "{\"tenant\":\"clinic\"}");
  }

  @Test
  void listingTenantsMakesNoHome() {
    Path home = folder.resolve("nowhere");
    assertThat(cli.run("tenant", "list", "--home", home.toString())).isEqualTo(2);
    assertThat(cli.err()).contains("There is no home at");
    assertThat(home).doesNotExist();
  }

  @Test
  void neverShowsAStackTraceOrWordsOfALibrary() {
    assertThat(cli.run("report", "acme", "batch-1", "--home", folder.toString())).isEqualTo(5);
    assertThat(cli.err().strip().lines()).hasSize(1);
    assertThat(cli.err()).contains("INTERNAL_ERROR").doesNotContain("secret", "\tat ");
  }

  @Test
  void brokenIntegrityEndsWithThree() {
    assertThat(cli.run("rebuild", "acme", "--home", folder.toString())).isEqualTo(3);
  }

  @Test
  void parseWritesBesideNamesAndLeavesNoHome() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "x");
    Path out = folder.resolve("out");
    assertThat(cli.run("parse", file.toString(), "--format", "text", "--out", out.toString()))
        .isZero();
    assertThat(out.resolve("a.txt.txt")).hasContent("Hello");
    assertThat(cli.homes()).hasSize(1).noneMatch(home -> Files.exists(home.getParent()));
  }

  @Test
  void parseRefusesTwoFilesOfOneName() throws IOException {
    Path first =
        Files.writeString(Files.createDirectories(folder.resolve("one")).resolve("a.txt"), "x");
    Path second =
        Files.writeString(Files.createDirectories(folder.resolve("two")).resolve("a.txt"), "x");
    assertThat(cli.run("parse", first.toString(), second.toString(), "--out", folder.toString()))
        .isEqualTo(2);
  }

  @Test
  void aRefusedFileEndsWithOneAndAMissingOneWithFive() {
    assertThat(cli.run("parse", "bad.pdf")).isEqualTo(1);
    assertThat(cli.run("parse", "missing.pdf", "bad.pdf", "--out", folder.toString())).isEqualTo(5);
  }

  @Test
  void inspectAnswersForEachText() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("t.jsonl"), "{\"text\":\"evil\",\"id\":\"a\"}\n\n{\"text\":\"fine\"}\n");
    assertThat(cli.run("inspect", "--jsonl", file.toString())).isZero();
    assertThat(cli.out().lines())
        .containsExactly(
            "{\"id\":\"a\",\"action\":\"quarantine\",\"score\":0.9,\"families\":[\"override\"],"
                + "\"spans\":[{\"text\":\"original\",\"start\":1,\"end\":5}]}",
            "{\"id\":3,\"action\":\"pass\",\"score\":0.0,\"families\":[],\"spans\":[]}");
  }

  @Test
  void inspectAnswersForLinesThatAreNoTexts() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("t.jsonl"), "nonsense\n{\"text\":7}\n{\"text\":\"fine\"}\n");
    assertThat(cli.run("inspect", "--jsonl", file.toString())).isEqualTo(1);
    assertThat(cli.out().lines())
        .hasSize(3)
        .first()
        .asString()
        .contains("INVALID_ARGUMENT")
        .doesNotContain("nonsense");
  }

  @Test
  void inspectOfAFileThatWouldBeQuarantinedEndsWithOne() {
    assertThat(cli.run("inspect", "evil.txt")).isEqualTo(1);
    assertThat(cli.out()).startsWith("quarantine").contains("override");
  }

  private static String[] words(String arguments) {
    return arguments.isEmpty() ? new String[0] : arguments.split(" ");
  }
}
