package dev.frostbyte.api.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SealContextTest {
  @Property(tries = 5000)
  void encodesDifferentPlacesDifferently(
      @ForAll("places") Place one, @ForAll("places") Place other) {
    assertThat(Arrays.equals(one.encode(), other.encode())).isEqualTo(one.equals(other));
  }

  @Test
  void keepsItsPartsApart() {
    byte[] one = new SealContext("ab", "c", 0).encode("s");
    assertThat(new SealContext("a", "bc", 0).encode("s")).isNotEqualTo(one);
    assertThat(new SealContext("b", "c", 0).encode("sa")).isNotEqualTo(one);
    assertThat(new SealContext("ab", "c", 0).encode("s")).isEqualTo(one);
  }

  @Test
  void refusesPartsOutOfTheirBounds() {
    refuses("", "", 0);
    refuses("p".repeat(65), "", 0);
    refuses("p", "s".repeat(257), 0);
    refuses("p", "s", -1);
    assertThat(new SealContext("p".repeat(64), "s".repeat(256), Long.MAX_VALUE).purpose())
        .hasSize(64);
  }

  @Test
  void refusesBrokenSurrogatesSinceTwoWouldBecomeTheSameBytes() {
    refuses("\uD800", "", 0);
    refuses("p", "\uDC00", 0);
    assertThatThrownBy(() -> Sealer.aes256Gcm(SecretBytes.random(), "\uD800"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(SealContext.of("\uD83D\uDE00", "ü").encode("s")).isNotEmpty();
  }

  @Provide
  Arbitrary<Place> places() {
    Arbitrary<String> text = Arbitraries.strings().withChars('a', '\0', '\1', 'ü').ofMaxLength(3);
    return Combinators.combine(
            text,
            text.filter(purpose -> !purpose.isEmpty()),
            text,
            Arbitraries.longs().between(0, 2))
        .as(Place::new);
  }

  private static void refuses(String purpose, String subject, long generation) {
    assertThatThrownBy(() -> new SealContext(purpose, subject, generation))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** A space and a context in it. */
  record Place(String space, String purpose, String subject, long generation) {
    byte[] encode() {
      return new SealContext(purpose, subject, generation).encode(space);
    }
  }
}
