package dev.frostbyte.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.core.Query;
import dev.frostbyte.core.TenantSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rebuild that cannot read a bundle takes nothing away. */
class RebuildOfDamageIT {
  @TempDir private Path folder = Path.of("replaced by JUnit");

  @Test
  void leavesRowsAndIndexAsTheyWereWhileABundleIsDamaged() throws IOException {
    try (House house = House.open(folder)) {
      List<String> before;
      Map<Path, byte[]> whole;
      try (TenantSession session = house.session(House.A)) {
        House.ingest(session, Samples.texts(folder.resolve("in"), 4));
        before = answers(session);
        whole = damage(house.home());
        House.code(session::rebuild, ProblemCode.INTEGRITY_BROKEN);
        assertThat(answers(session)).isEqualTo(before);
      }
      try (TenantSession session = house.session(House.A)) {
        assertThat(answers(session)).isEqualTo(before);
      }
      for (Map.Entry<Path, byte[]> object : whole.entrySet()) {
        Files.write(object.getKey(), object.getValue());
      }
      try (TenantSession session = house.session(House.A)) {
        session.rebuild();
        assertThat(answers(session)).isEqualTo(before);
      }
    }
  }

  /** Turns a bit at the end of every object; the objects as they were. */
  private static Map<Path, byte[]> damage(Path home) throws IOException {
    Map<Path, byte[]> whole = new HashMap<>();
    for (Path object : ErasureIT.objects(home)) {
      byte[] bytes = Files.readAllBytes(object);
      whole.put(object, bytes.clone());
      bytes[bytes.length - 1] ^= 1;
      Files.write(object, bytes);
    }
    assertThat(whole).isNotEmpty();
    return whole;
  }

  private static List<String> answers(TenantSession session) {
    return List.of(
        session.counts().toString(),
        session.documents("", 100).toString(),
        session.search(Query.of("note number 1").topK(9)).passages().toString());
  }
}
