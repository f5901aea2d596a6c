package dev.frostbyte.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.audit.AuditEntry;
import dev.frostbyte.api.audit.AuditEvent;
import dev.frostbyte.api.audit.AuditLog;
import dev.frostbyte.api.audit.AuditPage;
import dev.frostbyte.api.audit.AuditQuery;
import dev.frostbyte.api.audit.AuditQuery.Scope;
import dev.frostbyte.api.audit.EventType;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The part of {@link AuditLogContract} about queries. One thread. */
abstract class AuditQueryContract extends AuditKeyContract {
  private static final int LOGS = 4;
  private static final int EVENTS = 150;
  private static final int QUERIES = 60;

  @Test
  void answersWhatLookingAtEveryEntryAnswers() throws IOException {
    long seed = new Random().nextLong();
    System.out.println("AuditQueryContract seed " + seed);
    for (int number = 0; number < LOGS; number++) {
      CrashFileSystem files = new CrashFileSystem();
      try (OpenedLog opened = open(files)) {
        RandomAudit random = new RandomAudit(seed + number);
        appendRandom(opened.log(), random, number == 0 ? 1 : EVENTS);
        compare(opened, random, "seed " + (seed + number));
        appendRandom(opened.log(), random, EVENTS / 3);
        compare(opened, random, "grown, seed " + (seed + number));
      }
    }
  }

  private static void appendRandom(AuditLog log, RandomAudit random, int events)
      throws IOException {
    for (int number = 0; number < events; number++) {
      log.record(random.event(), random.payload());
    }
  }

  private static void compare(OpenedLog opened, RandomAudit random, String seed)
      throws IOException {
    QueryOracle oracle = new QueryOracle(opened.entries(0));
    for (int number = 0; number < QUERIES; number++) {
      AuditQuery query = random.query();
      compare(opened.log(), oracle, query, seed + ": " + query);
      compare(opened.log(), oracle, query.verified(true), seed + ": " + query);
    }
  }

  private static void compare(AuditLog log, QueryOracle oracle, AuditQuery query, String what)
      throws IOException {
    List<AuditEntry> found = new ArrayList<>();
    for (AuditPage page : pages(log, query)) {
      found.addAll(page.entries());
      assertThat(page.verified()).as(what).isIn(true, query.verified());
      assertThat(page.complete()).as(what).isEqualTo(isWhole(page));
      assertThat(QueryOracle.indexes(page.breaks())).as(what).isEqualTo(oracle.broken(query));
    }
    assertThat(found)
        .as(what)
        .extracting(entry -> entry.receipt().index())
        .isEqualTo(oracle.indexes(query));
    for (AuditEntry entry : found) {
      AuditEntry replayed = oracle.entries().get((int) entry.receipt().index());
      assertThat(entry.receipt()).isEqualTo(replayed.receipt());
      assertThat(entry.event()).isEqualTo(replayed.event());
      assertThat(entry.payload()).isEqualTo(replayed.payload());
    }
  }

  private static boolean isWhole(AuditPage page) {
    return page.entries().size() == page.to() - page.from();
  }

  /** Every page of an answer, each checked to go on where the one before ended. */
  private static List<AuditPage> pages(AuditLog log, AuditQuery query) throws IOException {
    List<AuditPage> pages = new ArrayList<>();
    AuditPage page = log.query(query);
    assertThat(page.from()).isEqualTo(query.from());
    pages.add(page);
    while (page.more()) {
      long next = page.next();
      assertThat(page.entries()).hasSize(query.limit());
      page = log.query(query.from(next));
      assertThat(page.from()).isEqualTo(next);
      pages.add(page);
    }
    long end = Math.max(query.from(), Math.min(query.to(), log.size()));
    assertThat(page.to()).isEqualTo(end);
    assertThat(page.checkpoint().size()).isEqualTo(log.size());
    return pages;
  }

