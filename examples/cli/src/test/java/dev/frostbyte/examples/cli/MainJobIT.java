package dev.frostbyte.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every command on the real library and the documents of the quickstart. */
class MainJobIT {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Path DOCUMENTS =
      Path.of("..", "quickstart", "src", "main", "documents", "cedar-clinic");

  @TempDir Path folder;
  private String out = "";
  private String err = "";

  @BeforeEach
  void createsATenant() {
    assertThat(cli("tenant", "create", "clinic")).isZero();
  }

  @Test
  void takesFindsErasesAndProves() throws Exception {
    Path report = folder.resolve("report.html");
    assertThat(
            cli("ingest", "clinic", DOCUMENTS.toString(), "--report", report.toString(), "--json"))
        .isEqualTo(1);
    Map<String, JsonNode> outcomes = byFile();
    assertThat(outcomes).hasSize(12);
    assertThat(field(outcomes, "visiting-rules.html", "outcome")).isEqualTo("stored");
    assertThat(field(outcomes, "letter-brightvale-quotation.docx", "outcome"))
        .isEqualTo("quarantined");
    assertThat(field(outcomes, "steriliser-report-truncated.pdf", "code"))
        .isEqualTo("FILE_CORRUPTED");
    assertThat(report)
        .content()
        .contains("Required vendor fixes", "steriliser-report-truncated.pdf");

    documents(field(outcomes, "visiting-rules.html", "document"));
    searches();
    reports(field(outcomes, "visiting-rules.html", "batch"));
    erases(field(outcomes, "memo-boiler-shutdown.txt", "document"));
    secondRunChangesNothing();
    evidence();
  }

  private void documents(String document) throws Exception {
    assertThat(cli("tenant", "list")).isZero();
    assertThat(out.strip()).isEqualTo("clinic");
    assertThat(cli("documents", "clinic")).isZero();
    assertThat(out).contains(document, "visiting-rules.html", "text/html");
    assertThat(cli("documents", "clinic", "--json")).isZero();
    assertThat(out.lines()).hasSize(10);
    JsonNode row = byFile().get("infection-report-2024.pdf");
    assertThat(Objects.requireNonNull(row).get("pages").asInt()).isPositive();
    assertThat(row.get("complete").asBoolean()).isTrue();
  }

  private void searches() throws Exception {
    assertThat(cli("search", "clinic", "visiting", "hours in intensive care", "-k", "3", "--json"))
        .isZero();
    JsonNode proof = MAPPER.readTree(out);
    assertThat(proof.get("chunks").findValuesAsText("original_filename"))
        .contains("visiting-rules.html")
        .hasSizeLessThanOrEqualTo(3);
    assertThat(proof.at("/chunks/0/source_sha256").asText()).hasSize(64);
    Path queries = Files.writeString(folder.resolve("q.tsv"), "7\tvisiting hours\n8\twristband\n");
    Path run = folder.resolve("runs").resolve("run.trec");
    assertThat(
            cli(
                "search",
                "clinic",
                "--queries",
                queries.toString(),
                "--run",
                run.toString(),
                "-k",
                "4"))
        .isZero();
    assertThat(Files.readAllLines(run))
        .hasSize(8)
        .allMatch(line -> line.matches("[78] Q0 \\S+ [1-4] \\d\\.\\d{9} frostbyte"));
  }

  private void reports(String batch) throws Exception {
    assertThat(cli("report", "clinic")).isZero();
    assertThat(out.lines()).singleElement().asString().contains("12 files", batch);
    assertThat(cli("report", "clinic", batch)).isZero();
    assertThat(out).startsWith("<!doctype html>").contains("The counts agree");
    assertThat(cli("report", "clinic", batch, "--json")).isZero();
    assertThat(MAPPER.readTree(out).at("/summary/files_submitted").asInt()).isEqualTo(12);
    for (String form : List.of("report.pdf", "report.md", "report.json", "report.html")) {
      checks(batch, folder.resolve("signed").resolve(form));
    }
  }

  /** What was written is what was signed; with one byte changed it is not. */
  private void checks(String batch, Path file) throws Exception {
    assertThat(cli("report", "clinic", batch, "--out", file.toString())).isZero();
    assertThat(cli("report", "clinic", batch, "--check", file.toString())).isZero();
    assertThat(out).contains("is what was signed, byte for byte", "say the same today");
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
    assertThat(cli("report", "clinic", batch, "--check", file.toString(), "--json")).isEqualTo(3);
    assertThat(MAPPER.readTree(out).get("signed").asBoolean()).isFalse();
  }

  private void erases(String document) throws Exception {
    assertThat(cli("erase", "clinic", document, "--json")).isZero();
    assertThat(MAPPER.readTree(out).at("/key_destroyed/index").asLong()).isPositive();
    assertThat(cli("erase", "clinic", document)).isEqualTo(2);
    assertThat(err).contains("DOCUMENT_NOT_FOUND");
    assertThat(cli("rebuild", "clinic", "--json")).isZero();
    assertThat(MAPPER.readTree(out).get("documents").asInt()).isEqualTo(9);
  }

