package dev.frostbyte.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AskerTest {
  @Test
  void theOwnerOfTheProcessAsks() {
    assertThat(new Asker("ada", "ada", "bash", null).name()).isEqualTo("ada");
    assertThat(Asker.ofThisProcess().user()).isNotBlank();
  }

  @Test
  void whoeverCalledSudoAsks() {
    assertThat(new Asker("frostbyte", "root", "sudo", "ada").name()).isEqualTo("ada");
  }

  @Test
  void aNameInTheEnvironmentAloneMakesNobodyAnotherPerson() {
    assertThat(new Asker("ada", "ada", "bash", "bob").name()).isEqualTo("ada");
    assertThat(new Asker("ada", "ada", "sudo", "bob").name()).isEqualTo("ada");
    assertThat(new Asker("ada", "root", "systemd", "bob").name()).isEqualTo("ada");
  }

  @Test
  void sudoWithoutANameLeavesTheOwner() {
    assertThat(new Asker("frostbyte", "root", "sudo", null).name()).isEqualTo("frostbyte");
    assertThat(new Asker("frostbyte", "root", "sudo", " ").name()).isEqualTo("frostbyte");
  }
}
