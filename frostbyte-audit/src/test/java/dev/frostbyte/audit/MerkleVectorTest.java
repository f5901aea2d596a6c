package dev.frostbyte.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The vectors of transparency-dev/merkle and the constants of its RFC 6962 tests. */
final class MerkleVectorTest {
  private static final JsonMapper JSON = new JsonMapper();

  @TestFactory
  Stream<DynamicTest> judgesEveryInclusionVectorAsItsAuthorsDo() throws Exception {
    return vectors("inclusion", MerkleVectorTest::includes);
  }

  @TestFactory
  Stream<DynamicTest> judgesEveryConsistencyVectorAsItsAuthorsDo() throws Exception {
    return vectors("consistency", MerkleVectorTest::isConsistent);
  }

  @Test
  void carriesAllVectors() throws Exception {
    assertThat(files("inclusion")).hasSize(98);
    assertThat(files("consistency")).hasSize(98);
  }

  @Test
  void hashesAsRfc6962Says() {
    Sha256 sha = new Sha256();
    assertThat(hex(sha.empty()))
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assertThat(hex(sha.leaf(bytes(""))))
        .isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
    assertThat(hex(sha.leaf(bytes("L123456"))))
        .isEqualTo("395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56");
    assertThat(hex(sha.node(bytes("N123"), bytes("N456"))))
        .isEqualTo("aa217fe888e47007fa15edab33c2b492a722cb106c64667fc2b044444de66bbb");
  }

  private static boolean includes(JsonNode vector) {
    return Proofs.includes(
        vector.get("leafIdx").bigIntegerValue().longValue(),
        vector.get("treeSize").bigIntegerValue().longValue(),
        binary(vector, "leafHash"),
        proof(vector),
        binary(vector, "root"));
  }

  private static boolean isConsistent(JsonNode vector) {
    return Proofs.extendsTree(
        new Proofs.Tree(vector.get("size1").bigIntegerValue().longValue(), binary(vector, "root1")),
        new Proofs.Tree(vector.get("size2").bigIntegerValue().longValue(), binary(vector, "root2")),
        proof(vector));
  }

  private static Stream<DynamicTest> vectors(String kind, Judge judge) throws Exception {
    return files(kind).stream()
        .map(file -> DynamicTest.dynamicTest(name(file), () -> judge(file, judge)));
  }

  private static void judge(Path file, Judge judge) throws IOException {
    JsonNode vector = JSON.readTree(Files.readAllBytes(file));
    assertThat(judge.accepts(vector)).isEqualTo(!vector.get("wantErr").booleanValue());
  }

  private static List<Path> files(String kind) throws IOException, URISyntaxException {
    Path folder =
        Path.of(
            Objects.requireNonNull(MerkleVectorTest.class.getResource("/merkle/" + kind)).toURI());
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }

  private static String name(Path file) {
    return file.getName(file.getNameCount() - 2) + "/" + file.getFileName();
  }

  private static List<byte[]> proof(JsonNode vector) {
    List<byte[]> proof = new ArrayList<>();
    for (JsonNode hash : vector.path("proof")) {
      proof.add(decoded(hash));
    }
    return proof;
  }

  private static byte[] binary(JsonNode vector, String field) {
    return decoded(vector.path(field));
  }

  private static byte[] decoded(JsonNode base64) {
    return StrictBase64.decode(base64.asText("")).orElseThrow();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  /** Says whether a proof holds. */
  private interface Judge {
    boolean accepts(JsonNode vector);
  }
}
