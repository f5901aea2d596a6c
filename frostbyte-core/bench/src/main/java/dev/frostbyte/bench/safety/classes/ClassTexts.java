package dev.frostbyte.bench.safety.classes;

import dev.frostbyte.api.model.DocumentClass;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Draws documents of a class from sentences of {@code class-texts.txt}, by a seed. No document has
 * a title: titles are what rules know. One thread.
 */
final class ClassTexts {
  private static final String RESOURCE = "/dev/frostbyte/bench/safety/class-texts.txt";
  private static final String[] NAMES = {"Anna Berg", "John Marsh", "Luc Morel", "Rosa Prado"};
  private static final String[] CITIES = {"Leipzig", "York", "Lyon", "Bilbao", "Tampere"};
  private static final String[] MONTHS = {"March", "Juli", "octobre", "enero"};

  private final Map<String, List<String>> pools = new LinkedHashMap<>();

  ClassTexts() throws IOException {
    try (InputStream in = ClassTexts.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IOException("The resource " + RESOURCE + " is missing; build the bench anew.");
      }
      String head = "";
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        head = line.startsWith("[") ? line.substring(1, line.length() - 1) : head;
        if (!line.startsWith("[") && !line.startsWith("#")) {
          pools.computeIfAbsent(head, key -> new ArrayList<>()).add(line);
        }
      }
    }
  }

  /** A text of a class. */
  record Sample(DocumentClass kind, String text) {}

  /** So many documents of each genre and language of a use. */
  List<Sample> of(String use, int each, long seed) {
    Random random = new Random(seed);
    List<Sample> samples = new ArrayList<>();
    pools.forEach(
        (head, sentences) -> {
          String[] words = head.split(" ");
          DocumentClass kind = DocumentClass.valueOf(words[0].toUpperCase(Locale.ROOT));
          for (int i = 0; words[3].equals(use) && i < each; i++) {
            samples.add(new Sample(kind, document(sentences, random)));
          }
        });
    return samples;
  }

  private static String document(List<String> sentences, Random random) {
    List<String> some = new ArrayList<>(sentences);
    Collections.shuffle(some, random);
    int count = Math.min(some.size(), 2 + random.nextInt(3));
    StringBuilder text = new StringBuilder();
    some.subList(0, count).forEach(each -> text.append(filled(each, random)).append('\n'));
    return text.toString();
  }

  private static String filled(String sentence, Random random) {
    return sentence
        .replace("{name}", NAMES[random.nextInt(NAMES.length)])
        .replace("{city}", CITIES[random.nextInt(CITIES.length)])
        .replace("{month}", MONTHS[random.nextInt(MONTHS.length)])
        .replace("{date}", (1 + random.nextInt(28)) + "." + (1 + random.nextInt(12)) + ".2026")
        .replace("{amount}", (10 + random.nextInt(9_000)) + ".50 EUR")
        .replace("{n}", Integer.toString(2 + random.nextInt(60)));
  }
}
