package dev.frostbyte.hetzner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HetznerTokenTest {

  @Property
  void neverShowsItself(
      @ForAll @AlphaChars @NumericChars @StringLength(min = 16, max = 512) String secret) {
    HetznerToken token = HetznerToken.of(secret);
    assertThat(token.toString()).isEqualTo("HetznerToken[hidden]");
    assertThat(token.authorization()).isEqualTo("Bearer " + secret);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"secret token", "secret\n", "secret\u0000", "sécret", " secret", "secret\u007f"})
  void refusesWhatAHeaderCannotCarryWithoutShowingIt(String secret) {
    assertThatThrownBy(() -> HetznerToken.of(secret))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining(secret);
  }

  @Test
  void refusesAnEmptyOrEndlessText() {
    assertThatThrownBy(() -> HetznerToken.of("")).hasMessageContaining("has 0 characters");
    assertThatThrownBy(() -> HetznerToken.of("x".repeat(513)))
        .hasMessageContaining("has 513 characters")
        .hasMessageNotContaining("xx");
  }
}
