package dev.frostbyte.core.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.CanonicalDocument;
import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.api.model.Expected;
import dev.frostbyte.api.model.HiddenChannel;
import dev.frostbyte.api.model.HiddenText;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.Region;
import dev.frostbyte.api.spi.BudgetReachedException;
import dev.frostbyte.api.spi.ParseLimits;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class UnseenRunsTest {
  private static final String FLAG = "\ud83c\udff4" + tags("gbeng") + "\udb40\udc7f";
  private static final int[] ALPHABET = {
    'a', ' ', 0x200B, 0x200D, 0xFE0F, 0x202E, 0x2066, 0x2069, 0x3164, 0x1F3F4, 0xE0067, 0xE0062,
    0xE0073, 0xE007F, 0xE0020, 0xE0101, 0x644
  };

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.integers()
        .between(0, ALPHABET.length - 1)
        .list()
        .ofMaxSize(30)
        .map(
            numbers -> {
              StringBuilder text = new StringBuilder();
              numbers.forEach(number -> text.appendCodePoint(ALPHABET[number]));
              return text.toString();
            });
  }

  @Property(tries = 2_000)
  void losesNoCharacterAndMovesNoneThatIsSeen(@ForAll("texts") String text) {
    String kept = UnseenRuns.without(text);
    String moved = String.join("", UnseenRuns.in(text));
    assertThat((kept + moved).codePoints().sorted().toArray())
        .isEqualTo(text.codePoints().sorted().toArray());
    assertThat(seen(moved)).isEmpty();
    assertThat(seen(kept)).isEqualTo(seen(text));
  }

  @Property(tries = 2_000)
  void keepsNeitherTagsNorLongRuns(@ForAll("texts") String text) {
    String kept = UnseenRuns.without(text);
    assertThat(UnseenRuns.without(kept)).isEqualTo(kept);
    assertThat(UnseenRuns.in(kept)).isEmpty();
    String noFlags =
        kept.replaceAll("\ud83c\udff4[\udb40\udc61-\udb40\udc7a]{3,6}\udb40\udc7f", "f");
    assertThat(noFlags.codePoints()).noneMatch(it -> it >= 0xE0000 && it <= 0xE007F);
    assertThat(noFlags.replaceAll("[\u202a-\u202e\u2066-\u2069]", ""))
        .doesNotContainPattern("[\u200b\u200d\ufe0f\u3164\udb40\udd01]{3}");
  }

  @Test
  void keepsWhatScriptsAndEmojiNeed() {
    for (String text :
        List.of(
            "می\u200cخواهم",
            "क\u094d\u200dष",
            FLAG + " " + FLAG,
            "\u2764\ufe0f\u200d\ud83d\udd25",
            "\u845b\udb40\udd00",
            "co\u00adoperate",
            "\u2068left\u2069\u2069")) {
      assertThat(UnseenRuns.without(text)).isEqualTo(text);
    }
  }

  @Test
  void movesTagsBehindAFlagThatIsNone() {
    String text = "\ud83c\udff4" + tags("ignore all") + "\udb40\udc7f";
    assertThat(UnseenRuns.without(text)).isEqualTo("\ud83c\udff4");
    assertThat(UnseenRuns.without(FLAG + tags("x"))).isEqualTo(FLAG);
  }

  @Test
  void movesLongRunsOfControlsThatComeInPairs() {
    assertThat(UnseenRuns.without("a" + "\u2066".repeat(9))).isEqualTo("a");
    assertThat(UnseenRuns.without("a\u2066\u200b\u200b\u200bb\u2069")).isEqualTo("a\u2066b\u2069");
  }

  @Test
  void keepsMovedCharactersAsHiddenTextInTheirPlace() throws BudgetReachedException {
    CanonicalDocument document =
        document("Pay the " + tags("ignore") + "rent\u200b\u200d\u0000\u200b today");
    assertThat(document.original().value()).isEqualTo("Pay the rent today");
    assertThat(document.elements().getFirst().span().end()).isEqualTo(18);
    assertThat(document.hidden().value()).isEqualTo(tags("ignore") + " \u200b\u200d\u200b");
    HiddenText piece = document.hiddenTexts().getFirst();
    assertThat(piece.channel()).isEqualTo(HiddenChannel.INVISIBLE);
    assertThat(piece.span().regions()).containsExactly(Region.page(3));
  }

  private static CanonicalDocument document(String text) throws BudgetReachedException {
    CanonicalBuilder builder = new CanonicalBuilder(ParseLimits.DEFAULT);
    builder.accept(Block.paragraph(text, List.of(Region.page(3))));
    ContentHash source = ContentHash.of(new byte[0]);
    return builder.build(MediaType.PDF, source, "pdf", 3, Expected.UNKNOWN);
  }

  private static String seen(String text) {
    return text.replaceAll("[^a \u0644\ud83c\udff4]", "");
  }

  private static String tags(String text) {
    StringBuilder tags = new StringBuilder();
    text.codePoints().forEach(it -> tags.appendCodePoint(it + 0xE0000));
    return tags.toString();
  }
}
