package dev.frostbyte.core.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.core.Batch;
import dev.frostbyte.core.BatchFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestTest {
  private static final String HASH = "a".repeat(64);
  private static final String ENTRY =
      """
      {"file_id":"f-1","filename":"in/a.pdf","mime_type":"Application/PDF; q=1","size_bytes":12,
       "sha256":"%s"}"""
          .formatted(HASH.toUpperCase(java.util.Locale.ROOT));
  private static final String WHOLE =
      """
      {"batch_id":"b-1","tenant_id":"alpha","file_count":1,"submitter":"a@b","files":[%s]}"""
          .formatted(ENTRY);

  @TempDir private Path folder = Path.of("");

  @Test
  void readsAManifest() throws IOException {
    Batch batch = read(WHOLE);
    assertThat(batch.id().value()).isEqualTo("b-1");
    assertThat(batch.claimedTenant()).contains("alpha");
    BatchFile file = batch.files().getFirst();
    assertThat(file.fileId()).isEqualTo("f-1");
    assertThat(file.name().value()).isEqualTo("in/a.pdf");
    assertThat(file.path()).isEqualTo(folder.resolve("in/a.pdf"));
    BatchFile.Claim claim = file.claimed().orElseThrow();
    assertThat(claim.type()).isEqualTo(MediaType.PDF);
    assertThat(claim.size()).isEqualTo(12);
    assertThat(claim.sha256().hex()).isEqualTo(HASH);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "\"batch_id\":\"b-1\"~\"batch_id\":7~batch_id must be a text",
        "\"batch_id\":\"b-1\"~\"batch_id\":\"-\"~batch_id must be 1 to 128",
        "\"tenant_id\":\"alpha\"~\"tenant\":\"alpha\"~tenant_id must be a text",
        "\"file_count\":1~\"file_count\":\"1\"~file_count must be an integer",
        "\"file_count\":1~\"file_count\":1.0~file_count must be an integer",
        "\"file_count\":1~\"file_count\":99999999999999999999~file_count must be an integer",
        "\"file_id\":\"f-1\"~\"file_id\":\"../f\"~files[0].file_id must be 1 to 128",
        "\"file_id\":\"f-1\"~\"file_id\":null~files[0].file_id must be a text",
        "\"filename\":\"in/a.pdf\"~\"filename\":\"\"~files[0].filename must be a text",
        "\"filename\":\"in/a.pdf\"~\"filename\":\"../a.pdf\"~files[0].filename must name a file",
        "\"filename\":\"in/a.pdf\"~\"filename\":\"in/../../a\"~files[0].filename must name a file",
        "\"filename\":\"in/a.pdf\"~\"filename\":\"/etc/passwd\"~files[0].filename must name a file",
        "\"filename\":\"in/a.pdf\"~\"filename\":\".\"~files[0].filename must name a file",
        "\"filename\":\"in/a.pdf\"~\"filename\":\"a\\u0000b\"~files[0].filename is no file name",
        "\"mime_type\":\"Application/PDF; q=1\"~\"mime_type\":\"pdf\"~files[0].mime_type must be",
        "\"size_bytes\":12~\"size_bytes\":-1~files[0].size_bytes must be",
        "\"size_bytes\":12~\"size_bytes\":1.5~files[0].size_bytes must be",
        "\"size_bytes\":12~\"size_bytes\":1e400~files[0].size_bytes must be",
        "\"size_bytes\":12~\"size_bytes\":9223372036854775808~files[0].size_bytes must be",
        "\"sha256\":\"AA~\"sha256\":\"ZZ~files[0].sha256 must be 64",
        "\"submitter\":\"a@b\"~\"batch_id\":\"b-1\"~no valid JSON at line 1, column",
      })
  void namesThePlaceOfEveryFault(String good, String bad, String message) {
    assertThat(WHOLE).contains(good);
    refused(WHOLE.replace(good, bad), ProblemCode.MANIFEST_INVALID, message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "null", "[]", "7", "\"x\"", "{", "{}", "{\"files\":{}}"})
  void refusesWhatIsNoManifest(String json) {
    refused(json, ProblemCode.MANIFEST_INVALID, "Manifest refused");
  }

  @Test
  void refusesWhatFollowsTheManifest() {
    refused(WHOLE + " {}", ProblemCode.MANIFEST_INVALID, "no valid JSON");
  }

  @Test
  void refusesBytesThatAreNoText() throws IOException {
    Path manifest = folder.resolve("manifest.json");
    for (byte[] bytes :
        new byte[][] {{0, 0, (byte) 0xfe, (byte) 0xff, 0, 1, 2, 3}, {'"', (byte) 0xff, '"'}}) {
      Files.write(manifest, bytes);
      refused(manifest, ProblemCode.MANIFEST_INVALID, "Manifest refused");
    }
  }

  @Test
  void refusesNestingWithoutEnd() {
    refused("[".repeat(100_000), ProblemCode.MANIFEST_INVALID, "no valid JSON");
  }

  @Test
  void refusesAnotherNumberOfFiles() {
    refused(
        WHOLE.replace("\"file_count\":1", "\"file_count\":2"),
        ProblemCode.MANIFEST_FILE_COUNT_MISMATCH,
        "file_count says 2, files has 1 entries");
  }

  @Test
  void refusesTheSameFileIdTwice() {
    String two = WHOLE.replace(ENTRY, ENTRY + "," + ENTRY).replace("count\":1", "count\":2");
    refused(two, ProblemCode.DUPLICATE_FILE_ID, "files[1]");
  }

  @Test
  void refusesMoreFilesThanABatchMayHave() {
    String many =
        IntStream.range(0, 10_001)
            .mapToObj(i -> ENTRY.replace("f-1", "f-" + i))
            .collect(Collectors.joining(","));
    refused(
        WHOLE.replace(ENTRY, many).replace("count\":1", "count\":10001"),
        ProblemCode.BATCH_TOO_LARGE,
        "10001");
  }

  @Test
  void refusesALinkThatLeadsOutOfTheFolder() throws IOException {
    Path inside = Files.createDirectory(folder.resolve("batch"));
    Path secret = Files.writeString(folder.resolve("secret.txt"), "x");
    Files.createSymbolicLink(inside.resolve("a.txt"), secret);
    Files.createSymbolicLink(inside.resolve("up"), folder);
    for (String name : new String[] {"a.txt", "up/secret.txt"}) {
      Path manifest = inside.resolve("m.json");
      Files.writeString(manifest, WHOLE.replace("in/a.pdf", name));
      refused(manifest, ProblemCode.MANIFEST_INVALID, "leads out");
    }
  }

  @Test
  void followsALinkThatStaysInside() throws IOException {
    Path real = Files.writeString(folder.resolve("real.pdf"), "x");
    Files.createSymbolicLink(folder.resolve("link.pdf"), real);
    Batch batch = read(WHOLE.replace("in/a.pdf", "link.pdf"));
    assertThat(batch.files().getFirst().path()).isEqualTo(real.toRealPath());
  }

  @Test
  void refusesAManifestLargerThanAnyNeed() throws IOException {
    Path manifest = folder.resolve("manifest.json");
    Files.write(manifest, new byte[(16 << 20) + 1]);
    refused(manifest, ProblemCode.MANIFEST_INVALID, "larger than");
  }

  @Test
  void failsWhenThereIsNoManifest() {
    assertThatThrownBy(() -> Manifest.read(folder.resolve("none.json")))
        .isInstanceOf(NoSuchFileException.class);
  }

  private Batch read(String json) throws IOException {
    Path manifest = folder.resolve("manifest.json");
    Files.writeString(manifest, json, StandardCharsets.UTF_8);
    return Batch.ofManifest(manifest);
  }

  private void refused(String json, ProblemCode code, String message) {
    Path manifest = folder.resolve("manifest.json");
    try {
      Files.writeString(manifest, json, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    refused(manifest, code, message);
  }

  private static void refused(Path manifest, ProblemCode code, String message) {
    assertThatThrownBy(() -> Manifest.read(manifest))
        .isInstanceOfSatisfying(
            FrostbyteException.class,
            e -> {
              assertThat(e.problem().code()).isEqualTo(code);
              assertThat(e.problem().message()).contains(message);
            });
  }
}
