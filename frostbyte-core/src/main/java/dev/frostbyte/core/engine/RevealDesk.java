package dev.frostbyte.core.engine;

import dev.frostbyte.api.audit.AuditReceipt;
import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.api.model.CodePoints;
import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.model.Finding;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.model.TextName;
import dev.frostbyte.api.model.UntrustedText;
import dev.frostbyte.core.RevealRequest;
import dev.frostbyte.core.Reveals;
import dev.frostbyte.core.Revelation;
import dev.frostbyte.core.document.Bundle;
import dev.frostbyte.core.engine.RevealRequests.Standing;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** Where one caller asks for what was found, allows it and reads it. Thread-safe. */
final class RevealDesk implements Reveals {
  private final TenantRuntime runtime;
  private final TenantParts parts;
  private final Person person;
  private final Runnable requireOpen;
  private final KeptDocuments kept;

  RevealDesk(TenantRuntime runtime, Person person, Runnable requireOpen) {
    this.runtime = runtime;
    this.parts = runtime.parts();
    this.person = person;
    this.requireOpen = requireOpen;
    this.kept = new KeptDocuments(parts);
  }

  @Override
  public UUID ask(DocumentId document, String reason) {
    requireOpen.run();
    UntrustedText why = ReviewDesk.checked(reason);
    return alone(
        document,
        () -> {
          CatalogEntry entry = entry(document);
          List<UUID> read = List.of(kept.entry(entry).event().id());
          SortedMap<String, Object> facts = new TreeMap<>();
          facts.put(RevealRequests.BUNDLE, bundle(entry));
          Draft asked = draft(EventType.REVEAL_ASKED, document, facts, read);
          runtime.write(parts.journal().sealed(asked, document, person.says(why)));
          return asked.event().id();
        });
  }

  @Override
  public List<RevealRequest> asked() {
    requireOpen.run();
    return Failures.attempt(
        () -> {
          List<RevealRequest> requests = new ArrayList<>();
          for (Standing standing :
              requests().at(parts.journal().now(), parts.journal().moments())) {
            if (parts.catalog().find(document(standing)).filter(standing::isAbout).isPresent()) {
              requests.add(shown(standing));
            }
          }
          return requests;
        });
  }

  @Override
  public AuditReceipt allow(UUID request, String reason) {
    return decide(request, RevealRequests.ALLOW, reason);
  }

  @Override
  public AuditReceipt refuse(UUID request, String reason) {
    return decide(request, RevealRequests.REFUSE, reason);
  }

  @Override
  public Revelation read(UUID request) {
    requireOpen.run();
    return alone(
        document(request),
        () -> {
          Standing standing = standing(request);
          UUID allowed = standing.allowed().filter(id -> isAsker(standing)).orElseThrow(this::none);
          return reveal(document(standing), List.of(request, allowed));
        });
  }

  private AuditReceipt decide(UUID request, String decision, String reason) {
    requireOpen.run();
    UntrustedText why = ReviewDesk.checked(reason);
    return alone(
        document(request),
        () -> {
          Standing standing = standing(request);
          if (decision.equals(RevealRequests.ALLOW)) {
            requireOther(standing);
          }
          DocumentId document = document(standing);
          SortedMap<String, Object> facts = new TreeMap<>();
          facts.put(RevealRequests.DECISION, decision);
          Draft decided = draft(EventType.REVEAL_DECIDED, document, facts, List.of(request));
          return runtime.write(parts.journal().sealed(decided, document, person.says(why)));
        });
  }

  /** What is opened was announced; what was opened is told before anybody sees it. */
  private Revelation reveal(DocumentId document, List<UUID> causes) throws IOException {
    CatalogEntry entry = entry(document);
    Draft intent = draft(EventType.REVEAL_REQUESTED, document, new TreeMap<>(), causes);
    runtime.write(intent);
    Bundle bundle =
        parts
            .bundles()
            .read(document, entry.generation(), Objects.requireNonNull(entry.bundle()))
            .orElseThrow(() -> gone(document));
    List<Revelation.Place> places = places(bundle);
    SortedMap<String, Object> facts = new TreeMap<>();
    facts.put("places", (long) places.size());
    UntrustedText partial = partial(entry, bundle);
    facts.put("partial", (long) partial.value().length());
    List<UUID> opened = List.of(intent.event().id());
    AuditReceipt receipt = runtime.write(draft(EventType.REVEAL_MADE, document, facts, opened));
    return new Revelation(document, places, partial, receipt);
  }

