package dev.frostbyte.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.Chunk;
import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.model.DocumentOutcome;
import dev.frostbyte.core.PipelineLimits;
import dev.frostbyte.core.TenantSession;
import dev.frostbyte.core.document.Bundle;
import dev.frostbyte.core.document.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Law 7: same bytes, plugins and configuration, same documents, chunks and vectors, in any home,
 * order and number of threads. Ids are the tenant's own, so places and texts are compared.
 */
class Law7DeterministicIT {
  @TempDir private Path folder = Path.of("replaced by JUnit");

  @Test
  void twoHomesReadTheSameWhateverRunsBesideIt() throws IOException {
    SortedMap<String, String> alone = read("one", 1);
    SortedMap<String, String> together = read("many", 16);
    assertThat(together).isEqualTo(alone);
    assertThat(alone).hasSizeGreaterThan(12);
    assertThat(alone.values()).doesNotHaveDuplicates();
  }

  @Test
  void chunkIdsAreTheSameAfterAnErasureAndAnotherIngest() throws IOException {
    try (House house = House.open(folder);
        TenantSession session = house.session(House.A)) {
      List<String> before = chunkIds(session);
      session.erase(session.documents("", 1).getFirst().document());
      assertThat(chunkIds(session)).isEqualTo(before).isNotEmpty();
    }
  }

  private List<String> chunkIds(TenantSession session) throws IOException {
    House.ingest(session, Samples.marked(folder));
    return session.search(dev.frostbyte.core.Query.of(Samples.MARKER)).passages().stream()
        .map(passage -> passage.chunk().value())
        .toList();
  }

  private SortedMap<String, String> read(String name, int files) throws IOException {
    Path place = folder.resolve(name);
    List<DocumentId> documents = new ArrayList<>();
    PipelineLimits limits =
        new PipelineLimits(
            100 << 20,
            256 << 20,
            files,
            PipelineLimits.DEFAULT.longestReview(),
            PipelineLimits.DEFAULT.parse());
    try (House house = House.Plan.of(place).limits(limits).open();
        TenantSession session = house.session(House.A)) {
      House.ingest(session, Samples.documents()).stream()
          .filter(DocumentOutcome.Stored.class::isInstance)
          .forEach(outcome -> documents.add(outcome.document()));
    }
    SortedMap<String, String> read = new TreeMap<>();
    for (Map.Entry<String, Bundle> entry : Bundled.read(place, documents).entrySet()) {
      read.put(entry.getKey(), told(entry.getValue()));
    }
    return read;
  }

  private static String told(Bundle bundle) {
    StringBuilder told = new StringBuilder();
    told.append(Json.pretty(bundle.canonical())).append(Json.pretty(bundle.findings()));
    told.append(Json.pretty(bundle.served())).append(Json.pretty(bundle.redactions()));
    for (Chunk chunk : bundle.chunks()) {
      told.append(chunk.span()).append(chunk.embedded().value()).append(chunk.flags());
    }
    bundle.vectors().forEach(vector -> told.append(Arrays.toString(vector)));
    return told.toString();
  }
}
