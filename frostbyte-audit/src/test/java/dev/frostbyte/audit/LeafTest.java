package dev.frostbyte.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.frostbyte.api.audit.AuditEvent;
import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.api.model.ContentHash;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class LeafTest {
  private static final String ORIGIN = "example.com/frostbyte/tenants/a";

  /** Respellings: what to replace by what. */
  private static final List<List<String>> RESPELLINGS =
      List.of(
          List.of(":true", ": true"),
          List.of("\"number\":1", "\"number\":01"),
          List.of("\"number\":1", "\"number\":1.0"),
          List.of("\"number\":1", "\"number\":1e0"),
          List.of("\"number\":1", "\"number\":-0"),
          List.of("\"number\":1", "\"number\":9007199254740993"),
          List.of("\"number\":1", "\"number\":99999999999999999999"),
          List.of("\"number\":1", "\"number\":null"),
          List.of("\"number\":1", "\"number\":{\"x\":1}"),
          List.of("\"number\":1", "\"number\":1,\"number\":1"),
          List.of("actor", "\\u0061ctor"),
          List.of("plain", "pl\u00e4in"),
          List.of("{\"authid\"", "{\"aaa\":\"x\",\"authid\""),
          List.of("\"specversion\":\"1.0\",", ""),
          List.of(".v1", ".v2"),
          List.of(".001Z", ".0010Z"),
          List.of(".001Z", ".001+00:00"),
          List.of("tenants/a", "tenants/b"));

  @Test
  void isTheDocumentedJson() {
    AuditEvent event =
        new AuditEvent(
            UUID.fromString("0190163d-8694-739b-aea5-966c26f8ad91"),
            EventType.DOCUMENT_PUBLISHED,
            Instant.parse("2026-03-01T08:00:00.12Z"),
            "actor-1",
            "doc-1",
            new TreeMap<>(Map.of("generation", 3L, "first", true, "note", "a \"b\" \\c")),
            List.of(new UUID(1, 2), new UUID(3, 4)));
    assertThat(text(event, Optional.of(ContentHash.of(new byte[0]))))
        .isEqualTo(
            """
            {"authid":"actor-1","authtype":"unknown",\
            "data":{"first":true,"generation":3,"note":"a \\"b\\" \\\\c"},\
            "id":"0190163d-8694-739b-aea5-966c26f8ad91",\
            "payloadhash":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",\
            "previous":"00000000-0000-0001-0000-000000000002 00000000-0000-0003-0000-000000000004",\
            "source":"example.com/frostbyte/tenants/a","specversion":"1.0","subject":"doc-1",\
            "time":"2026-03-01T08:00:00.120Z","type":"io.frostbyte.document.published.v1"}""");
  }

  @Property(tries = 500)
  void readsBackWhatItWroteAndSoDoesJackson(@ForAll("events") AuditEvent event) throws Exception {
    byte[] leaf = Leaf.encode(ORIGIN, event, Optional.empty());
    assertThat(Leaf.decode(ORIGIN, leaf).event()).isEqualTo(event);
    JsonNode json = new JsonMapper().readTree(leaf);
    assertThat(json.get("subject").asText()).isEqualTo(event.subject());
    assertThat(json.get("data").size()).isEqualTo(event.data().size());
    event
        .data()
        .forEach(
            (key, value) -> assertThat(json.get("data").get(key).asText()).isEqualTo("" + value));
  }

  @Test
  void anyOtherSpellingIsRefused() {
    String leaf = text(Events.event(1), Optional.empty());
    for (List<String> respelling : RESPELLINGS) {
      String other = leaf.replace(respelling.getFirst(), respelling.getLast());
      assertThat(other).isNotEqualTo(leaf);
      refuses(other);
    }
    List.of(leaf + " ", leaf.substring(0, leaf.length() - 1), "", "{}", "{\"a\":")
        .forEach(LeafTest::refuses);
  }

  @Test
  void refusesTimesThatHaveNoFourDigitYear() {
    for (String time : List.of("-0001-12-31T23:59:59.999Z", "+10000-01-01T00:00:00Z")) {
      AuditEvent event =
          AuditEvent.of(
              new UUID(1, 1), EventType.LOG_SEALED, Instant.parse(time), "a", "s", Map.of());
      assertThatExceptionOfType(IllegalArgumentException.class)
          .isThrownBy(() -> Leaf.encode(ORIGIN, event, Optional.empty()))
          .withMessageContaining("0 to 9999");
    }
  }

  @Test
  void messagesNeverQuoteTheLeaf() {
    assertThatExceptionOfType(BrokenLog.class)
        .isThrownBy(() -> Leaf.decode(ORIGIN, "{\"secret\":1}".getBytes(StandardCharsets.US_ASCII)))
        .withMessageNotContaining("secret");
  }

  @Provide
  Arbitrary<AuditEvent> events() {
    Arbitrary<UUID> ids =
        Combinators.combine(Arbitraries.longs(), Arbitraries.longs()).as(UUID::new);
    Arbitrary<Instant> times =
        Arbitraries.longs()
            .between(-62_167_219_200_000L, 253_402_300_799_999L)
            .map(Instant::ofEpochMilli);
    Arbitrary<String> names =
        Arbitraries.strings().withChars("az09_-").ofMinLength(1).ofMaxLength(80);
    Arbitrary<EventType> types = Arbitraries.of(EventType.values());
    Arbitrary<List<UUID>> previous = ids.list().ofMaxSize(3);
    return Combinators.combine(ids, types, times, names, names, facts(), previous)
        .as(AuditEvent::new);
  }

  private static Arbitrary<SortedMap<String, Object>> facts() {
    Arbitrary<Object> values =
        Arbitraries.oneOf(
            Arbitraries.strings().withCharRange(' ', '~').ofMaxLength(256).map(Object.class::cast),
            Arbitraries.longs().between(-(1L << 53) + 1, (1L << 53) - 1).map(Object.class::cast),
            Arbitraries.of(true, false).map(Object.class::cast));
    return Arbitraries.maps(Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(40), values)
        .ofMaxSize(6)
        .map(TreeMap::new);
  }

  private static void refuses(String other) {
    assertThatExceptionOfType(BrokenLog.class)
        .as(other)
        .isThrownBy(() -> Leaf.decode(ORIGIN, other.getBytes(StandardCharsets.UTF_8)));
  }

  private static String text(AuditEvent event, Optional<ContentHash> payload) {
    return new String(Leaf.encode(ORIGIN, event, payload), StandardCharsets.US_ASCII);
  }
}
