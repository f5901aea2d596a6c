package dev.frostbyte.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frostbyte.api.model.BatchId;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.model.UntrustedText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void takesEverythingOfAFolderInTheOrderOfNames() throws IOException {
    Files.createDirectories(folder.resolve("in/b"));
    Files.writeString(folder.resolve("in/z.txt"), "z");
    Files.writeString(folder.resolve("in/b/y.txt"), "y");
    Path link = Files.createSymbolicLink(folder.resolve("in/a.txt"), folder);
    Batch batch = Batch.ofFolder(folder.resolve("in"));
    assertThat(names(batch)).containsExactly("a.txt", "b/y.txt", "z.txt");
    assertThat(batch.files().getFirst().path()).isEqualTo(link);
    assertThat(batch.files().stream().map(BatchFile::fileId))
        .containsExactly("file-1", "file-2", "file-3");
    assertThat(batch.claimedTenant()).isEmpty();
  }

  @Test
  void severalFoldersKeepFilesOfOneNameApart() throws IOException {
    for (String name : List.of("north", "south")) {
      Files.createDirectories(folder.resolve(name));
      Files.writeString(folder.resolve(name).resolve("a.txt"), name);
    }
    Batch batch = Batch.of(List.of(folder.resolve("north"), folder.resolve("south")));
    assertThat(names(batch)).containsExactly("north/a.txt", "south/a.txt");
  }

  @Test
  void followsALinkThatIsHandedIn() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "a");
    Path link = Files.createSymbolicLink(folder.resolve("link.txt"), file);
    Batch batch = Batch.of(List.of(link, folder.resolve("missing.txt")));
    assertThat(names(batch)).containsExactly("link.txt", "missing.txt");
    assertThat(batch.files().getFirst().path()).isEqualTo(file.toRealPath());
  }

  @Test
  void batchesHaveNamesOfTheirOwn() throws IOException {
    assertThat(Batch.ofFolder(folder).id()).isNotEqualTo(Batch.ofFolder(folder).id());
  }

  @Test
  void refusesMoreFilesThanABatchMayHave() {
    BatchFile file = new BatchFile("f", UntrustedText.of("n"), folder, null);
    List<BatchFile> files = Collections.nCopies(Batch.MAX_FILES + 1, file);
    assertThatThrownBy(() -> new Batch(new BatchId("b"), files, null, null))
        .isInstanceOfSatisfying(
            FrostbyteException.class,
            e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.BATCH_TOO_LARGE));
  }

  private static List<String> names(Batch batch) {
    return batch.files().stream().map(file -> file.name().value()).toList();
  }
}
