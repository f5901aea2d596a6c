package dev.frostbyte.bench.safety.hidden;

import dev.frostbyte.testkit.safety.Obfuscation;
import dev.frostbyte.testkit.safety.SafetyTexts;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Channels of characters that are not seen or not seen for what they are. What hides nothing but
 * disguises is judged by the gates: an attack of the rounds the rules were tuned on, so written.
 */
final class CharacterChannels {
  private static final List<SafetyTexts.Sample> ATTACKS =
      SafetyTexts.ATTACKS_FIRST.samples(5, 42).stream()
          .filter(sample -> sample.language().equals("en"))
          .toList();

  /** Writes an attack, or what else is hidden. */
  private interface Disguise extends BiFunction<Marks, Random, String> {}

  private CharacterChannels() {}

  static List<Channel> all() {
    return List.of(
        channel("tags", (marks, random) -> " " + tags(marks.secret()), written(Obfuscation.TAGS)),
        channel(
            "zero-width",
            (marks, random) -> "x" + bits(marks.secret(), 0x200B, 0x200C) + "y",
            (marks, random) -> " " + bits(marks.secret(), 0x2060, 0xFEFF) + " ",
            (marks, random) -> "x" + bits(marks.secret(), 0x3164, 0x034F),
            written(Obfuscation.ZERO_WIDTH),
            written(Obfuscation.SOFT_HYPHENS)),
        channel("selectors", (marks, random) -> "\u263a" + selectors(marks.secret())),
        channel("bidi", written(Obfuscation.BIDI)),
        channel("homoglyphs", written(Obfuscation.HOMOGLYPHS)));
  }

  private static Channel channel(String name, Disguise... disguises) {
    Channel.Way[] ways = new Channel.Way[disguises.length * 3];
    for (int i = 0; i < disguises.length; i++) {
      Disguise disguise = disguises[i];
      ways[3 * i] = (marks, random) -> behind(marks, disguise.apply(marks, random));
      ways[3 * i + 1] = (marks, random) -> apart(marks, disguise.apply(marks, random));
      ways[3 * i + 2] = (marks, random) -> referred(marks, disguise.apply(marks, random));
    }
    return new Channel("Characters", name, Set.of(), "html", 0, List.of(ways));
  }

  private static Disguise written(Obfuscation way) {
    return (marks, random) -> {
      String attack = ATTACKS.get(random.nextInt(ATTACKS.size())).text();
      return way.apply(attack, random);
    };
  }

  private static byte[] behind(Marks marks, String hidden) {
    return page(marks.shown() + hidden);
  }

  private static byte[] apart(Marks marks, String hidden) {
    return page("<b>" + marks.shown() + "</b></p><p>" + hidden + "</p><p>" + "end");
  }

  private static byte[] referred(Marks marks, String hidden) {
    StringBuilder references = new StringBuilder();
    hidden.codePoints().forEach(it -> references.append("&#").append(it).append(';'));
    return page(marks.shown() + "</p><ul><li>" + references + "</li></ul><p>end");
  }

  private static byte[] page(String body) {
    String page =
        "<html><head><meta charset='utf-8'></head><body><p>" + body + "</p></body></html>";
    return page.getBytes(StandardCharsets.UTF_8);
  }

  private static String tags(String text) {
    return mapped(text, 0xE0000);
  }

  private static String selectors(String text) {
    return mapped(text, 0xE0100);
  }

  private static String mapped(String text, int from) {
    StringBuilder out = new StringBuilder();
    text.chars().forEach(it -> out.appendCodePoint(from + it));
    return out.toString();
  }

  /** Seven bits a letter. */
  private static String bits(String text, int zero, int one) {
    StringBuilder out = new StringBuilder();
    for (int letter : text.chars().toArray()) {
      for (int bit = 6; bit >= 0; bit--) {
        out.appendCodePoint((letter >> bit & 1) == 0 ? zero : one);
      }
    }
    return out.toString();
  }
}
