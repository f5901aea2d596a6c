package dev.frostbyte.api.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuditEventTest {
  private static final long LARGEST = (1L << 53) - 1;

  @ParameterizedTest
  @ValueSource(strings = {"", "Jane", "jane@example.org", "a b", "a\n", "ä"})
  void refusesAnActorOrSubjectThatIsNoPseudonym(String name) {
    refuses(name, "ok", Map.of());
    refuses("ok", name, Map.of());
    refuses("a".repeat(81), "ok", Map.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a1", "a_b", "ä"})
  void refusesAKeyOfAnotherShape(String key) {
    refuses("ok", "ok", Map.of(key, true));
    refuses("ok", "ok", Map.of("k".repeat(41), true));
  }

  @ParameterizedTest
  @MethodSource("values")
  void refusesAValueOfAnotherShapeWithoutQuotingIt(Object value) {
    assertThatThrownBy(() -> event("ok", "ok", Map.of("key", value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("key")
        .hasMessageNotContaining(String.valueOf(value));
  }

  static Stream<Object> values() {
    return Stream.of(
        "zwölf",
        "line\nbreak",
        "\u007f",
        "x".repeat(257),
        LARGEST + 1,
        -LARGEST - 1,
        Long.MIN_VALUE,
        12_345,
        1.5,
        List.of("zebra"));
  }

  @Test
  void takesValuesAtTheirBounds() {
    Map<String, Object> data =
        Map.of("a", "", "b", "x".repeat(256), "c", LARGEST, "d", -LARGEST, "e", false);
    assertThat(event("a".repeat(80), "doc_0-9", data).data()).isEqualTo(data);
  }

  @Test
  void copiesWhatItIsGivenAndSortsItsKeys() {
    Map<String, Object> data = new HashMap<>(Map.of("b", 1L, "a", 2L));
    AuditEvent event = event("ok", "ok", data);
    data.put("c", 3L);
    assertThat(event.data().keySet()).containsExactly("a", "b");
    assertThat(event.previous()).isEmpty();
    assertThatThrownBy(() -> event.data().put("x", true))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @ParameterizedTest
  @EnumSource
  void readsBackTheWireNameOfEveryType(EventType type) {
    assertThat(type.wireName()).matches("io\\.frostbyte\\.[a-z]+\\.[a-z_]+\\.v1");
    assertThat(EventType.ofWireName(type.wireName())).isEqualTo(type);
  }

  @Test
  void refusesAWireNameItDoesNotKnow() {
    assertThat(EventType.DOCUMENT_PUBLISHED.wireName())
        .isEqualTo("io.frostbyte.document.published.v1");
    assertThatThrownBy(() -> EventType.ofWireName("io.frostbyte.document.published.v2"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void isIntactExactlyWhenNothingIsBroken() {
    assertThat(new Verification(1, 1, List.of()).intact()).isTrue();
    Verification.Break found = new Verification.Break(0, "a leaf differs");
    assertThat(new Verification(1, 1, List.of(found)).intact()).isFalse();
  }

  private static void refuses(String actor, String subject, Map<String, Object> data) {
    assertThatThrownBy(() -> event(actor, subject, data))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static AuditEvent event(String actor, String subject, Map<String, Object> data) {
    return AuditEvent.of(
        new UUID(0x7000, 0), EventType.LOG_SEALED, Instant.EPOCH, actor, subject, data);
  }
}