  private static UntrustedText partial(CatalogEntry entry, Bundle bundle) {
    return entry.state() == CatalogEntry.State.FAILED
        ? bundle.canonical().original()
        : UntrustedText.EMPTY;
  }

  private static List<Revelation.Place> places(Bundle bundle) {
    CodePoints original = CodePoints.of(bundle.canonical().original().value());
    CodePoints hidden = CodePoints.of(bundle.canonical().hidden().value());
    return bundle.findings().stream()
        .filter(finding -> finding.kind() != Finding.Kind.CLASS)
        .map(
            finding -> {
              boolean seen = finding.span().text() == TextName.ORIGINAL;
              String text =
                  (seen ? original : hidden).slice(finding.span().start(), finding.span().end());
              return new Revelation.Place(finding, UntrustedText.of(text));
            })
        .toList();
  }

  private RevealRequest shown(Standing standing) throws IOException {
    ReviewRecord said =
        parts.journal().details(standing.asked(), ReviewRecord.class).orElse(ReviewRecord.ERASED);
    return new RevealRequest(
        standing.asked().event().id(),
        document(standing),
        standing.asked().event().actor(),
        said.by(),
        standing.asked().event().time(),
        said.reason(),
        standing.allowed().isPresent());
  }

  /** The document a request is about: read before it is locked, and the request once more after. */
  private DocumentId document(UUID request) {
    return Failures.attempt(() -> document(standing(request)));
  }

  private static DocumentId document(Standing standing) {
    return new DocumentId(standing.asked().event().subject());
  }

  /** With everything that was written under a root, and that root kept outside of the folder. */
  private RevealRequests requests() {
    parts.journal().seal();
    return runtime.reveals();
  }

  /** A request whose document is read as it was when it was asked for. */
  private Standing standing(UUID request) throws IOException {
    Journal journal = parts.journal();
    Standing standing =
        requests().find(request, journal.now(), journal.moments()).orElseThrow(this::none);
    if (!standing.isAbout(entry(document(standing)))) {
      throw none();
    }
    return standing;
  }

  private boolean isAsker(Standing standing) {
    return standing.asked().event().actor().equals(person.actor());
  }

  private void requireOther(Standing standing) {
    if (isAsker(standing)) {
      throw FrostbyteException.of(
          ProblemCode.SECOND_PERSON_REQUIRED,
          "Whoever asked to see what was found in a document may not allow it.");
    }
  }

  private CatalogEntry entry(DocumentId document) {
    return parts
        .catalog()
        .find(document)
        .filter(entry -> entry.bundle() != null)
        .orElseThrow(() -> gone(document));
  }

  private static String bundle(CatalogEntry entry) {
    return Objects.requireNonNull(entry.bundle()).hash().hex();
  }

  private <T> T alone(DocumentId document, Failures.Action<T> work) {
    try (DocumentLocks.Held held = runtime.locks().hold(document)) {
      return Failures.attempt(work);
    }
  }

  private Draft draft(
      EventType type, DocumentId document, SortedMap<String, Object> facts, List<UUID> causes) {
    return parts.journal().draft(type, person.actor(), document.value(), facts, causes);
  }

  private FrostbyteException none() {
    return FrostbyteException.of(
        ProblemCode.REVEAL_NOT_OPEN,
        "There is no such request that you may act on now: it waits for another person, was"
            + " decided on or read, or is over.");
  }

  private static FrostbyteException gone(DocumentId document) {
    return FrostbyteException.of(
        ProblemCode.DOCUMENT_NOT_FOUND, "Nothing was read or kept of document " + document + ".");
  }
}
