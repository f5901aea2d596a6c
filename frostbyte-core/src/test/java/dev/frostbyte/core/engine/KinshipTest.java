package dev.frostbyte.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.audit.AuditEntry;
import dev.frostbyte.api.audit.AuditEvent;
import dev.frostbyte.api.audit.AuditReceipt;
import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.api.model.DocumentId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class KinshipTest {
  private final Kinship kinship = new Kinship();
  private final Set<String> there = new HashSet<>();
  private long index;

  @Test
  void aPublicationIsPendingUntilItsOwnAttachmentsAreTaken() {
    long first = published("mail", "", 2);
    long second = published("mail", "", 2);
    taken("mail", first);
    assertThat(kinship.pending(id("mail"))).as("the older one is over").isTrue();
    taken("mail", second);
    assertThat(kinship.pending(id("mail"))).isFalse();
    published("mail", "", 2);
    event(EventType.DOCUMENT_QUARANTINED, "mail", Map.of());
    assertThat(kinship.pending(id("mail"))).as("what is not served brings nothing").isFalse();
  }

  @Test
  void remembersWhatWasLeftOutForWhereItLayUntilItIsReadAnew() {
    event(EventType.DOCUMENT_PUBLISHED, "deep", Map.of(Kinship.LEFT, 3L));
    assertThat(kinship.cut(id("deep"))).isTrue();
    published("deep", "", 0);
    assertThat(kinship.cut(id("deep"))).isFalse();
  }

  @Test
  void whatFailedAndLeftNothingSaysNothingOfHowADocumentCame() {
    published("mail", "", 1);
    published("inner", "mail", 0);
    event(EventType.DOCUMENT_FAILED, "inner", Map.of());
    assertThat(kinship.erasure(id("mail")).gone()).containsExactly(id("inner"), id("mail"));
    event(EventType.DOCUMENT_FAILED, "inner", Map.of("generation", 1L));
    assertThat(kinship.erasure(id("mail")).gone()).containsExactly(id("mail"));
    assertThat(kinship.erasure(id("mail")).stays()).containsExactly(id("inner"));
  }

  @Test
  void whatComesAfterTheFileItLayInWasErasedIsAnOrphan() {
    published("mail", "", 1);
    removed("mail");
    published("inner", "mail", 0);
    assertThat(kinship.orphans()).containsExactly(id("inner"));
    event(EventType.DOCUMENT_UNCHANGED, "inner", Map.of());
    assertThat(kinship.orphans()).as("handed in since").isEmpty();
  }

  /** A document is there as long as it was handed in, or lies in one that is there. */
  @Property(tries = 500)
  void nothingIsLeftBehindAndNothingGoesThatCameOtherwise(@ForAll long seed) {
    Random random = new Random(seed);
    Kinship some = new Kinship();
    Set<String> kept = new TreeSet<>();
    Map<String, Set<String>> parents = new HashMap<>();
    Set<String> byHand = new HashSet<>();
    for (int step = 0; step < 60; step++) {
      if (random.nextInt(4) > 0 || kept.isEmpty()) {
        bring(random, some, kept, parents, byHand);
      } else {
        String document = new ArrayList<>(kept).get(random.nextInt(kept.size()));
        Set<String> left = survivors(document, kept, parents, byHand);
        for (DocumentId gone : some.erasure(id(document)).gone()) {
          kept.remove(gone.value());
          parents.values().forEach(set -> set.remove(gone.value()));
          byHand.remove(gone.value());
          parents.remove(gone.value());
          some.take(entry(EventType.PHYSICALLY_REMOVED, gone.value(), Map.of()), kept::contains);
        }
        assertThat(kept).as("seed %d", seed).isEqualTo(left);
      }
      assertThat(some.orphans()).as("seed %d", seed).isEmpty();
      Kinship opened = new Kinship();
      opened.addAll(some.all());
      some = random.nextInt(5) == 0 ? opened : some;
    }
  }

  private void bring(
      Random random,
      Kinship some,
      Set<String> kept,
      Map<String, Set<String>> parents,
      Set<String> byHand) {
    int number = random.nextInt(12);
    String document = name(number);
    List<String> around = kept.stream().filter(name -> name.compareTo(document) < 0).toList();
    if (around.isEmpty() || random.nextInt(3) == 0) {
      byHand.add(document);
      some.take(entry(EventType.DOCUMENT_PUBLISHED, document, Map.of()), kept::contains);
    } else {
      String parent = around.get(random.nextInt(around.size()));
      parents.computeIfAbsent(document, none -> new TreeSet<>()).add(parent);
      Map<String, Object> facts = Map.of(Kinship.PARENT, parent);
      some.take(entry(EventType.DOCUMENT_PUBLISHED, document, facts), kept::contains);
    }
    kept.add(document);
  }

  /** By the definition, from the documents that are named first on. */
  private static Set<String> survivors(
      String erased, Set<String> kept, Map<String, Set<String>> parents, Set<String> byHand) {
    Set<String> alive = new TreeSet<>();
    for (String document : kept) {
      boolean in = parents.getOrDefault(document, Set.of()).stream().anyMatch(alive::contains);
      if (!document.equals(erased) && (byHand.contains(document) || in)) {
        alive.add(document);
      }
    }
    return alive;
  }

  private long published(String document, String parent, int attachments) {
    Map<String, Object> facts = new TreeMap<>(Map.of(Kinship.ATTACHMENTS, (long) attachments));
    if (!parent.isEmpty()) {
      facts.put(Kinship.PARENT, id(parent).value());
    }
    return event(EventType.DOCUMENT_PUBLISHED, document, facts);
  }

  private void taken(String document, long publication) {
    event(EventType.ATTACHMENTS_TAKEN, document, Map.of(Kinship.PUBLICATION, publication));
  }

  private void removed(String document) {
    event(EventType.PHYSICALLY_REMOVED, document, Map.of());
  }

  private long event(EventType type, String document, Map<String, Object> facts) {
    String subject = id(document).value();
    kinship.take(entry(type, subject, facts), there::contains);
    boolean gone = type == EventType.PHYSICALLY_REMOVED;
    there.removeIf(name -> gone && name.equals(subject));
    if (!gone) {
      there.add(subject);
    }
    return index - 1;
  }

  private AuditEntry entry(EventType type, String subject, Map<String, Object> facts) {
    AuditReceipt receipt = new AuditReceipt("log", index++, ContentHash.of(new byte[0]));
    AuditEvent event =
        new AuditEvent(
            new UUID(7, index), type, Instant.EPOCH, "a", subject, new TreeMap<>(facts), List.of());
    return new AuditEntry(receipt, event, new byte[0]);
  }

  private static String name(int number) {
    return "doc_" + "%032x".formatted(number);
  }

  private static DocumentId id(String document) {
    return document.startsWith("doc_")
        ? new DocumentId(document)
        : new DocumentId(name(document.hashCode() & 0xffff));
  }
}
