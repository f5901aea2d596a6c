package dev.frostbyte.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AskerTest {
  @Test
  void theOwnerOfTheProcessAsks() {
    assertThat(plain("ada", "bash", null, null).name()).isEqualTo("ada");
    assertThat(plain("ada", "bash", null, "ada").person()).isEqualTo("ada");
    assertThat(Asker.ofThisProcess().user()).isNotBlank();
  }

  @Test
  void whoeverCalledSudoAsks() {
    assertThat(sudo("ada", null).person()).isEqualTo("ada");
    assertThat(sudo("ada", "ada").name()).isEqualTo("ada");
    assertThat(sudo("ada", "ada").person()).isEqualTo("ada");
  }

  @Test
  void aNameInTheEnvironmentAloneMakesNobodyAnotherPerson() {
    assertThat(plain("ada", "bash", "bob", null).name()).isEqualTo("ada");
    assertThat(plain("ada", "sudo", "bob", "ada").person()).isEqualTo("ada");
    assertThat(new Asker("ada", "root", "systemd", "bob", null, false).name()).isEqualTo("ada");
  }

  @Test
  void sudoWithoutANameLeavesTheOwner() {
    assertThat(sudo(null, null).name()).isEqualTo("frostbyte");
    assertThat(sudo(" ", null).name()).isEqualTo("frostbyte");
  }

  @Test
  void aNameThatRulesOfSudoLetOneSetIsRefusedWhereTheKernelKnowsTheLogin() {
    refused(() -> sudo("bob", "ada").name());
    refused(() -> sudo("bob", "ada").person());
    refused(() -> sudo("root", "ada").name());
    refused(() -> sudo("Ada", "ada").name());
    refused(() -> sudo("1000", "ada").name());
    refused(() -> sudo("ada", "#1000").name());
  }

  @Test
  void whoeverBecameAnotherUserByAShellIsNoSecondPerson() {
    Asker shell = plain("frostbyte", "bash", "bob", "ada");
    assertThat(shell.name()).isEqualTo("frostbyte");
    refused(shell::person);
    refused(() -> sudo(null, "ada").person());
  }

  @Test
  void nobodyIsASecondPersonWhereUsersAreMapped() {
    refused(() -> new Asker("bin", "bin", "bash", null, null, true).person());
    assertThat(new Asker("bin", "bin", "bash", null, null, true).name()).isEqualTo("bin");
  }

  @Test
  void aMapOfUsersOtherThanTheWholeIsSeen(@TempDir Path folder) throws IOException {
    Path map = folder.resolve("uid_map");
    assertThat(Asker.isMapped(map)).isFalse();
    Files.writeString(map, "         0          0 4294967295\n");
    assertThat(Asker.isMapped(map)).isFalse();
    Files.writeString(map, "         2      65534          1\n");
    assertThat(Asker.isMapped(map)).isTrue();
  }

  private static Asker sudo(@Nullable String sudoUser, @Nullable String login) {
    return new Asker("frostbyte", "root", "sudo", sudoUser, login, false);
  }

  private static Asker plain(
      String user, String parent, @Nullable String sudoUser, @Nullable String login) {
    return new Asker(user, user, parent, sudoUser, login, false);
  }

  private static void refused(ThrowingCallable asking) {
    assertThatThrownBy(asking)
        .isInstanceOfSatisfying(
            FrostbyteException.class,
            e -> {
              assertThat(e.problem().code()).isEqualTo(ProblemCode.SECOND_PERSON_REQUIRED);
              assertThat(e.problem().remedy()).contains("Ask from a login");
              assertThat(e.problem().message()).doesNotContain("bob", "ada");
            });
  }
}
