package dev.frostbyte.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What ended by the times of a journal never begins again. */
class MomentsTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Instant END = NOON.plus(Duration.ofHours(24));

  private final Moments moments = new Moments();

  @Test
  void tellsTheNewestTimeBehindAnyPlace() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      List<Instant> times = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        times.add(NOON.plusSeconds(random.nextInt(6)));
      }
      Moments taken = taken(times, random);
      for (int at = -1; at < times.size(); at++) {
        Optional<Instant> newest =
            times.subList(at + 1, times.size()).stream().max(Comparator.naturalOrder());
        assertThat(taken.behind(at))
            .as("seed %d, place %d of %s", seed, at, times)
            .isEqualTo(newest);
      }
    }
  }

  @Test
  void keepsOneTimeOfAClockThatOnlyGoesOn() {
    IntStream.range(0, 1_000).forEach(i -> moments.take(i, NOON.plusSeconds(i)));
    assertThat(moments.all()).hasSize(1);
  }

  /** The law: once over by anything written, over at every time the clock may show after. */
  @Test
  void aTermThatWasOverIsOverAtAnyTime() {
    moments.take(0, NOON);
    assertThat(moments.isOver(0, NOON, END, END)).isFalse();
    assertThat(moments.isOver(0, NOON, END, END.plusMillis(1))).isTrue();
    moments.take(1, END.plusMillis(1));
    moments.take(2, NOON);
    Random random = new Random(7);
    for (int i = 0; i < 1_000; i++) {
      Instant now = NOON.plusSeconds(random.nextInt());
      assertThat(moments.isOver(0, NOON, END, now)).as("%s", now).isTrue();
    }
  }

  /** What was written before a term began says nothing about its end. */
  @Test
  void anEarlierTimeFarAheadEndsNoLaterTerm() {
    moments.take(0, NOON.plus(Duration.ofDays(1_000)));
    moments.take(1, NOON);
    assertThat(moments.isOver(1, NOON, END, NOON.plusSeconds(1))).isFalse();
    assertThat(moments.isOver(1, NOON, END, NOON.minusSeconds(1))).isFalse();
    assertThat(moments.isOver(1, NOON, END, NOON.minusSeconds(301))).isTrue();
  }

  private static Moments taken(List<Instant> times, Random random) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, times.size()).boxed().toList());
    Collections.shuffle(order, random);
    Moments half = new Moments();
    order.subList(0, 6).forEach(at -> half.take(at, times.get(at)));
    Moments all = new Moments();
    all.addAll(half.all());
    order.forEach(at -> all.take(at, times.get(at)));
    return all;
  }
}
