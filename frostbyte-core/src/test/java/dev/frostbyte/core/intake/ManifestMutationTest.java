package dev.frostbyte.core.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

class ManifestMutationTest {
  private static final Set<ProblemCode> DOCUMENTED =
      EnumSet.of(
          ProblemCode.MANIFEST_INVALID,
          ProblemCode.MANIFEST_FILE_COUNT_MISMATCH,
          ProblemCode.DUPLICATE_FILE_ID,
          ProblemCode.BATCH_TOO_LARGE);
  private static final String[] PIECES = {
    "null", "{", "}", "[", "]", "\"", ",", ":", "1", "-", "1e999", "\\u0000", "\\ud800", "../", "/",
    "\u0000", "files", "é", "\\", "true", " "
  };
  private static final byte[] WHOLE =
      """
      {"batch_id":"b","tenant_id":"alpha","file_count":2,"files":[
      {"file_id":"f1","filename":"a","mime_type":"text/plain","size_bytes":1,"sha256":"%1$s"},
      {"file_id":"f2","filename":"b","mime_type":"text/plain","size_bytes":2,"sha256":"%1$s"}]}
      """
          .formatted("0".repeat(64))
          .getBytes(StandardCharsets.UTF_8);

  private static Path manifest = Path.of("");

  @BeforeContainer
  static void makeFolder() throws IOException {
    manifest = Files.createTempDirectory("manifests").resolve("m.json");
  }

  @AfterContainer
  static void removeFolder() throws IOException {
    Files.deleteIfExists(manifest);
    Files.deleteIfExists(manifest.resolveSibling(""));
  }

  @Property(tries = 2000)
  void anyChangedByteGivesABatchOrADocumentedCode(
      @ForAll @IntRange(max = 10_000) int at, @ForAll byte value) throws IOException {
    byte[] changed = WHOLE.clone();
    changed[at % changed.length] = value;
    assertThat(answer(changed)).isTrue();
  }

  @Property(tries = 2000)
  void anyPieceOfJsonPutInGivesABatchOrADocumentedCode(
      @ForAll @Size(min = 1, max = 4) int[] places, @ForAll @IntRange(max = 20) int piece)
      throws IOException {
    String changed = new String(WHOLE, StandardCharsets.UTF_8);
    for (int place : places) {
      int at = Math.floorMod(place, changed.length());
      int end = Math.min(changed.length(), at + Math.floorMod(place, 7));
      changed = changed.substring(0, at) + PIECES[piece] + changed.substring(end);
    }
    assertThat(answer(changed.getBytes(StandardCharsets.UTF_8))).isTrue();
  }

  private static boolean answer(byte[] bytes) throws IOException {
    Files.write(manifest, bytes);
    try {
      return Manifest.read(manifest).files().size() == 2;
    } catch (FrostbyteException e) {
      return DOCUMENTED.contains(e.problem().code());
    }
  }
}
