package dev.frostbyte.api.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SecretBytesTest {
  @Test
  void copiesWhatItIsGivenAndWhatItReveals() {
    byte[] given = {1, 2, 3};
    SecretBytes secret = SecretBytes.copyOf(given);
    given[0] = 9;
    byte[] revealed = secret.reveal();
    revealed[1] = 9;
    assertThat(secret.reveal()).containsExactly(1, 2, 3);
    assertThat(secret.as("AES").getEncoded()).containsExactly(1, 2, 3);
    assertThat(secret.as("AES").getAlgorithm()).isEqualTo("AES");
  }

  @Test
  void makesFreshKeysOfTheRightLength() {
    assertThat(SecretBytes.random().reveal()).hasSize(SecretBytes.KEY_BYTES);
    assertThat(SecretBytes.random()).isNotEqualTo(SecretBytes.random());
  }

  @Test
  void isEqualByItsBytesAndHashesToOneValue() {
    SecretBytes one = SecretBytes.copyOf(new byte[] {1});
    SecretBytes two = SecretBytes.copyOf(new byte[] {2});
    assertThat(one).isEqualTo(SecretBytes.copyOf(new byte[] {1})).isNotEqualTo(two);
    assertThat(one.equals("1")).isFalse();
    assertThat(one).hasSameHashCodeAs(two);
  }

  @Test
  void neverPrintsItself() {
    byte[] bytes = "ABCDEFGH".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    assertThat(SecretBytes.copyOf(bytes).toString())
        .isEqualTo("SecretBytes(8 bytes)")
        .doesNotContain("ABC", "65", "41");
  }

  @Test
  void refusesEveryUseAfterClosing() {
    SecretBytes secret = SecretBytes.random();
    secret.close();
    secret.close();
    assertThatThrownBy(secret::reveal).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> secret.as("AES")).isInstanceOf(IllegalStateException.class);
    assertThat(secret).isEqualTo(SecretBytes.copyOf(new byte[32]));
  }
}