  @Test
  void rangesAreHalfOpen() throws IOException {
    try (OpenedLog opened = open()) {
      opened.appendUpTo(10);
      AuditLog log = opened.log();
      assertThat(indexes(log, AuditQuery.all().from(3).to(6))).containsExactly(3L, 4L, 5L);
      assertThat(indexes(log, AuditQuery.all().from(3).to(3))).isEmpty();
      assertThat(indexes(log, AuditQuery.all().from(10))).isEmpty();
      Instant third = OpenedLog.event(3).time();
      Instant sixth = OpenedLog.event(6).time();
      AuditQuery between = AuditQuery.all().since(third).until(sixth);
      assertThat(indexes(log, between)).containsExactly(3L, 4L, 5L);
      assertThat(indexes(log, between.since(third.plusNanos(1)))).containsExactly(4L, 5L);
      assertThat(indexes(log, between.until(sixth.plusNanos(1)))).containsExactly(3L, 4L, 5L, 6L);
      assertThat(indexes(log, between.until(third))).isEmpty();
    }
  }

  @Test
  void aCursorVisitsEveryEntryOnceAlsoWhenTheLogGrows() throws IOException {
    try (OpenedLog opened = open()) {
      opened.appendUpTo(10);
      AuditPage first = opened.log().query(AuditQuery.all().limit(4));
      assertThat(first.more()).isTrue();
      assertThat(first.complete()).isTrue();
      opened.append(10);
      AuditPage second = opened.log().query(AuditQuery.all().limit(100).from(first.next()));
      assertThat(first.entries()).hasSize(4);
      assertThat(second.entries()).hasSize(7);
      assertThat(second.entries().getFirst().receipt().index()).isEqualTo(4);
      assertThat(second.more()).isFalse();
      assertThat(second.next()).isEqualTo(11);
      assertThat(opened.log().query(AuditQuery.all().from(second.next())).entries()).isEmpty();
    }
  }

  @Test
  void everyPageIsUnderItsCheckpointAndCanBeProven() throws IOException {
    try (OpenedLog opened = open()) {
      opened.appendUpTo(7);
      for (boolean verified : List.of(false, true)) {
        opened.append(7);
        AuditPage page = opened.log().query(AuditQuery.all().verified(verified));
        assertThat(page.verified()).isIn(true, verified);
        assertThat(page.checkpoint()).isEqualTo(opened.log().seal());
        assertThat(page.checkpoint().size()).isEqualTo(page.to()).isEqualTo(opened.log().size());
        for (AuditEntry entry : page.entries()) {
          assertThat(opened.log().prove(entry.receipt())).endsWith(page.checkpoint().note());
        }
      }
    }
  }

  @Test
  void onlyAPageThatLeavesNothingOutIsComplete() throws IOException {
    try (OpenedLog opened = open()) {
      opened.appendUpTo(6);
      AuditLog log = opened.log();
      assertThat(log.query(AuditQuery.all()).complete()).isTrue();
      assertThat(log.query(AuditQuery.all().from(2).to(4)).complete()).isTrue();
      AuditQuery one = AuditQuery.all().types(OpenedLog.event(2).type());
      assertThat(log.query(one).complete()).isFalse();
      assertThat(log.query(one.from(2).to(3)).complete()).isTrue();
    }
  }

  @Test
  void anIntentIsOpenUntilAnOutcomeOfItFollows() throws IOException {
    try (OpenedLog opened = open()) {
      AuditLog log = opened.log();
      log.append(event(0, EventType.ERASURE_REQUESTED, "doc-1"), NONE);
      log.append(event(1, EventType.KEY_DESTROYED, "doc-1", 0), NONE);
      log.append(event(2, EventType.PHYSICALLY_REMOVED, "doc-1"), NONE);
      assertOpen(log, 0L);
      log.append(event(3, EventType.ERASURE_REQUESTED, "doc-2"), NONE);
      assertOpen(log, 0L, 3L);
      log.append(event(4, EventType.PHYSICALLY_REMOVED, "doc-1", 0), NONE);
      assertOpen(log, 3L);
    }
  }

  private static void assertOpen(AuditLog log, Long... expected) throws IOException {
    AuditQuery open = AuditQuery.all().scope(new Scope.OpenIntents());
    assertThat(indexes(log, open)).containsExactly(expected);
    assertThat(indexes(log, open.verified(true))).containsExactly(expected);
  }

