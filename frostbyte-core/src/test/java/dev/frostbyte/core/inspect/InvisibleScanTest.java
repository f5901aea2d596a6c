package dev.frostbyte.core.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class InvisibleScanTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645 \u0628\u0631\u0648\u0645",
        "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67 and \u2764\uFE0F",
        "\u0915\u094D\u200D\u0937",
        "\uD83C\uDFF4\uDB40\uDC67\uDB40\uDC62\uDB40\uDC73\uDB40\uDC63\uDB40\uDC74\uDB40\uDC7F",
        "\uFEFFA byte order mark",
        "Donau\u00ADdampf\u00ADschiff\u00ADfahrt",
        "\u05E9\u05DC\u05D5\u05DD \u2067\u05D0\u05D1\u05D2\u2069 abc",
        "https://example.org/\u200Ba/\u200Bb"
      })
  void whatBelongsWhereItStandsIsLegal(String text) {
    assertThat(InvisibleScan.scan(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "safe\uDB40\uDC49\uDB40\uDC47\uDB40\uDC4E, tag, 0.9",
    "pay \u202Etnuocca\u202C, bidi, 0.85",
    "x\u200B\u200C\u200B\u200C\u200B\u200C\u200B\u200Cy, invisible, 0.75",
    "a\uFE00\uFE01\uFE02\uFE03\uFE04\uFE05\uFE06\uFE07\uFE08, invisible, 0.9"
  })
  void findsWhatHidesText(String text, String family, double score) {
    assertThat(InvisibleScan.scan(text))
        .anyMatch(hit -> hit.family().equals(family) && hit.score() == score);
  }

  @Test
  void oneSplitWordIsAnAccidentManyAreNot() {
    assertThat(InvisibleScan.scan("wo\u200Brd")).allMatch(hit -> hit.score() < 0.3);
    assertThat(InvisibleScan.scan("wo\u200Brd ".repeat(4)))
        .hasSize(4)
        .allMatch(hit -> hit.score() >= 0.3);
    assertThat(InvisibleScan.scan("w\u00ADo\u00ADr\u00ADd ".repeat(4)))
        .anyMatch(hit -> hit.score() >= 0.3);
  }

  @Test
  void endsOnAMegabyteOfControls() {
    assertThat(InvisibleScan.scan("\u202E\u200Bab".repeat(250_000))).hasSizeLessThan(1_000);
  }
}
