package dev.frostbyte.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.audit.FileAuditProvider;
import dev.frostbyte.core.keys.FileKeyProvider;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeploymentTest {
  @TempDir Path home;
  @TempDir Path keyFolder;

  @Test
  void keepsItsName() throws Exception {
    assertThat(nameOf(home)).matches("frostbyte/[0-9a-f]{16}").isEqualTo(nameOf(home));
  }

  @Test
  void tellsTwoHomesApart() throws Exception {
    assertThat(nameOf(home)).isNotEqualTo(nameOf(home.resolve("other")));
  }

  @Test
  void saysNothingOfTheMachine() throws Exception {
    assertThat(nameOf(home))
        .doesNotContain(InetAddress.getLoopbackAddress().getHostName())
        .doesNotContain(System.getProperty("user.name"));
  }

  @Test
  void keepsItsSigningKey() throws Exception {
    try (FileKeyProvider keys = FileKeyProvider.open(keyFolder.resolve("keys"));
        FileAuditProvider first = Deployment.open(home, keys);
        FileAuditProvider second = Deployment.open(home, keys)) {
      assertThat(first.verifierKey()).isEqualTo(second.verifierKey());
    }
  }

  @Test
  void givesOneNameToAllWhoComeAtOnce() {
    Set<String> names = ConcurrentHashMap.newKeySet();
    IntStream.range(0, 16).parallel().forEach(i -> names.add(nameOf(home)));
    assertThat(names).hasSize(1);
  }

  @Test
  void refusesANameItDidNotWrite() throws Exception {
    Files.writeString(home.resolve("deployment"), "frostbyte-deployment 1\nhost.example\n");
    assertThatThrownBy(() -> nameOf(home)).satisfies(e -> has(e, ProblemCode.INTEGRITY_BROKEN));
  }

  @Test
  void refusesANewerForm() throws Exception {
    Files.writeString(home.resolve("deployment"), "frostbyte-deployment 2\nfrostbyte/00\n");
    assertThatThrownBy(() -> nameOf(home)).satisfies(e -> has(e, ProblemCode.FORMAT_TOO_NEW));
  }

  private static void has(Throwable thrown, ProblemCode code) {
    assertThat(((FrostbyteException) thrown).problem().code()).isEqualTo(code);
  }

  private String nameOf(Path folder) {
    try (FileKeyProvider keys = FileKeyProvider.open(keyFolder.resolve("keys"));
        FileAuditProvider audit = Deployment.open(folder, keys)) {
      return audit.origin();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
