package dev.frostbyte.core.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.model.UntrustedText;
import dev.frostbyte.core.BatchFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileReaderTest {
  private static final int LIMIT = 200_000;

  @TempDir private Path folder = Path.of("");
  private final ByteArrayOutputStream sealing = new ByteArrayOutputStream();

  @Test
  void handsOnEveryByteAndItsHash() throws IOException {
    byte[] bytes = bytes(LIMIT);
    Arrival arrival = read(file(bytes), null);
    assertThat(arrival)
        .isInstanceOfSatisfying(
            Arrival.Whole.class,
            whole -> {
              assertThat(whole.hash()).isEqualTo(ContentHash.of(bytes));
              assertThat(whole.size()).isEqualTo(LIMIT);
            });
    assertThat(sealing.toByteArray()).isEqualTo(bytes);
    assertThat(((Arrival.Whole) arrival).source().stream().readAllBytes()).isEqualTo(bytes);
  }

  @Test
  void refusesAFileOverTheLimitButHashesAllOfIt() throws IOException {
    byte[] bytes = bytes(LIMIT + 1);
    Arrival.Refused refused = refused(file(bytes), null, ProblemCode.SIZE_EXCEEDED);
    assertThat(refused.hash()).isEqualTo(ContentHash.of(bytes));
    assertThat(refused.size()).isEqualTo(LIMIT + 1);
    assertThat(refused.problem().message()).contains("200001", "200000");
    assertThat(sealing.size()).isLessThanOrEqualTo(LIMIT);
  }

  @Test
  void refusesAnEmptyFile() throws IOException {
    Arrival.Refused refused = refused(file(new byte[0]), null, ProblemCode.FILE_EMPTY);
    assertThat(refused.hash()).isEqualTo(ContentHash.of(new byte[0]));
  }

  @Test
  void refusesAFileThatIsNotThereUnderTheHashItShouldHave() throws IOException {
    Path missing = folder.resolve("missing");
    BatchFile.Claim claim = claim(bytes(3), 3);
    Arrival.Refused refused = refused(missing, claim, ProblemCode.FILE_MISSING);
    assertThat(refused.hash()).isEqualTo(claim.sha256());
  }

  @Test
  void refusesFoldersAndLinksAndPipes() throws Exception {
    refused(Files.createDirectory(folder.resolve("d")), null, ProblemCode.FILE_UNREADABLE);
    Path link = Files.createSymbolicLink(folder.resolve("l"), file(bytes(3)));
    refused(link, null, ProblemCode.FILE_UNREADABLE);
    refused(Path.of("/dev/zero"), null, ProblemCode.FILE_UNREADABLE);
  }

  @Test
  void refusesANameNoFileSystemTakes() throws IOException {
    refused(folder.resolve("n".repeat(5000)), null, ProblemCode.FILE_UNREADABLE);
  }

  @Test
  void refusesAFileItMayNotRead() throws IOException {
    Path file = file(bytes(3));
    assumeThat(file.toFile().setReadable(false) && !Files.isReadable(file))
        .as("this user may read everything")
        .isTrue();
    refused(file, null, ProblemCode.FILE_UNREADABLE);
  }

  @Test
  void refusesBytesThatAreNotThoseOfTheManifest() throws IOException {
    byte[] bytes = bytes(10);
    assertThat(read(file(bytes), claim(bytes, 10))).isInstanceOf(Arrival.Whole.class);
    refused(file(bytes), claim(bytes(11), 10), ProblemCode.CHECKSUM_MISMATCH);
    refused(file(bytes), claim(bytes, 11), ProblemCode.CHECKSUM_MISMATCH);
  }

  /** The hash of a part is that of another document, perhaps of one that is there. */
  @Test
  void aFileThatBreaksOffHasNotTheHashOfItsFirstPart() throws IOException {
    BatchFile.Claim claim = claim(bytes(10), 10);
    Arrival.Refused claimed = brokenOff(claim);
    assertThat(claimed.hash()).isEqualTo(claim.sha256());
    assertThat(claimed.size()).isEqualTo(4);
    assertThat(brokenOff(null).hash()).isEqualTo(ContentHash.of(new byte[0]));
  }

  private Arrival.Refused brokenOff(BatchFile.@Nullable Claim claim) throws IOException {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("the disk went away");
          }
        };
    InputStream in = new SequenceInputStream(new ByteArrayInputStream(bytes(4)), broken);
    Arrival arrival =
        new FileReader(LIMIT, path -> in).read(batchFile(file(bytes(10)), claim), sealing);
    assertThat(arrival).isInstanceOf(Arrival.Refused.class);
    Arrival.Refused refused = (Arrival.Refused) arrival;
    assertThat(refused.problem().code()).isEqualTo(ProblemCode.FILE_UNREADABLE);
    return refused;
  }

  @Test
  void aSinkThatFailsIsNoFaultOfTheFile() throws IOException {
    BatchFile file = batchFile(file(bytes(10)), null);
    OutputStream broken =
        new OutputStream() {
          @Override
          public void write(int value) throws IOException {
            throw new IOException("disk full");
          }
        };
    assertThatThrownBy(() -> new FileReader(LIMIT).read(file, broken))
        .isInstanceOf(IOException.class)
        .hasMessage("disk full");
  }

  private Arrival.Refused refused(Path path, BatchFile.@Nullable Claim claim, ProblemCode code)
      throws IOException {
    Arrival arrival = read(path, claim);
    assertThat(arrival).isInstanceOf(Arrival.Refused.class);
    Arrival.Refused refused = (Arrival.Refused) arrival;
    assertThat(refused.problem().code()).isEqualTo(code);
    return refused;
  }

  private Arrival read(Path path, BatchFile.@Nullable Claim claim) throws IOException {
    return new FileReader(LIMIT).read(batchFile(path, claim), sealing);
  }

  private static BatchFile batchFile(Path path, BatchFile.@Nullable Claim claim) {
    return new BatchFile("f", UntrustedText.of("name"), path, claim);
  }

  private Path file(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("file-" + bytes.length), bytes);
  }

  private static BatchFile.Claim claim(byte[] bytes, long size) {
    return new BatchFile.Claim(MediaType.TEXT, size, ContentHash.of(bytes));
  }

  private static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) (i * 31);
    }
    return bytes;
  }
}
