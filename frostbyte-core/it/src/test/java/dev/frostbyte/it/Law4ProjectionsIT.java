package dev.frostbyte.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.DocumentOutcome;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.core.Passage;
import dev.frostbyte.core.Query;
import dev.frostbyte.core.TenantSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Law 4: objects and journal are the truth, rows and index are made from them. */
class Law4ProjectionsIT {
  private static final List<String> QUERIES =
      List.of("cold storage", "loan rates of the branch", "fire drill street 14", "front desk");

  @TempDir private Path folder = Path.of("replaced by JUnit");

  @AfterEach
  void mend() {
    FaultyIndexProvider.LEFT.set(Integer.MAX_VALUE);
  }

  @Test
  void rowsAndIndexThatAreGoneAreMadeAgainAndAnswerTheSame() throws IOException {
    List<String> before;
    try (House house = House.open(folder)) {
      try (TenantSession session = house.session(House.A)) {
        House.ingest(session, Samples.texts(folder.resolve("in"), 12));
        before = answers(session);
      }
      for (String gone : List.of("store-h2", "index-lucene")) {
        remove(house, gone);
        try (TenantSession session = house.session(House.A)) {
          assertThat(answers(session)).isEqualTo(before);
        }
      }
      try (TenantSession session = house.session(House.A)) {
        session.rebuild();
        assertThat(answers(session)).isEqualTo(before);
      }
    }
    assertThat(before).hasSize(5).doesNotContain("[]");
  }

  @Test
  void aChangeTheIndexRefusedIsThereAfterTheNextOpening() throws IOException {
    Path in = Samples.texts(folder.resolve("in"), 6);
    try (House house = House.Plan.of(folder).index("faulty").open()) {
      TenantSession session = house.session(House.A);
      FaultyIndexProvider.LEFT.set(3);
      int stored = ingestUntilRefused(session, in);
      assertThat(stored).isLessThan(6);
      closeQuietly(session);
      FaultyIndexProvider.LEFT.set(Integer.MAX_VALUE);
      try (TenantSession again = house.session(House.A)) {
        House.ingest(again, in);
        assertThat(again.counts().documents()).isEqualTo(6);
        for (int i = 0; i < 6; i++) {
          assertThat(finds(again, i)).as("note %d", i).isTrue();
        }
      }
    }
  }

  private static boolean finds(TenantSession session, int number) {
    return session.search(Query.of(Samples.text(number)).topK(20)).passages().stream()
        .map(passage -> passage.text().value())
        .anyMatch(text -> text.contains("note number " + number + " "));
  }

  private static int ingestUntilRefused(TenantSession session, Path in) throws IOException {
    try {
      List<DocumentOutcome> outcomes = House.ingest(session, in);
      return (int) outcomes.stream().filter(DocumentOutcome.Stored.class::isInstance).count();
    } catch (FrostbyteException e) {
      assertThat(e.problem().code()).isEqualTo(ProblemCode.STORAGE_FAILED);
      return 0;
    }
  }

  private static List<String> answers(TenantSession session) {
    List<String> answers = new ArrayList<>();
    answers.add(session.counts().toString());
    for (String query : QUERIES) {
      List<Passage> passages = session.search(Query.of(query).topK(5)).passages();
      answers.add(passages.stream().map(p -> p.chunk() + " " + p.score()).toList().toString());
    }
    return answers;
  }

  private static void remove(House house, String stage) throws IOException {
    Path tenants = house.home().resolve("tenants");
    List<Path> found;
    try (var walk = Files.walk(tenants)) {
      found = walk.filter(path -> path.toString().contains(stage)).toList();
    }
    assertThat(found).isNotEmpty();
    for (Path path : found.stream().sorted(Comparator.reverseOrder()).toList()) {
      Files.delete(path);
    }
  }

  private static void closeQuietly(TenantSession session) {
    try {
      session.close();
    } catch (FrostbyteException e) {
      assertThat(e.problem().code()).isNotNull();
    }
  }
}
