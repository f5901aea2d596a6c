package dev.frostbyte.core.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.ChunkId;
import dev.frostbyte.api.spi.VectorIndex.Hit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class FusionTest {
  @Provide
  Arbitrary<List<Integer>> ranked() {
    return Arbitraries.integers().between(0, 30).list().uniqueElements().ofMaxSize(20);
  }

  @Property(tries = 300)
  void onlyRanksCount(@ForAll("ranked") List<Integer> one, @ForAll("ranked") List<Integer> two) {
    List<Hit> fused = Fusion.fuse(100, hits(one, 1), hits(two, 2));
    assertThat(Fusion.fuse(100, hits(one, 0.001), hits(two, 5_000))).isEqualTo(fused);
  }

  @Property(tries = 300)
  void scoresLieBetweenZeroAndOneBestFirst(
      @ForAll("ranked") List<Integer> one,
      @ForAll("ranked") List<Integer> two,
      @ForAll("ranked") List<Integer> three) {
    List<Hit> fused = Fusion.fuse(100, hits(one, 1), hits(two, 1), hits(three, 1));
    assertThat(fused).allMatch(hit -> hit.score() > 0 && hit.score() <= 1);
    assertThat(fused).isSortedAccordingTo(Comparator.comparingDouble(Hit::score).reversed());
    assertThat(fused.stream().map(Hit::chunk)).doesNotHaveDuplicates();
  }

  @Property(tries = 300)
  void neverGivesMoreThanTheLimitAndThenTheBest(
      @ForAll("ranked") List<Integer> one,
      @ForAll("ranked") List<Integer> two,
      @ForAll @IntRange(max = 50) int limit) {
    List<Hit> all = Fusion.fuse(1000, hits(one, 1), hits(two, 1));
    assertThat(Fusion.fuse(limit, hits(one, 1), hits(two, 1)))
        .isEqualTo(all.subList(0, Math.min(limit, all.size())));
  }

  @Example
  void scoresAsThePaperSays() {
    List<Hit> fused = Fusion.fuse(10, hits(List.of(1, 2), 1), hits(List.of(2), 1));
    assertThat(fused).extracting(Hit::chunk).containsExactly(id(2), id(1));
    assertThat(fused.get(0).score()).isEqualTo((1 / 61.0 + 1 / 62.0) / (2 / 61.0));
    assertThat(fused.get(1).score()).isEqualTo(0.5);
  }

  @Example
  void firstInEveryListIsOne() {
    for (int lists = 1; lists <= 40; lists++) {
      double score = Fusion.fuse(10, same(lists)).getFirst().score();
      assertThat(score).as("%d lists", lists).isBetween(1 - 1e-12, 1.0);
    }
  }

  @Example
  void equalScoresKeepTheOrderOfTheFirstListWhateverTheirNames() {
    List<Hit> fused = Fusion.fuse(10, hits(List.of(9, 3), 1), hits(List.of(3, 9), 1));
    assertThat(fused).extracting(Hit::chunk).containsExactly(id(9), id(3));
    List<Hit> renamed = Fusion.fuse(10, hits(List.of(3, 9), 1), hits(List.of(9, 3), 1));
    assertThat(renamed).extracting(Hit::chunk).containsExactly(id(3), id(9));
  }

  @Example
  void aChunkNamedTwiceByOneListCountsOnce() {
    List<Hit> fused = Fusion.fuse(10, hits(List.of(1, 1, 1), 1), hits(List.of(2), 1));
    assertThat(fused).extracting(Hit::score).containsExactly(0.5, 0.5);
  }

  @Example
  void nothingGivesNothing() {
    assertThat(Fusion.fuse(10)).isEmpty();
    assertThat(Fusion.fuse(10, List.of(), List.of())).isEmpty();
  }

  @SuppressWarnings("unchecked")
  private static List<Hit>[] same(int lists) {
    List<Hit>[] all = new List[lists];
    java.util.Arrays.fill(all, hits(List.of(7), 1));
    return all;
  }

  private static List<Hit> hits(List<Integer> ranked, double scale) {
    List<Hit> hits = new ArrayList<>();
    for (int chunk : ranked) {
      hits.add(new Hit(id(chunk), scale * (100 - hits.size())));
    }
    return hits;
  }

  private static ChunkId id(int number) {
    return new ChunkId("chk_" + "%032x".formatted(number));
  }
}
