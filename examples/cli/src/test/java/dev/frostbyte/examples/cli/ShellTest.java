package dev.frostbyte.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShellTest {
  @Test
  void leavesAPlainWordAlone() {
    assertThat(Shell.word("/srv/home-1")).isEqualTo("/srv/home-1");
  }

  @Test
  void quotesWhatAShellWouldReadOtherwise() {
    assertThat(Shell.word("my home")).isEqualTo("'my home'");
    assertThat(Shell.word("$x;y")).isEqualTo("'$x;y'");
    assertThat(Shell.word("it's")).isEqualTo("'it'\\''s'");
    assertThat(Shell.word("")).isEqualTo("''");
  }

  @Test
  void showsByNumberWhatATerminalWouldActOn() {
    assertThat(Shell.word("a\u001b[2Jb")).isEqualTo("'a{U+001B}[2Jb'");
  }
}
