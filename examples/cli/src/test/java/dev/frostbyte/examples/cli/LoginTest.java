package dev.frostbyte.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads files of the test's own in place of the kernel's. */
class LoginTest {
  private static final String ACCOUNTS =
      """
      root:x:0:0:root:/root:/bin/bash
      ada:x:1000:1000:Ada, of 1001:/home/ada:/bin/bash
      # a remark:
      bob:x:1001:1001::/home/bob:/bin/bash
      alias:x:1000:1000::/home/ada:/bin/bash
      """;

  @TempDir private Path folder = Path.of("replaced by JUnit");
  private Path file = folder;

  @BeforeEach
  void writesAccounts() throws IOException {
    file = folder.resolve("loginuid");
    Files.writeString(folder.resolve("passwd"), ACCOUNTS);
    Files.createDirectory(folder.resolve("proc"));
  }

  @Test
  void namesWhoLoggedInByTheFirstAccountOfTheNumber() throws IOException {
    Files.writeString(file, "1000");
    assertThat(login().user()).contains("ada");
    Files.writeString(file, "1001\n");
    assertThat(login().user()).contains("bob");
    Files.writeString(file, "0");
    assertThat(login().user()).contains("root");
  }

  @Test
  void nobodyLoggedInWhereTheKernelKeepsNobody() throws IOException {
    assertThat(login().user()).isEmpty();
    for (String nobody : new String[] {"4294967295", "", "-1", "ada"}) {
      Files.writeString(file, nobody);
      assertThat(login().user()).as(nobody).isEmpty();
    }
  }

  @Test
  void anAccountOfADirectoryServiceIsNamedByAProcessOfIts() throws IOException {
    Path process = Files.createDirectory(folder.resolve("proc").resolve("17"));
    Files.writeString(folder.resolve("passwd"), "nobody:x:65534:65534::/:/bin/false\n");
    Files.writeString(file, String.valueOf(Files.getAttribute(process, "unix:uid")));
    assertThat(login().user()).contains(Files.getOwner(process).getName());
  }

  @Test
  void whoseNameIsNotFoundHasOneThatNoUserHas() throws IOException {
    Files.writeString(file, "4000000001");
    assertThat(login().user()).contains("#4000000001");
    Files.delete(folder.resolve("passwd"));
    Files.delete(folder.resolve("proc"));
    assertThat(login().user()).contains("#4000000001");
  }

  private Login login() {
    return new Login(file, folder.resolve("passwd"), folder.resolve("proc"));
  }
}
