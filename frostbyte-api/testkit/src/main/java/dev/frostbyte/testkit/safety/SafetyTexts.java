package dev.frostbyte.testkit.safety;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A set of labelled texts, made from the templates of a resource file by a seed: the same seed
 * gives the same texts. Attacks come in rounds of families, so that what rules were written with
 * and what they are measured on can be kept apart. Immutable.
 */
public enum SafetyTexts {
  /** Explicit overrides that the rules of the injection inspector were written with. */
  ATTACKS_FIRST("attacks-first.txt", true),
  /** Explicit overrides, used for tuning after their first measure. */
  ATTACKS_SECOND("attacks-second.txt", true),
  /** Explicit overrides, used for tuning after their first measure. */
  ATTACKS_THIRD("attacks-third.txt", true),
  /** Explicit overrides, used for tuning after their first measure. */
  ATTACKS_FOURTH("attacks-fourth.txt", true),
  /** Explicit overrides, used for tuning after their first measure. */
  ATTACKS_FIFTH("attacks-fifth.txt", true),
  /** Explicit overrides, used for tuning after their first measure. */
  ATTACKS_SIXTH("attacks-sixth.txt", true),
  /** Explicit overrides, used for tuning after their first measure. */
  ATTACKS_SEVENTH("attacks-seventh.txt", true),
  /** Explicit overrides by others, that no rule may be changed for. */
  ATTACKS_BORROWED("attacks-borrowed.txt", true),
  /** Harmless sentences with the words of attacks. */
  HARMLESS("harmless.txt", false),
  /** Harmless sentences near the rules that the fifth and sixth round brought. */
  HARMLESS_SECOND("harmless-second.txt", false),
  /** Harmless sentences near the rules that the seventh round brought. */
  HARMLESS_THIRD("harmless-third.txt", false),
  /** Sentences that quote or describe attacks. */
  QUOTING("quoting.txt", false);

  private static final Pattern CHOICE = Pattern.compile("\\{([^{}]*)\\}");

  private final String resource;
  private final boolean families;

  SafetyTexts(String resource, boolean families) {
    this.resource = resource;
    this.families = families;
  }

  /**
   * One text.
   *
   * @param language ISO 639-1
   * @param family which template made it; empty where templates have no names
   */
  public record Sample(String language, String family, String text) {}

  /** So many texts of every template. */
  public List<Sample> samples(int each, long seed) {
    Random random = new Random(seed);
    List<Sample> samples = new ArrayList<>();
    for (String line : lines()) {
      String[] columns = line.split(" ", families ? 3 : 2);
      String template = columns[columns.length - 1];
      for (int i = 0; i < each; i++) {
        samples.add(new Sample(columns[0], families ? columns[1] : "", expand(template, random)));
      }
    }
    return samples;
  }

  private static String expand(String template, Random random) {
    Matcher matcher = CHOICE.matcher(template);
    return matcher.replaceAll(
        match -> {
          String[] choices = match.group(1).split("\\|", -1);
          return Matcher.quoteReplacement(choices[random.nextInt(choices.length)]);
        });
  }

  private List<String> lines() {
    try (InputStream in =
        Objects.requireNonNull(SafetyTexts.class.getResourceAsStream(resource), resource)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.startsWith("#") && !line.isBlank()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource, e);
    }
  }
}
