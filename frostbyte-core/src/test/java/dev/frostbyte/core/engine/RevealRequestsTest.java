package dev.frostbyte.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frostbyte.api.audit.AuditEntry;
import dev.frostbyte.api.audit.AuditEvent;
import dev.frostbyte.api.audit.AuditLog;
import dev.frostbyte.api.audit.AuditPage;
import dev.frostbyte.api.audit.AuditQuery;
import dev.frostbyte.api.audit.AuditReceipt;
import dev.frostbyte.api.audit.Checkpoint;
import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.core.Reveals;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Every step of the journal is read once, under a root, whatever happens between the readings. */
final class RevealRequestsTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final ContentHash HASH = ContentHash.of(new byte[0]);

  private final List<AuditEntry> entries = new ArrayList<>();
  private final List<AuditQuery> queries = new ArrayList<>();
  private final RevealRequests requests = new RevealRequests(log());
  private final Moments moments = new Moments();
  private int page = 100;
  private boolean verified = true;
  private boolean broken;

  @Test
  void readsWhatIsNewAndNothingTwice() throws IOException {
    page = 2;
    UUID first = add(EventType.REVEAL_ASKED, Map.of());
    add(EventType.RETRIEVAL_EXECUTED, Map.of());
    UUID second = add(EventType.REVEAL_ASKED, Map.of());
    assertThat(ids(NOON)).containsExactly(first, second);
    assertThat(queries).extracting(AuditQuery::from).containsExactly(0L, 2L);
    queries.clear();
    assertThat(ids(NOON)).containsExactly(first, second);
    add(EventType.REVEAL_DECIDED, Map.of(RevealRequests.DECISION, "refuse"), first);
    assertThat(ids(NOON)).containsExactly(second);
    assertThat(queries).extracting(AuditQuery::from).containsExactly(3L, 3L);
    assertThat(queries).allMatch(AuditQuery::verified);
  }

  @Test
  void aRequestIsAllowedAndThenReadOnce() throws IOException {
    UUID asked = add(EventType.REVEAL_ASKED, Map.of());
    assertThat(requests.find(asked, NOON, moments).orElseThrow().allowed()).isEmpty();
    UUID allowed = add(EventType.REVEAL_DECIDED, Map.of(RevealRequests.DECISION, "allow"), asked);
    assertThat(requests.find(asked, NOON, moments).orElseThrow().allowed()).contains(allowed);
    add(EventType.REVEAL_REQUESTED, Map.of(), asked, allowed);
    assertThat(requests.find(asked, NOON, moments)).isEmpty();
  }

  @Test
  void aRequestHasItsTimeWhateverTheClockSaidBefore() throws IOException {
    UUID asked = add(EventType.REVEAL_ASKED, Map.of());
    assertThat(ids(NOON.plus(Reveals.STANDS).plusMillis(1))).isEmpty();
    assertThat(ids(NOON.plus(Reveals.STANDS))).containsExactly(asked);
    assertThat(ids(NOON)).containsExactly(asked);
  }

  @Test
  void whatDoesNotVerifyCountsNoMoreThanBefore() throws IOException {
    UUID asked = add(EventType.REVEAL_ASKED, Map.of());
    assertThat(ids(NOON)).containsExactly(asked);
    add(EventType.REVEAL_DECIDED, Map.of(RevealRequests.DECISION, "allow"), asked);
    broken = true;
    assertThatThrownBy(() -> ids(NOON)).isInstanceOf(IOException.class);
    broken = false;
    assertThat(requests.find(asked, NOON, moments).orElseThrow().allowed()).isPresent();
    assertThat(queries).extracting(AuditQuery::from).containsExactly(0L, 1L, 1L);
  }

  @Test
  void aLogThatAnswersFromItsIndexIsNotBelieved() {
    verified = false;
    add(EventType.REVEAL_ASKED, Map.of());
    assertThatThrownBy(() -> ids(NOON))
        .isInstanceOfSatisfying(
            FrostbyteException.class,
            e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.INTEGRITY_BROKEN));
  }

  private List<UUID> ids(Instant now) throws IOException {
    return requests.at(now, moments).stream()
        .map(standing -> standing.asked().event().id())
        .toList();
  }

  private UUID add(EventType type, Map<String, Object> data, UUID... previous) {
    UUID id = new UUID(7 << 12, Long.MIN_VALUE + entries.size());
    AuditEvent event =
        new AuditEvent(id, type, NOON, "act_1", "doc_1", new TreeMap<>(data), List.of(previous));
    entries.add(
        new AuditEntry(new AuditReceipt("test/1", entries.size(), HASH), event, new byte[0]));
    return id;
  }

  private AuditLog log() {
    return (AuditLog)
        Proxy.newProxyInstance(
            AuditLog.class.getClassLoader(),
            new Class<?>[] {AuditLog.class},
            (proxy, method, arguments) -> answer((AuditQuery) arguments[0]));
  }

  private AuditPage answer(AuditQuery query) throws IOException {
    queries.add(query);
    if (broken) {
      throw new IOException("does not verify");
    }
    int from = (int) query.from();
    int to = Math.min(entries.size(), from + page);
    List<AuditEntry> meant =
        entries.subList(from, to).stream()
            .filter(entry -> query.types().contains(entry.event().type()))
            .toList();
    Checkpoint root = new Checkpoint("test/1", entries.size(), HASH, "");
    return new AuditPage(meant, from, to, to < entries.size(), root, verified, List.of());
  }
}
