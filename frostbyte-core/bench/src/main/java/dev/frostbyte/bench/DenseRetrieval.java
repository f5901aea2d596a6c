package dev.frostbyte.bench;

import dev.frostbyte.api.spi.EmbeddingModel;
import dev.frostbyte.api.spi.EmbeddingProvider;
import dev.frostbyte.api.spi.StageConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;

/**
 * nDCG@10 (Järvelin and Kekäläinen 2002, binary gains) of exact dense search over the Cranfield
 * collection.
 *
 * <p>Argument: the folder that holds {@code cran.all.1400}, {@code cran.qry} and {@code cranqrel}.
 * Abstracts over the model's limit are cut at a word for this measurement only.
 *
 * <p>The package {@code dev.frostbyte.bench} says how to start it.
 */
public final class DenseRetrieval {
  private static final int DEPTH = 10;

  private DenseRetrieval() {}

  /** Runs the measurement. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    EmbeddingProvider provider = ServiceLoader.load(EmbeddingProvider.class).iterator().next();
    try (EmbeddingModel model = provider.open(StageConfig.none())) {
      Map<Integer, float[]> documents = new LinkedHashMap<>();
      for (Map.Entry<Integer, String> entry : entries(folder.resolve("cran.all.1400")).entrySet()) {
        documents.put(entry.getKey(), model.embedDocument(fitting(model, entry.getValue())));
      }
      Map<Integer, String> queries = entries(folder.resolve("cran.qry"));
      double sum = 0;
      Map<Integer, List<Integer>> judged = judgements(folder.resolve("cranqrel"));
      for (Map.Entry<Integer, List<Integer>> entry : judged.entrySet()) {
        float[] query = model.embedQuery(queries.getOrDefault(entry.getKey(), ""));
        sum += ndcg(nearest(query, documents), entry.getValue());
      }
      System.out.println(String.format(Locale.ROOT, "nDCG@10 %.4f", sum / judged.size()));
    }
  }

  private static String fitting(EmbeddingModel model, String text) {
    String part = text;
    while (model.tokens().count(part) > model.tokens().limit()) {
      part = part.substring(0, Math.max(0, part.lastIndexOf(' ')));
    }
    return part;
  }

  private static List<Integer> nearest(float[] query, Map<Integer, float[]> documents) {
    Map<Integer, Double> scores = new LinkedHashMap<>();
    documents.forEach((id, vector) -> scores.put(id, dot(query, vector)));
    return scores.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .limit(DEPTH)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static double ndcg(List<Integer> found, List<Integer> relevant) {
    double gain = 0;
    double ideal = 0;
    for (int rank = 0; rank < DEPTH; rank++) {
      double weight = Math.log(2) / Math.log(rank + 2);
      gain += rank < found.size() && relevant.contains(found.get(rank)) ? weight : 0;
      ideal += rank < relevant.size() ? weight : 0;
    }
    return gain / ideal;
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

  private static Map<Integer, List<Integer>> judgements(Path file) throws IOException {
    Map<Integer, List<Integer>> relevant = new TreeMap<>();
    for (String line : Files.readAllLines(file)) {
      String[] fields = line.strip().split("\\s+");
      if (!fields[2].equals("-1")) {
        relevant
            .computeIfAbsent(Integer.valueOf(fields[0]), query -> new ArrayList<>())
            .add(Integer.valueOf(fields[1]));
      }
    }
    return relevant;
  }
}
