package dev.frostbyte.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.audit.AuditEvent;
import dev.frostbyte.api.audit.EventType;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class OpenIntentsTest {
  private final OpenIntents intents = new OpenIntents();
  private long number;

  @Test
  void anIntentStaysOpenUntilAnOutcomeNamesIt() {
    UUID put = take(EventType.DOCUMENT_PUT_REQUESTED, "one", List.of());
    take(EventType.DOCUMENT_INGESTED, "one", List.of());
    assertThat(intents.puts()).extracting(OpenIntents.Intent::event).containsExactly(put);
    take(EventType.DOCUMENT_INGESTED, "one", List.of(put));
    assertThat(intents.all()).isEmpty();
  }

  @Test
  void anEventThatOnlyFollowsClosesNothing() {
    UUID put = take(EventType.DOCUMENT_PUT_REQUESTED, "one", List.of());
    take(EventType.PUBLISH_REQUESTED, "one", List.of(put));
    take(EventType.DOCUMENT_REJECTED, "one", List.of(put));
    assertThat(intents.all()).hasSize(2);
  }

  @Test
  void aSweepClosesWhatItNamesAndNoErasure() {
    UUID put = take(EventType.DOCUMENT_PUT_REQUESTED, "one", List.of());
    UUID erasure = take(EventType.ERASURE_REQUESTED, "two", List.of());
    UUID publish = take(EventType.PUBLISH_REQUESTED, "three", List.of());
    take(EventType.OBJECTS_SWEPT, "tenant", List.of(put, erasure));
    assertThat(intents.all())
        .extracting(OpenIntents.Intent::event)
        .containsExactly(erasure, publish);
    assertThat(intents.erasures("two")).containsExactly(erasure);
    assertThat(intents.erasures("one")).isEmpty();
  }

  @Test
  void aRequestToAnotherHostIsNoPutAndStaysOpenUntilItsEndIsWritten() {
    UUID request = take(EventType.EGRESS_REQUESTED, "one", List.of());
    assertThat(intents.puts()).isEmpty();
    assertThat(intents.requests()).extracting(OpenIntents.Intent::event).containsExactly(request);
    take(EventType.EGRESS_FAILED, "one", List.of(request));
    assertThat(intents.requests()).isEmpty();
  }

  @Test
  void goesOnFromASnapshot() {
    UUID put = take(EventType.DOCUMENT_PUT_REQUESTED, "one", List.of());
    OpenIntents later = new OpenIntents();
    later.addAll(intents.all());
    later.take(event(EventType.DOCUMENT_INGESTED, "one", List.of(put)));
    assertThat(later.all()).isEmpty();
  }

  private UUID take(EventType type, String subject, List<UUID> previous) {
    AuditEvent event = event(type, subject, previous);
    intents.take(event);
    return event.id();
  }

  private AuditEvent event(EventType type, String subject, List<UUID> previous) {
    return new AuditEvent(
        new UUID(0x7000, number++), type, Instant.EPOCH, "a", subject, new TreeMap<>(), previous);
  }
}
