package dev.frostbyte.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
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

  @TestFactory
  Stream<DynamicTest> judgesEverySubtreeInclusionVectorAsItsAuthorsDo() throws Exception {
    return vectors("subtreeinclusion", MerkleVectorTest::includesInSubtree);
  }

  /**
   * Those of subtrees at the start of the log, which are older trees; nothing follows from none.
   */
  @TestFactory
  Stream<DynamicTest> judgesTheSubtreeConsistencyVectorsThatAreOfTrees() throws Exception {
    return files("subtreeconsistency").stream()
        .filter(MerkleVectorTest::isOfATree)
        .map(
            file ->
                DynamicTest.dynamicTest(
                    name(file), () -> judge(file, MerkleVectorTest::continuesSubtree)));
  }

  private static boolean isOfATree(Path file) {
    try {
      JsonNode vector = JSON.readTree(Files.readAllBytes(file));
      return number(vector, "start") == 0 && number(vector, "end") > 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void carriesAllVectors() throws Exception {
    assertThat(files("inclusion")).hasSize(98);
    assertThat(files("consistency")).hasSize(98);
    assertThat(files("subtreeinclusion")).hasSize(204);
    assertThat(files("subtreeconsistency")).hasSize(118);
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
    long index = vector.get("leafIdx").bigIntegerValue().longValue();
    long size = vector.get("treeSize").bigIntegerValue().longValue();
    return includes(vector, index, size);
  }

  private static boolean continuesSubtree(JsonNode vector) {
    return isConsistent(vector, number(vector, "end"), number(vector, "size"));
  }

  private static boolean isConsistent(JsonNode vector) {
    return isConsistent(vector, number(vector, "size1"), number(vector, "size2"));
  }

  private static boolean isConsistent(JsonNode vector, long size1, long size2) {
    byte[] root1 = binary(vector, "root1");
    byte[] root2 = binary(vector, "root2");
    List<byte[]> proof = proof(vector);
    boolean holds =
        Proofs.extendsTree(new Proofs.Tree(size1, root1), new Proofs.Tree(size2, root2), proof);
    assertThat(FrostbyteVerify.Proof.isConsistent(size1, root1, size2, root2, proof))
        .isEqualTo(holds);
    return holds;
  }

  /** A subtree is a tree of its own when it starts at a multiple of the power of two above it. */
  private static boolean includesInSubtree(JsonNode vector) {
    long start = number(vector, "start");
    long width = number(vector, "end") - start;
    boolean subtree = start >= 0 && width > 0 && start % ceiling(width) == 0;
    return subtree && includes(vector, number(vector, "leafIdx") - start, width);
  }

  private static long ceiling(long width) {
    return width == 1 ? 1 : Long.highestOneBit(width - 1) << 1;
  }

  private static long number(JsonNode vector, String field) {
    return vector.get(field).bigIntegerValue().longValue();
  }

  /** Asks both of our implementations, which share no code, and demands that they agree. */
  private static boolean includes(JsonNode vector, long index, long size) {
    byte[] leaf = binary(vector, "leafHash");
    byte[] root = binary(vector, "root");
    boolean holds = Proofs.includes(index, size, leaf, proof(vector), root);
    assertThat(FrostbyteVerify.Proof.includes(index, size, leaf, proof(vector), root))
        .isEqualTo(holds);
    return holds;
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