  @Test
  void aChainIsClosedUnderPreviousAndSaysWhatIsMissing() throws IOException {
    try (OpenedLog opened = open()) {
      AuditLog log = opened.log();
      log.append(event(0, EventType.SESSION_OPENED, "tenant"), NONE);
      log.append(event(1, EventType.BATCH_RECEIVED, "batch", 0), NONE);
      log.append(event(2, EventType.DOCUMENT_INGESTED, "doc-1", 1), NONE);
      log.append(event(3, EventType.DOCUMENT_INGESTED, "doc-2", 1), NONE);
      log.append(event(4, EventType.DOCUMENT_PARSED, "other", 2, 5, 999), NONE);
      log.append(event(5, EventType.RETRIEVAL_EXECUTED, "tenant"), NONE);
      for (boolean verified : List.of(false, true)) {
        AuditQuery chain = AuditQuery.all().verified(verified);
        AuditPage page = log.query(chain.scope(new Scope.Chain("doc-1")));
        assertThat(indexes(page)).containsExactly(0L, 1L, 2L, 4L);
        assertThat(QueryOracle.indexes(page.breaks())).containsExactly(4L);
        assertThat(page.breaks()).hasSize(2);
        assertThat(indexes(log, chain.scope(new Scope.Chain("doc-2")))).containsExactly(0L, 1L, 3L);
        assertThat(indexes(log, chain.scope(new Scope.Chain("nobody")))).isEmpty();
      }
    }
  }

  @Test
  void nothingFollowsFromAnEventThatComesLater() throws IOException {
    try (OpenedLog opened = open()) {
      AuditLog log = opened.log();
      log.append(event(0, EventType.DOCUMENT_PARSED, "doc-1", 1), NONE);
      log.append(event(1, EventType.DOCUMENT_PARSED, "doc-2"), NONE);
      for (boolean verified : List.of(false, true)) {
        AuditQuery chain = AuditQuery.all().verified(verified);
        AuditPage first = log.query(chain.scope(new Scope.Chain("doc-1")));
        assertThat(indexes(first)).containsExactly(0L);
        assertThat(QueryOracle.indexes(first.breaks())).containsExactly(0L);
        AuditPage second = log.query(chain.scope(new Scope.Chain("doc-2")));
        assertThat(indexes(second)).containsExactly(1L);
        assertThat(second.breaks()).isEmpty();
      }
    }
  }

  @Test
  void anotherTenantsEventsNeverAppear() throws IOException {
    try (OpenedLog opened = open();
        AuditLog other = opened.provider().open(disk.root().directory("b"), "tenants/other")) {
      opened.appendUpTo(5);
      other.append(event(77, EventType.DOCUMENT_PARSED, "subject-1"), NONE);
      Scope chain = new Scope.Chain("subject-1");
      assertThat(indexes(other, AuditQuery.all())).containsExactly(0L);
      assertThat(indexes(other, AuditQuery.all().scope(chain))).containsExactly(0L);
      assertThat(opened.log().query(AuditQuery.all().scope(chain)).entries())
          .extracting(entry -> entry.event().id())
          .containsExactly(OpenedLog.event(1).id());
    }
  }

  @Test
  void anEmptyLogAnswersWithAnEmptyPage() throws IOException {
    try (OpenedLog opened = open()) {
      for (boolean verified : List.of(false, true)) {
        AuditPage page = opened.log().query(AuditQuery.all().verified(verified));
        assertThat(page.entries()).isEmpty();
        assertThat(page.checkpoint().size()).isZero();
        assertThat(page.more()).isFalse();
      }
    }
  }

  private static List<Long> indexes(AuditLog log, AuditQuery query) throws IOException {
    return indexes(log.query(query));
  }

  private static List<Long> indexes(AuditPage page) {
    return page.entries().stream().map(entry -> entry.receipt().index()).toList();
  }

  private static AuditEvent event(int number, EventType type, String subject, int... previous) {
    List<UUID> ids = new ArrayList<>();
    for (int before : previous) {
      ids.add(OpenedLog.event(before).id());
    }
    return new AuditEvent(
        OpenedLog.event(number).id(),
        type,
        OpenedLog.event(number).time(),
        "actor-1",
        subject,
        new TreeMap<>(),
        ids);
  }
}
