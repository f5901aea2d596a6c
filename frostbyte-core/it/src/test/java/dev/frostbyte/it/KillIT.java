package dev.frostbyte.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.model.DocumentOutcome;
import dev.frostbyte.core.TenantSession;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a process in mid-ingest, again and again. */
class KillIT {
  private static final int FILES = 30;
  private static final int TRIALS = 7;

  @TempDir private Path folder = Path.of("replaced by JUnit");

  @Test
  void losesNothingAcknowledgedAndTheNextRunFinishesTheRest() throws Exception {
    Path in = Samples.texts(folder.resolve("in"), FILES);
    Random random = new Random(20261122);
    int atOnce = 0;
    for (int trial = 0; trial < TRIALS; trial++) {
      Path place = folder.resolve("trial-" + trial);
      List<DocumentId> acknowledged = killAfter(1 + random.nextInt(FILES - 10), place, in);
      assertThat(acknowledged).isNotEmpty();
      atOnce += check(place, in, acknowledged);
    }
    assertThat(atOnce).as("kills that came before the end of the run").isPositive();
  }

  private static List<DocumentId> killAfter(int outcomes, Path place, Path in) throws Exception {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Victim.class.getName(),
                place.toString(),
                in.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    List<DocumentId> acknowledged = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
      String line = lines.readLine();
      while (line != null && acknowledged.size() < outcomes) {
        acknowledged.add(new DocumentId(line));
        line = lines.readLine();
      }
    } finally {
      child.destroyForcibly().waitFor();
    }
    return acknowledged;
  }

  /** Returns 1 when the process died before it was done. */
  private static int check(Path place, Path in, List<DocumentId> acknowledged) throws IOException {
    try (House house = House.open(place);
        TenantSession session = house.session(House.A)) {
      long before = session.counts().documents();
      assertThat(session.verifyAudit().intact()).isTrue();
      for (DocumentId document : acknowledged) {
        assertThat(session.document(document)).as(document.value()).isPresent();
      }
      List<DocumentOutcome> again = House.ingest(session, in);
      long unchanged = again.stream().filter(DocumentOutcome.Unchanged.class::isInstance).count();
      assertThat(unchanged).isEqualTo(before);
      assertThat(again).hasSize(FILES);
      assertThat(session.counts().documents()).isEqualTo(FILES);
      assertThat(session.verifyAudit().intact()).isTrue();
      assertThat(ErasureIT.objects(house.home())).hasSize(2 * FILES);
      return before < FILES ? 1 : 0;
    }
  }
}
