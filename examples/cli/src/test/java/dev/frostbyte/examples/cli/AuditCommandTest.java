package dev.frostbyte.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditCommandTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String DOCUMENT = "doc_0123456789abcdef0123456789abcdef";

  @TempDir Path folder;
  private final Cli cli = new Cli(new FakePipeline());

  @Test
  void listsEveryPageAndSaysLastWhatItProves() throws IOException {
    List<JsonNode> lines = list(0, "list");
    assertThat(lines).hasSize(FakeAudit.EVENTS + 1);
    for (int index = 0; index < FakeAudit.EVENTS; index++) {
      assertThat(lines.get(index).get("index").asInt()).isEqualTo(index);
    }
    JsonNode page = lines.getLast().get("page");
    assertThat(page.get("events").asInt()).isEqualTo(FakeAudit.EVENTS);
    assertThat(page.get("complete").asBoolean()).isTrue();
    assertThat(page.get("verified").asBoolean()).isFalse();
    assertThat(page.get("more").asBoolean()).isFalse();
    assertThat(page.at("/checkpoint/size").asInt()).isEqualTo(FakeAudit.EVENTS);
    assertThat(page.at("/checkpoint/note").asText()).isEqualTo("note\n");
  }

  @Test
  void theLogOfLogsIsCheckedByACommandOfItsOwn() throws IOException {
    assertThat(cli.run("deployment", "verify", "--home", folder.toString())).isEqualTo(3);
    assertThat(cli.out()).contains("BROKEN", "entry 3: the chain is broken");
    String nowhere = folder.resolve("nowhere").toString();
    assertThat(cli.run("deployment", "verify", "--home", nowhere)).isEqualTo(2);
    assertThat(cli.run("deployment", "--home", folder.toString())).isEqualTo(2);
  }

  @Test
  void stopsAtSoManyEventsAndSaysWhereToGoOn() throws IOException {
    List<JsonNode> lines = list(0, "list", "--from", "10", "-k", "1200");
    assertThat(lines).hasSize(1_201);
    JsonNode page = lines.getLast().get("page");
    assertThat(page.get("from").asInt()).isEqualTo(10);
    assertThat(page.get("to").asInt()).isEqualTo(1_210);
    assertThat(page.get("more").asBoolean()).isTrue();
    assertThat(audit("list", "-k", "3")).isZero();
    assertThat(cli.out().lines()).last().asString().contains("More with --from 3.");
  }

  @Test
  void picksByTypeTimeAndRange() throws IOException {
    List<JsonNode> lines =
        list(
            0,
            "list",
            "--type",
            "document_published",
            "--since",
            "2026-03-01T00:10:00Z",
            "--until",
            "2026-03-01T01:15:00+01:00",
            "--to",
            "100",
            "--verified");
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0).get("index").asInt()).isEqualTo(11);
    assertThat(lines.get(1).get("index").asInt()).isEqualTo(13);
    JsonNode page = lines.getLast().get("page");
    assertThat(page.get("complete").asBoolean()).isFalse();
    assertThat(page.get("verified").asBoolean()).isTrue();
    assertThat(list(0, "list", "--type", "io.frostbyte.document.published.v1", "-k", "1"))
        .hasSize(2);
    assertThat(list(0, "list", "--since", "2026-03-02", "-k", "1").getFirst().get("index").asInt())
        .isEqualTo(1_440);
  }

  @Test
  void aChainThatLacksAnEventEndsWithThree() throws IOException {
    List<JsonNode> lines = list(3, "chain", DOCUMENT);
    assertThat(lines.getLast().at("/page/breaks/0/index").asInt()).isEqualTo(3);
    assertThat(lines.getLast().at("/page/breaks")).hasSize(1);
  }

  @Test
  void writesAProof() throws IOException {
    Path proof = folder.resolve("proofs").resolve("17");
    assertThat(audit("prove", "17", "--out", proof.toString())).isZero();
    assertThat(proof).hasContent("proof of 17");
    assertThat(audit("prove", "2500", "--out", folder.resolve("none").toString())).isEqualTo(2);
    assertThat(cli.err()).contains("There is no event 2500").contains("2500, from 0");
    assertThat(folder.resolve("none")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "list extra",
        "verify --from 1",
        "export --out x --verified",
        "chain",
        "chain nodoc",
        "chain " + DOCUMENT + " --open",
        "chain " + DOCUMENT + " --out x",
        "prove 1",
        "prove --out x",
        "prove one --out x",
        "prove -1 --out x",
        "prove 1 --out x --type document_parsed",
        "list --from 5 --to 4",
        "list --from -1",
        "list -k 0",
        "list --type nothing",
        "list --since yesterday",
        "list --since 2026-03-02 --until 2026-03-01",
        "list --subject a --actor b",
        "list --open --actor b"
      })
  void wrongUsageEndsWithTwoAndOneLine(String arguments) {
    assertThat(audit(arguments.split(" "))).isEqualTo(2);
    assertThat(cli.out()).isEmpty();
    assertThat(cli.err().strip().lines()).hasSize(1);
    assertThat(cli.err()).startsWith("frostbyte: ").contains("--help");
    assertThat(cli.homes()).isEmpty();
  }

  @Test
  void helpTellsWhatCompleteMeansAndShowsEachUse() {
    assertThat(cli.run("audit", "--help")).isZero();
    assertThat(cli.out())
        .contains("verify", "list", "chain DOCUMENT", "prove INDEX", "export", "complete")
        .contains("--since", "--type", "--open", "--verified", "-k");
  }

  private List<JsonNode> list(int code, String... arguments) throws IOException {
    int before = cli.out().length();
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("--json");
    assertThat(audit(all.toArray(String[]::new))).isEqualTo(code);
    List<JsonNode> lines = new ArrayList<>();
    for (String line : cli.out().substring(before).lines().toList()) {
      lines.add(MAPPER.readTree(line));
    }
    return lines;
  }

  private int audit(String... arguments) {
    List<String> all = new ArrayList<>(List.of("audit", "acme"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--home", folder.toString()));
    return cli.run(all.toArray(String[]::new));
  }
}
