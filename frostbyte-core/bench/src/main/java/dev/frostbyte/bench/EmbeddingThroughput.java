package dev.frostbyte.bench;

import dev.frostbyte.api.spi.EmbeddingModel;
import dev.frostbyte.api.spi.EmbeddingProvider;
import dev.frostbyte.api.spi.StageConfig;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Chunks of 237 tokens embedded per second and per CPU second: three interleaved rounds, medians.
 *
 * <p>Arguments: pairs of callers and threads, such as {@code 1x1 2x1 1x2}.
 *
 * <p>The package {@code dev.frostbyte.bench} says how to start it.
 */
public final class EmbeddingThroughput {
  private static final int CHUNKS = 64;
  private static final int TOKENS = 237;
  private static final int ROUNDS = 3;
  private static final String[] WORDS = {
    "invoice", "payment", "within", "thirty", "days", "tenant", "the", "contract", "of", "party",
    "shall", "deliver", "notice", "liability", "is", "limited", "to", "amount", "data", "and"
  };

  private EmbeddingThroughput() {}

  /** Runs the benchmark. */
  public static void main(String[] arguments) throws Exception {
    String[] shapes = arguments.length == 0 ? new String[] {"1x1", "2x1", "1x2"} : arguments;
    double[][][] results = new double[shapes.length][ROUNDS][];
    for (int round = 0; round < ROUNDS; round++) {
      for (int i = 0; i < shapes.length; i++) {
        results[i][round] = measure(shapes[i]);
      }
    }
    System.out.println("callers x threads, chunks/s, chunks per CPU second");
    for (int i = 0; i < shapes.length; i++) {
      System.out.println(
          String.format(
              Locale.ROOT,
              "%s %.1f %.1f",
              shapes[i],
              median(results[i], 0),
              median(results[i], 1)));
    }
  }

  private static double[] measure(String shape) throws Exception {
    String[] parts = shape.split("x", 2);
    int callers = Integer.parseInt(parts[0]);
    try (EmbeddingModel model = open(parts[1]);
        ExecutorService pool = Executors.newFixedThreadPool(callers)) {
      List<String> texts = texts(model);
      run(model, texts.subList(0, 8), pool, callers);
      long wall = System.nanoTime();
      long cpu = cpuNanos();
      run(model, texts, pool, callers);
      double wallSeconds = (System.nanoTime() - wall) / 1e9;
      return new double[] {CHUNKS / wallSeconds, CHUNKS / ((cpuNanos() - cpu) / 1e9)};
    }
  }

  private static void run(
      EmbeddingModel model, List<String> texts, ExecutorService pool, int callers)
      throws Exception {
    AtomicInteger next = new AtomicInteger();
    Callable<Integer> caller =
        () -> {
          int done = 0;
          for (int i = next.getAndIncrement(); i < texts.size(); i = next.getAndIncrement()) {
            done += model.embedDocument(texts.get(i)).length;
          }
          return done;
        };
    for (Future<Integer> end : pool.invokeAll(Collections.nCopies(callers, caller))) {
      end.get();
    }
  }

  private static EmbeddingModel open(String threads) throws IOException {
    EmbeddingProvider provider = ServiceLoader.load(EmbeddingProvider.class).iterator().next();
    return provider.open(StageConfig.of(Map.of("threads", threads)));
  }

  private static List<String> texts(EmbeddingModel model) {
    Random random = new Random(7);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < CHUNKS; i++) {
      StringBuilder text = new StringBuilder();
      while (model.tokens().count(text.toString()) < TOKENS) {
        text.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
      }
      texts.add(text.toString());
    }
    return texts;
  }

  private static long cpuNanos() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static double median(double[][] rounds, int column) {
    return Arrays.stream(rounds).mapToDouble(round -> round[column]).sorted().toArray()[ROUNDS / 2];
  }
}
