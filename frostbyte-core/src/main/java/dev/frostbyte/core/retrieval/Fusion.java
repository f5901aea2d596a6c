package dev.frostbyte.core.retrieval;

import dev.frostbyte.api.model.ChunkId;
import dev.frostbyte.api.spi.VectorIndex;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Joins ranked lists by reciprocal rank fusion: the score of a chunk is the sum over lists of 1 /
 * (k + rank), rank from 1, with k = 60 (Cormack, Clarke and Büttcher, SIGIR 2009), divided by the
 * best sum possible so that it lies in 0 to 1. A chunk that a list names twice counts once, at its
 * better rank. Equal scores keep the order of the first list, so that names decide nothing.
 * Stateless.
 */
public final class Fusion {
  static final int K = 60;

  private Fusion() {}

  /** The best chunks of all lists. */
  @SafeVarargs
  public static List<VectorIndex.Hit> fuse(int limit, List<VectorIndex.Hit>... lists) {
    Map<ChunkId, Double> scores = new LinkedHashMap<>();
    for (List<VectorIndex.Hit> list : lists) {
      Set<ChunkId> seen = new HashSet<>();
      for (int i = 0; i < list.size(); i++) {
        if (seen.add(list.get(i).chunk())) {
          scores.merge(list.get(i).chunk(), 1.0 / (K + i + 1), Double::sum);
        }
      }
    }
    double best = lists.length / (K + 1.0);
    return scores.entrySet().stream()
        .map(entry -> new VectorIndex.Hit(entry.getKey(), Math.min(1, entry.getValue() / best)))
        .sorted(Comparator.comparingDouble(VectorIndex.Hit::score).reversed())
        .limit(limit)
        .toList();
  }
}
