package dev.frostbyte.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Witnesses, time stamps and the signing key on the command line, on the real library. */
class WitnessIT {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @TempDir Path folder;
  private String out = "";
  private String err = "";

  @BeforeEach
  void createsATenantAndAWitness() throws IOException {
    assertThat(cli("tenant", "create", "clinic")).isZero();
    assertThat(cli("audit-key", "show")).isZero();
    Files.writeString(file("log.txt"), out);
    assertThat(cli("witness", "init", "--dir", at("w1"), "--name", "witness.example.com/w1"))
        .isZero();
    Files.writeString(file("w1.txt"), out);
  }

  @Test
  void aCheckpointIsCosignedByFiles() throws IOException {
    assertThat(cli("witness", "request", "clinic", "--out", at("request"))).isZero();
    assertThat(sign()).isZero();
    assertThat(accept("--json")).isZero();
    JsonNode kept = MAPPER.readTree(out);
    assertThat(kept.get("witnesses").asText()).isEqualTo("witness.example.com/w1");
    assertThat(cli("audit", "clinic", "verify")).isZero();
    assertThat(sign()).isEqualTo(3);
    String size = Long.toString(kept.get("size").asLong());
    assertThat(out).contains("--old " + size);
    assertThat(cli("witness", "request", "clinic", "--out", at("request"), "--old", size)).isZero();
    assertThat(sign()).isZero();
    assertThat(accept()).isZero();
  }

  @Test
  void whatDoesNotVerifyOrIsNotKnownEndsInItsExitCode() throws IOException {
    assertThat(cli("witness", "request", "clinic", "--out", at("request"))).isZero();
    assertThat(cli("witness", "request", "clinic", "--out", at("x"), "--old", "999")).isEqualTo(2);
    String stranger = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    assertThat(
            cli(
                "witness",
                "sign",
                at("request"),
                "--dir",
                at("w1"),
                "--log",
                stranger,
                "--out",
                at("response")))
        .isEqualTo(4);
    assertThat(sign()).isZero();
    String answer = Files.readString(file("response"));
    Files.writeString(file("response"), answer.replaceFirst("AAAAA", "AAAAB"));
    assertThat(accept()).isEqualTo(3);
    assertThat(err).contains("EVIDENCE_REFUSED");
    Files.writeString(file("response"), answer);
    assertThat(cli("witness", "init", "--dir", at("w2"), "--name", "w2")).isZero();
    Files.writeString(file("w1.txt"), out);
    assertThat(accept()).isEqualTo(4);
  }

  @Test
  void theSigningKeyIsChangedAndEveryLogFollows() throws IOException {
    assertThat(cli("audit-key", "rotate")).isZero();
    assertThat(out.lines()).hasSize(2).first().isEqualTo(Files.readString(file("log.txt")).strip());
    assertThat(cli("audit", "clinic", "verify")).isZero();
    assertThat(cli("audit", "clinic", "list")).isZero();
    assertThat(out).contains("log_key_rotated");
    assertThat(cli("tenant", "create", "second")).isZero();
    assertThat(cli("audit", "second", "verify")).isZero();
    assertThat(cli("deployment", "verify")).isZero();
    assertThat(out).startsWith("Intact: ");
  }

  @Test
  void aTimeStampingServicesRubbishIsRefused() throws IOException {
    assertThat(cli("timestamp", "request", "clinic", "--out", at("q.tsq"))).isZero();
    assertThat(Files.size(file("q.tsq"))).isBetween(40L, 200L);
    Files.writeString(file("r.tsr"), "rubbish");
    assertThat(
            cli("timestamp", "accept", "clinic", at("q.tsq"), at("r.tsr"), "--trust", at("r.tsr")))
        .isEqualTo(3);
  }

  private int sign() {
    return cli(
        "witness",
        "sign",
        at("request"),
        "--dir",
        at("w1"),
        "--log",
        at("log.txt"),
        "--out",
        at("response"));
  }

  private int accept(String... more) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "witness",
                "accept",
                "clinic",
                at("request"),
                at("response"),
                "--witness",
                at("w1.txt")));
    all.addAll(List.of(more));
    return cli(all.toArray(String[]::new));
  }

  private Path file(String name) {
    return folder.resolve(name);
  }

  private String at(String name) {
    return file(name).toString();
  }

  private int cli(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--home", at("home"), "--key-file", file("keys").resolve("k").toString()));
    StringWriter written = new StringWriter();
    StringWriter errors = new StringWriter();
    int code =
        Main.run(
            new Terminal(new PrintWriter(written), new PrintWriter(errors), false),
            Pipelines.LOCAL,
            all.toArray(String[]::new));
    this.out = written.toString();
    this.err = errors.toString();
    return code;
  }
}
