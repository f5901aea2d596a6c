package dev.frostbyte.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
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

  @Test
  void keepsItsName() throws Exception {
    assertThat(Deployment.name(home)).matches("frostbyte/[0-9a-f]{16}").isEqualTo(Deployment.name(home));
  }

  @Test
  void tellsTwoHomesApart() throws Exception {
    assertThat(Deployment.name(home)).isNotEqualTo(Deployment.name(home.resolve("other")));
  }

  @Test
  void saysNothingOfTheMachine() throws Exception {
    assertThat(Deployment.name(home))
        .doesNotContain(InetAddress.getLoopbackAddress().getHostName())
        .doesNotContain(System.getProperty("user.name"));
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
    assertThatThrownBy(() -> Deployment.name(home)).satisfies(e -> has(e, ProblemCode.INTEGRITY_BROKEN));
  }

  @Test
  void refusesANewerForm() throws Exception {
    Files.writeString(home.resolve("deployment"), "frostbyte-deployment 2\nfrostbyte/00\n");
    assertThatThrownBy(() -> Deployment.name(home)).satisfies(e -> has(e, ProblemCode.FORMAT_TOO_NEW));
  }

  private static void has(Throwable thrown, ProblemCode code) {
    assertThat(((FrostbyteException) thrown).problem().code()).isEqualTo(code);
  }

  private static String nameOf(Path home) {
    try {
      return Deployment.name(home);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
