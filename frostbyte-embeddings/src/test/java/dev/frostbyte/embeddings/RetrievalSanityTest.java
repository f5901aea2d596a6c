package dev.frostbyte.embeddings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.spi.EmbeddingModel;
import dev.frostbyte.api.spi.StageConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Searches 150 Cranfield abstracts: a wrong pooling, prefix or token shows at once. */
final class RetrievalSanityTest {
  private static final int DOCUMENTS = 150;

  @Test
  void findsTheAbstractsThatPeopleJudgedRelevant() throws IOException {
    Path folder = SharedCorpus.require("retrieval").resolve("cran");
    Map<Integer, String> queries = entries(folder.resolve("cran.qry"));
    Map<Integer, Set<Integer>> relevant = relevant(folder.resolve("cranqrel"));
    try (EmbeddingModel model = new OnnxEmbeddingProvider().open(StageConfig.none())) {
      Map<Integer, float[]> vectors =
          vectors(model, entries(folder.resolve("cran.all.1400")), relevant);
      List<Integer> asked =
          relevant.keySet().stream()
              .filter(query -> vectors.keySet().containsAll(relevant.getOrDefault(query, Set.of())))
              .toList();
      int found = 0;
      for (Integer query : asked) {
        int best = best(model.embedQuery(queries.getOrDefault(query, "")), vectors);
        found += relevant.getOrDefault(query, Set.of()).contains(best) ? 1 : 0;
      }
      assertThat(asked).hasSizeGreaterThan(10);
      assertThat((double) found / asked.size()).isGreaterThan(0.7);
    }
  }

  private static Map<Integer, float[]> vectors(
      EmbeddingModel model, Map<Integer, String> texts, Map<Integer, Set<Integer>> relevant)
      throws IOException {
    List<Integer> documents =
        relevant.values().stream().flatMap(Set::stream).distinct().limit(DOCUMENTS).toList();
    Map<Integer, float[]> vectors = new LinkedHashMap<>();
    for (Integer document : documents) {
      String text = texts.getOrDefault(document, "");
      if (model.tokens().count(text) <= model.tokens().limit()) {
        vectors.put(document, model.embedDocument(text));
      }
    }
    return vectors;
  }

  private static int best(float[] query, Map<Integer, float[]> vectors) {
    return vectors.entrySet().stream()
        .max(Comparator.comparingDouble(entry -> dot(query, entry.getValue())))
        .orElseThrow()
        .getKey();
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }

  /** Texts by running number, which is what the judgements name. */
  private static Map<Integer, String> entries(Path file) throws IOException {
    Map<Integer, String> texts = new LinkedHashMap<>();
    for (String entry : Files.readString(file).split("(?m)^\\.I \\d+\\s*$")) {
      List<String> parts = List.of(entry.split("(?m)^\\.[TABW]\\s*$"));
      if (parts.size() > 1) {
        texts.put(texts.size() + 1, parts.getLast().strip());
      }
    }
    return texts;
  }

  private static Map<Integer, Set<Integer>> relevant(Path file) throws IOException {
    Map<Integer, Set<Integer>> relevant = new TreeMap<>();
    for (String line : Files.readAllLines(file)) {
      String[] fields = line.strip().split("\\s+");
      if (!fields[2].equals("-1")) {
        relevant
            .computeIfAbsent(Integer.valueOf(fields[0]), query -> new TreeSet<>())
            .add(Integer.valueOf(fields[1]));
      }
    }
    return relevant;
  }
}
