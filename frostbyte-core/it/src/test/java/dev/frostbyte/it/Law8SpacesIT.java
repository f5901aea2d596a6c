package dev.frostbyte.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.core.Query;
import dev.frostbyte.core.TenantSession;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Law 8: embedding spaces never mix. */
class Law8SpacesIT {
  @TempDir private Path folder = Path.of("replaced by JUnit");

  @Test
  void anotherModelIsAnErrorAndTheFirstGoesOn() throws IOException {
    try (House house = House.open(folder);
        TenantSession session = house.session(House.A)) {
      House.ingest(session, Samples.marked(folder));
      assertThat(session.search(Query.of(Samples.MARKER)).space().revision())
          .isNotEqualTo("another revision");
    }
    try (House other = House.Plan.of(folder).embedding("other").open()) {
      House.code(() -> other.session(House.A), ProblemCode.SPACE_MISMATCH);
    }
    try (House house = House.open(folder);
        TenantSession session = house.session(House.A)) {
      assertThat(session.search(Query.of(Samples.MARKER)).passages()).isNotEmpty();
    }
  }

  @Test
  void theOtherModelServesAHomeOfItsOwn() throws IOException {
    try (House other = House.Plan.of(folder).embedding("other").open();
        TenantSession session = other.session(House.A)) {
      House.ingest(session, Samples.marked(folder));
      assertThat(session.search(Query.of(Samples.MARKER)).passages()).isNotEmpty();
    }
  }
}
