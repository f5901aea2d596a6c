package dev.frostbyte.core.engine;

import dev.frostbyte.api.audit.AuditEntry;
import dev.frostbyte.api.audit.AuditEvent;
import dev.frostbyte.api.model.DocumentId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Which documents lay in which others, and which have attachments that a crash kept from being
 * taken, as the journal says. One thread at a time.
 */
final class Kinship {
  /** The fact that names the document an attachment lay in. */
  static final String PARENT = "parent";

  /** The fact that counts the attachments a publication brings. */
  static final String ATTACHMENTS = "attachments";

  /** The fact that counts those left out because of where the document lay. */
  static final String LEFT = "attachmentsLeft";

  /** The fact that names the publication whose attachments are taken, by its index. */
  static final String PUBLICATION = "publication";

  private final SortedMap<String, Kin> all = new TreeMap<>();
  private final Map<String, Set<String>> children = new HashMap<>();

  /** Takes up where a snapshot ended. */
  void addAll(Map<String, Kin> kin) {
    kin.forEach((document, known) -> change(document, nothing -> known));
  }

  SortedMap<String, Kin> all() {
    return new TreeMap<>(all);
  }

  /**
   * Takes the next entry of the journal.
   *
   * @param there whether a document is kept
   */
  void take(AuditEntry entry, Predicate<String> there) {
    AuditEvent event = entry.event();
    String subject = event.subject();
    switch (event.type()) {
      case DOCUMENT_PUBLISHED -> {
        came(event, there);
        publish(event, entry.receipt().index());
      }
      case DOCUMENT_QUARANTINED, DOCUMENT_HELD -> {
        came(event, there);
        change(subject, kin -> kin.opened(Kin.NONE, false));
      }
      case DOCUMENT_FAILED -> failed(event, there);
      case DOCUMENT_UNCHANGED -> came(event, there);
      case ATTACHMENTS_TAKEN -> {
        long publication = number(event, PUBLICATION, Kin.NONE);
        all.computeIfPresent(subject, (name, kin) -> kin.taken(publication));
      }
      case PHYSICALLY_REMOVED -> forget(subject);
      default -> {}
    }
  }

  /** Whether attachments of a document were not all taken, though it is served. */
  boolean pending(DocumentId document) {
    return find(document).open() != Kin.NONE;
  }

  /** Whether files in a document were left out because of where it lay. */
  boolean cut(DocumentId document) {
    return find(document).cut();
  }

  /** Documents nobody handed in, that lay in none that is there any more. */
  List<DocumentId> orphans() {
    return all.entrySet().stream()
        .filter(kin -> kin.getValue().orphan())
        .map(kin -> new DocumentId(kin.getKey()))
        .toList();
  }

  /** Whether a document is one of them. */
  boolean isOrphan(DocumentId document) {
    Kin kin = all.get(document.value());
    return kin != null && kin.orphan();
  }

  /** What the erasure of a document takes along: whatever came by it alone, and so on. */
  Erasure erasure(DocumentId document) {
    Set<String> gone = new LinkedHashSet<>(List.of(document.value()));
    Set<String> stays = new TreeSet<>();
    boolean more = true;
    while (more) {
      stays.clear();
      List<String> found = new ArrayList<>();
      for (String parent : gone) {
        children.getOrDefault(parent, Set.of()).stream()
            .filter(child -> !gone.contains(child))
            .forEach(child -> (alone(child, gone) ? found : stays).add(child));
      }
      more = gone.addAll(found);
    }
    return new Erasure(ids(gone).reversed(), ids(stays));
  }

  private boolean alone(String child, Set<String> gone) {
    Kin kin = all.getOrDefault(child, Kin.UNKNOWN);
    return !kin.handedIn() && gone.containsAll(kin.parents());
  }

  private static List<DocumentId> ids(Set<String> documents) {
    return documents.stream().map(DocumentId::new).toList();
  }

  /** A failure after which nothing is kept says nothing of how a document came. */
  private void failed(AuditEvent event, Predicate<String> there) {
    if (event.data().containsKey("generation")) {
      came(event, there);
      change(event.subject(), kin -> kin.opened(Kin.NONE, false));
    }
  }

  /** A document it lay in that is gone by now is none. */
  private void came(AuditEvent event, Predicate<String> there) {
    Object parent = event.data().get(PARENT);
    if (parent == null) {
      change(event.subject(), Kin::byHand);
    } else {
      String name = String.valueOf(parent);
      change(event.subject(), kin -> there.test(name) ? kin.in(name) : kin);
    }
  }

  private void publish(AuditEvent event, long index) {
    boolean brings = number(event, ATTACHMENTS, 0) > 0;
    boolean left = number(event, LEFT, 0) > 0;
    change(event.subject(), kin -> kin.opened(brings ? index : Kin.NONE, left));
  }

  private void forget(String document) {
    all.remove(document);
    for (String child : children.getOrDefault(document, Set.of())) {
      all.computeIfPresent(child, (name, kin) -> kin.without(document));
    }
    children.remove(document);
    children.values().forEach(set -> set.remove(document));
  }

  private void change(String document, UnaryOperator<Kin> change) {
    Kin kin = change.apply(all.getOrDefault(document, Kin.UNKNOWN));
    all.put(document, kin);
    kin.parents()
        .forEach(parent -> children.computeIfAbsent(parent, none -> new TreeSet<>()).add(document));
  }

  private Kin find(DocumentId document) {
    return all.getOrDefault(document.value(), Kin.UNKNOWN);
  }

  private static long number(AuditEvent event, String fact, long without) {
    return event.data().get(fact) instanceof Long number ? number : without;
  }

  /**
   * What goes with a document, and what stays although it lay in one that goes.
   *
   * @param gone innermost first, the document itself last
   */
  record Erasure(List<DocumentId> gone, List<DocumentId> stays) {
    /** All of them. */
    List<DocumentId> concerned() {
      return Stream.concat(gone.stream(), stays.stream()).toList();
    }
  }
}
