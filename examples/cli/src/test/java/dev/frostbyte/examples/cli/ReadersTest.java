package dev.frostbyte.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands that read documents read what is said, and take passwords from a private file alone. */
class ReadersTest {
  private static final String SECRET = "correct horse";

  @TempDir private Path folder = Path.of("replaced by JUnit");
  private final Cli cli = new Cli(new FakePipeline());

  @Test
  void takesPasswordsFromAFileOfItsOwnersAlone() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "text");
    Path passwords = passwords("rw-------");
    cli.run("parse", file.toString(), "--password-file", passwords.toString());
    assertThat(cli.readers().getLast().passwords()).isEqualTo(passwords.toAbsolutePath());
    cli.run("parse", file.toString());
    assertThat(cli.readers().getLast()).isEqualTo(Readers.USUAL);
    assertThat(cli.out() + cli.err()).doesNotContain(SECRET);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r--r--", "rw----r--", "rw--w----", "rw-r-----"})
  void refusesAFileThatOthersCanRead(String permissions) throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "text");
    Path passwords = passwords(permissions);
    for (String command : new String[] {"parse", "ingest acme"}) {
      String line = command + " " + file + " --password-file " + passwords;
      assertThat(cli.run((line + " --home " + folder).split(" "))).isEqualTo(2);
      assertThat(cli.err()).contains("--password-file", "others", "chmod 600");
    }
    assertThat(cli.readers()).isEmpty();
    assertThat(cli.out() + cli.err()).doesNotContain(SECRET);
  }

  @Test
  void refusesAFileThatIsNotThere() {
    String missing = folder.resolve("none").toString();
    assertThat(cli.run("parse", missing, "--password-file", missing)).isEqualTo(2);
    assertThat(cli.readers()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rescan acme",
        "review release acme "
            + "doc_00000000000000000000000000000000 --token rev_0 --reason because"
      })
  void whatReadsDocumentsAgainReadsWhatIsSaidToo(String command) throws IOException {
    Path passwords = passwords("rw-------");
    String options = " --allow doc,xls --password-file " + passwords + " --home " + folder;
    cli.run((command + options).split(" "));
    assertThat(cli.readers()).hasSize(1);
    assertThat(cli.allowed()).containsExactly(OldFormat.DOC, OldFormat.XLS);
    assertThat(cli.readers().getFirst().passwords()).isEqualTo(passwords.toAbsolutePath());
  }

  private Path passwords(String permissions) throws IOException {
    assumeThat(FileSystems.getDefault().supportedFileAttributeViews())
        .as("this file system knows permissions")
        .contains("posix");
    Path file = Files.writeString(folder.resolve("passwords"), SECRET);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }
}