  private void secondRunChangesNothing() throws Exception {
    assertThat(cli("ingest", "clinic", DOCUMENTS.toString(), "--json")).isEqualTo(1);
    Map<String, JsonNode> outcomes = byFile();
    assertThat(field(outcomes, "visiting-rules.html", "outcome")).isEqualTo("unchanged");
    assertThat(field(outcomes, "letter-brightvale-quotation.docx", "outcome"))
        .isEqualTo("quarantined");
  }

  private void evidence() throws Exception {
    assertThat(cli("audit", "clinic", "verify", "--json")).isZero();
    assertThat(MAPPER.readTree(out).get("intact").asBoolean()).isTrue();
    assertThat(cli("audit", "clinic", "list")).isZero();
    assertThat(out).contains("document_published").doesNotContain("visiting-rules");
    events();
    Path export = folder.resolve("export");
    assertThat(cli("audit", "clinic", "export", "--out", export.toString(), "--json")).isZero();
    String key = MAPPER.readTree(out).get("verifier_key").asText();
    assertThat(cli("audit", "clinic", "export", "--out", export.toString())).isEqualTo(2);
    assertThat(err).contains("exists already").doesNotContain("disk");
    assertThat(cli("verify", export.toString(), "--verifier-key", key)).isZero();
    assertThat(cli("verify", folder.toString(), "--verifier-key", key)).isEqualTo(5);
    assertThat(run("verify", export.toString(), "--home", folder.resolve("none").toString()))
        .isEqualTo(2);
    assertThat(err).contains("no home at");
    Path tile =
        Files.walk(export.resolve("tile")).filter(Files::isRegularFile).findFirst().orElseThrow();
    byte[] bytes = Files.readAllBytes(tile);
    bytes[bytes.length / 2] ^= 1;
    Files.write(tile, bytes);
    assertThat(cli("verify", export.toString(), "--verifier-key", key)).isEqualTo(3);
  }

  private void events() throws Exception {
    assertThat(cli("audit", "clinic", "list", "--verified", "--json")).isZero();
    List<String> all = out.lines().toList();
    JsonNode page = MAPPER.readTree(all.getLast()).get("page");
    assertThat(page.get("complete").asBoolean()).isTrue();
    assertThat(page.get("verified").asBoolean()).isTrue();
    assertThat(page.get("events").asInt()).isEqualTo(all.size() - 1);
    assertThat(cli("audit", "clinic", "list", "--type", "document_published", "-k", "1", "--json"))
        .isZero();
    JsonNode published = MAPPER.readTree(out.lines().findFirst().orElseThrow());
    String document = published.get("subject").asText();
    assertThat(cli("audit", "clinic", "chain", document)).isZero();
    assertThat(out).contains("publish_requested", "document_published", document);
    Path proof = folder.resolve("event.tlog-proof");
    String index = published.get("index").asText();
    assertThat(cli("audit", "clinic", "prove", index, "--out", proof.toString())).isZero();
    assertThat(proof).content().startsWith("c2sp.org/tlog-proof@v1\nindex " + index + "\n");
  }

  @Test
  void aWrongOrDamagedKeyFileIsNamedAsSuch() throws Exception {
    String home = folder.resolve("home").toString();
    Path keys = folder.resolve("keys").resolve("k");
    String other = folder.resolve("keys").resolve("other").toString();
    assertThat(run("rebuild", "clinic", "--home", home, "--key-file", other)).isEqualTo(4);
    assertThat(err).contains("KEYS_MISSING", "key file this home was made with");
    byte[] damaged = Files.readAllBytes(keys);
    damaged[damaged.length / 2] ^= 1;
    Files.write(keys, damaged);
    assertThat(cli("rebuild", "clinic")).isEqualTo(5);
    assertThat(err).contains("KEYS_DAMAGED", "backup");
  }

  @Test
  void filesThatAreNotThereAreNamed() {
    String queries = folder.resolve("none.tsv").toString();
    String run = folder.resolve("run").toString();
    assertThat(cli("search", "clinic", "--queries", queries, "--run", run)).isEqualTo(5);
    assertThat(err).contains(queries);
    String manifest = folder.resolve("none.json").toString();
    assertThat(cli("ingest", "clinic", "--manifest", manifest)).isEqualTo(5);
    assertThat(err).contains(manifest);
    assertThat(cli("verify", "x", "--verifier-key", manifest)).isEqualTo(5);
    assertThat(err).contains("no file or folder x");
  }

  private static String field(Map<String, JsonNode> outcomes, String file, String field) {
    return Objects.requireNonNull(outcomes.get(file)).get(field).asText();
  }

  private Map<String, JsonNode> byFile() throws Exception {
    Map<String, JsonNode> outcomes = new TreeMap<>();
    for (String line : out.lines().toList()) {
      JsonNode outcome = MAPPER.readTree(line);
      outcomes.put(outcome.get("file").asText(), outcome);
    }
    return outcomes;
  }

  private int cli(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(
        List.of(
            "--home",
            folder.resolve("home").toString(),
            "--key-file",
            folder.resolve("keys").resolve("k").toString()));
    return run(all.toArray(String[]::new));
  }

  private int run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        Main.run(
            new Terminal(new PrintWriter(out), new PrintWriter(err), false),
            Pipelines.LOCAL,
            arguments);
    this.out = out.toString();
    this.err = err.toString();
    return code;
  }
}
