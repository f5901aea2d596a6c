package dev.frostbyte.api.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;

class CodePointsTest {
  @Property(tries = 1500)
  void agreesWithCountingFromTheStart(@ForAll("texts") String text) {
    CodePoints points = CodePoints.of(text);
    int length = text.codePointCount(0, text.length());
    assertThat(points.length()).isEqualTo(length);
    assertThat(points.text()).isSameAs(text);
    for (int position = 0; position <= length; position++) {
      assertThat(points.charIndex(position)).isEqualTo(text.offsetByCodePoints(0, position));
    }
    for (int index = 0; index <= text.length(); index++) {
      assertThat(points.position(index)).isEqualTo(text.codePointCount(0, index));
    }
  }

  @Property(tries = 500)
  void cutsSlicesThatJoinToTheText(@ForAll("texts") String text, @ForAll int seed) {
    CodePoints points = CodePoints.of(text);
    int cut = Math.floorMod(seed, points.length() + 1);
    assertThat(points.slice(0, cut) + points.slice(cut, points.length())).isEqualTo(text);
    assertThat(points.slice(0, cut).codePoints().count()).isEqualTo(cut);
  }

  @Test
  void refusesPlacesOutsideTheText() {
    for (String text : new String[] {"abc", "a\uD83D\uDE00c", ""}) {
      CodePoints points = CodePoints.of(text);
      assertThatThrownBy(() -> points.slice(-1, 0)).isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> points.slice(0, points.length() + 1))
          .isInstanceOf(IndexOutOfBoundsException.class);
    }
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<Integer> points =
        Arbitraries.frequencyOf(
            Tuple.of(4, Arbitraries.integers().between('a', 'z')),
            Tuple.of(3, Arbitraries.integers().between(0x10000, 0x10FFFF)),
            Tuple.of(1, Arbitraries.integers().between(0xD800, 0xDFFF)));
    return points
        .list()
        .ofMaxSize(200)
        .map(
            list -> {
              StringBuilder text = new StringBuilder();
              list.forEach(text::appendCodePoint);
              return text.toString();
            });
  }
}
