package dev.frostbyte.examples.quickstart;

import dev.frostbyte.api.model.DocumentOutcome;
import dev.frostbyte.core.Passage;
import dev.frostbyte.core.Query;
import dev.frostbyte.core.TenantSession;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Searches as one tenant for what only the other has. One thread. */
final class Isolation {
  private final Narration narration;

  Isolation(Narration narration) {
    this.narration = narration;
  }

  void check(TenantSession session, String query, Intake.Taken others) {
    List<Passage> passages = session.search(Query.of(query).topK(50)).passages();
    Set<String> theirs =
        others.outcomes().stream().map(o -> o.fileName().value()).collect(Collectors.toSet());
    boolean apart =
        passages.stream().noneMatch(passage -> theirs.contains(passage.fileName().value()));
    narration.promise(
        apart,
        session.tenant() + " asks: " + query + ": " + passages.size() + " passages, all its own");
    boolean unknown =
        others.outcomes().stream()
            .map(DocumentOutcome::document)
            .allMatch(id -> session.document(id).isEmpty());
    narration.promise(
        unknown,
        session.tenant()
            + " cannot open any of the other's "
            + others.outcomes().size()
            + " documents by id");
  }
}
