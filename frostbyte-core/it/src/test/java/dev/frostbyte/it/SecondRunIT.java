package dev.frostbyte.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.DocumentOutcome;
import dev.frostbyte.core.Query;
import dev.frostbyte.core.TenantSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same folder handed in twice. */
class SecondRunIT {
  @TempDir private Path folder = Path.of("replaced by JUnit");

  @Test
  void answersUnchangedForWhatIsStoredAndTheSameForTheRestAndAddsOnlyEvidence() throws IOException {
    try (House house = House.open(folder);
        TenantSession session = house.session(House.A)) {
      List<DocumentOutcome> first = House.ingest(session, Samples.documents());
      List<String> state = state(house, session);
      List<DocumentOutcome> second = House.ingest(session, Samples.documents());
      assertThat(state(house, session)).isEqualTo(state);
      assertThat(words(second)).isEqualTo(expected(first));
      assertThat(words(first)).contains("stored", "quarantined", "rejected");
      assertThat(problems(second)).isEqualTo(problems(first));
      Set<Long> receipts = new HashSet<>();
      first.forEach(outcome -> receipts.add(outcome.receipt().index()));
      second.forEach(outcome -> receipts.add(outcome.receipt().index()));
      assertThat(receipts).hasSize(first.size() + second.size());
      assertThat(session.verifyAudit().intact()).isTrue();
    }
  }

  private static List<String> expected(List<DocumentOutcome> first) {
    return words(first).stream().map(word -> word.equals("stored") ? "unchanged" : word).toList();
  }

  private static List<String> words(List<DocumentOutcome> outcomes) {
    return outcomes.stream().map(DocumentOutcome::word).toList();
  }

  private static List<String> problems(List<DocumentOutcome> outcomes) {
    return outcomes.stream()
        .map(
            outcome ->
                switch (outcome) {
                  case DocumentOutcome.Rejected rejected -> rejected.problem().toString();
                  case DocumentOutcome.Failed failed -> failed.problem().toString();
                  case DocumentOutcome.Quarantined stopped -> stopped.problem().toString();
                  case DocumentOutcome.Held held -> held.problem().toString();
                  case DocumentOutcome.Stored stored -> "";
                  case DocumentOutcome.Unchanged unchanged -> "";
                })
        .toList();
  }

  /** Objects with their names and bytes, rows, chunks of the index, and an answer. */
  private static List<String> state(House house, TenantSession session) throws IOException {
    List<String> state = new ArrayList<>();
    for (Path object : ErasureIT.objects(house.home())) {
      state.add(object + " " + Files.getLastModifiedTime(object) + " " + Files.size(object));
    }
    state.add(session.counts().toString());
    session.documents("", 10_000).forEach(row -> state.add(row.toString()));
    session
        .search(Query.of("agreement").topK(200))
        .passages()
        .forEach(passage -> state.add(passage.chunk() + " " + passage.score()));
    return state;
  }
}
