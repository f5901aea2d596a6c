package dev.frostbyte.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.UntrustedText;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ShownTest {
  @Property(tries = 300)
  void letsNoControlCharacterThrough(@ForAll String text) {
    assertThat(Shown.line(UntrustedText.of(text)).codePoints()).noneMatch(Character::isISOControl);
    assertThat(Shown.excerpt(UntrustedText.of(text), 20).codePoints())
        .noneMatch(Character::isISOControl);
  }

  @Test
  void showsAnEscapeSequenceAsText() {
    assertThat(Shown.line(UntrustedText.of("a\u001b[2Jb\u202Ec")))
        .isEqualTo("a{U+001B}[2Jb{U+202E}c");
  }

  @Test
  void marksWhatItCuts() {
    assertThat(Shown.excerpt(UntrustedText.of("one  two\nthree"), 7)).isEqualTo("one two […]");
  }
}
