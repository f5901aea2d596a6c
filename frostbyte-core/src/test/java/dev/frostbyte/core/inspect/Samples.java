package dev.frostbyte.core.inspect;

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

/** Makes texts from templates by a seed: the same seed gives the same texts. */
final class Samples {
  private static final Pattern CHOICE = Pattern.compile("\\{([^{}]*)\\}");

  private Samples() {}

  record Sample(String language, String family, String text) {}

  /** So many texts of every template; lines of two columns have no family. */
  static List<Sample> read(String name, boolean families, int each, long seed) {
    Random random = new Random(seed);
    List<Sample> samples = new ArrayList<>();
    for (String line : lines(name)) {
      String[] columns = line.split(" ", families ? 3 : 2);
      for (int i = 0; i < each; i++) {
        samples.add(
            new Sample(
                columns[0],
                families ? columns[1] : "",
                expand(columns[columns.length - 1], random)));
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

  private static List<String> lines(String name) {
    try (InputStream in = Objects.requireNonNull(Samples.class.getResourceAsStream(name), name)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.startsWith("#") && !line.isBlank()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
