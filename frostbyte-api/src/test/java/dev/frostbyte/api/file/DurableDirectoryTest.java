package dev.frostbyte.api.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DurableDirectoryTest {
  private Path folder;
  private DurableDirectory files;

  @BeforeEach
  void open(@TempDir Path temporary) throws IOException {
    folder = temporary;
    files = DurableDirectory.at(folder.resolve("a/b/c"));
  }

  @Test
  void makesItsFolderWithEveryParent() {
    assertThat(folder.resolve("a/b/c")).isDirectory();
  }

  @Test
  void saysWhereItLies() {
    assertThat(files.path()).contains(folder.resolve("a/b/c").toAbsolutePath());
  }

  @Test
  void makesFoldersForTheirOwnerOnly() throws IOException {
    assumeThat(FileSystems.getDefault().supportedFileAttributeViews()).contains("posix");
    for (String made : List.of("a", "a/b", "a/b/c")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(made))))
          .isEqualTo("rwx------");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", ".", "..", "a/b", "a\\b", "../x", "/x", "a b", "ä", "a\n", "a\0", "a:b", "~", "*"
      })
  void refusesANameThatCouldLeadElsewhere(String name) {
    refuses(() -> files.create(name));
    refuses(() -> files.open(name));
    refuses(() -> files.exists(name));
    refuses(() -> files.delete(name));
    refuses(() -> files.directory(name));
    refuses(() -> files.rename("x", name));
    refuses(() -> files.rename(name, "x"));
    refuses(() -> files.replace(name, new byte[1]));
    refuses(() -> files.read(name, 1));
  }

  @Test
  void takesEveryNameOfTheShape() throws IOException {
    for (String name : new String[] {"a", "...", "-", "A.b_c-9", "x".repeat(200)}) {
      files.create(name).close();
      assertThat(files.exists(name)).isTrue();
    }
    refuses(() -> files.create("x".repeat(201)));
  }

  @Test
  void listsNamesSorted() throws IOException {
    files.create("b").close();
    files.create("B").close();
    files.directory("a");
    assertThat(files.list()).containsExactly("B", "a", "b");
  }

  @Test
  void createsOnlyNewAndOpensOnlyExistingFiles() throws IOException {
    files.create("x").close();
    assertThatThrownBy(() -> files.create("x")).isInstanceOf(FileAlreadyExistsException.class);
    assertThatThrownBy(() -> files.open("y")).isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void replacesAFileAndItsLeftOverTemporary() throws IOException {
    files.replace("state", new byte[] {1});
    Files.write(folder.resolve("a/b/c/state.tmp"), new byte[] {9, 9, 9});
    files.replace("state", new byte[] {2, 3});
    assertThat(files.read("state", 2)).containsExactly(2, 3);
    assertThat(files.list()).containsExactly("state");
  }

  @Test
  void refusesToReadMoreThanTheLimit() throws IOException {
    files.replace("state", new byte[10]);
    assertThat(files.read("state", 10)).hasSize(10);
    assertThatThrownBy(() -> files.read("state", 9))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("10")
        .hasMessageContaining("9");
  }

  @Test
  void renamesOverAnExistingFile() throws IOException {
    files.replace("old", new byte[] {1});
    files.replace("new", new byte[] {2});
    files.rename("old", "new");
    files.sync();
    assertThat(files.list()).containsExactly("new");
    assertThat(files.read("new", 9)).containsExactly(1);
  }

  @Test
  void deletesWhatIsThereAndAcceptsWhatIsNot() throws IOException {
    files.directory("empty");
    files.directory("full").create("x").close();
    files.delete("empty");
    files.delete("absent");
    assertThatThrownBy(() -> files.delete("full")).isInstanceOf(DirectoryNotEmptyException.class);
    assertThat(files.list()).containsExactly("full");
  }

  @Test
  void writesAndReadsAtAnyPosition() throws IOException {
    try (DurableFile file = files.create("x")) {
      file.write(ByteBuffer.wrap(new byte[] {1, 2}), 3);
      file.force(true);
      file.force(false);
      assertThat(file.size()).isEqualTo(5);
      ByteBuffer into = ByteBuffer.allocate(9);
      assertThat(file.read(into, 2)).isEqualTo(3);
      assertThat(into.array()).startsWith(0, 1, 2);
      assertThat(file.read(into, 5)).isEqualTo(-1);
    }
  }

  @Test
  void cutsAFileButNeverGrowsIt() throws IOException {
    try (DurableFile file = files.create("x")) {
      file.write(ByteBuffer.wrap(new byte[5]), 0);
      file.truncate(2);
      assertThat(file.size()).isEqualTo(2);
      assertThatThrownBy(() -> file.truncate(3)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void closesTwiceAndRefusesUseAfterwards() throws IOException {
    DurableFile file = files.create("x");
    file.close();
    file.close();
    assertThatThrownBy(file::size).isInstanceOf(ClosedChannelException.class);
  }

  private static void refuses(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class);
  }
}
