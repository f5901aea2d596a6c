package dev.frostbyte.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.Chunk;
import dev.frostbyte.api.model.CodePoints;
import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.model.DocumentOutcome;
import dev.frostbyte.api.model.Element;
import dev.frostbyte.api.model.Span;
import dev.frostbyte.api.model.TextName;
import dev.frostbyte.core.Passage;
import dev.frostbyte.core.Query;
import dev.frostbyte.core.TenantSession;
import dev.frostbyte.core.document.Bundle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Law 6: named texts, exact places. */
class Law6PlacesIT {
  @TempDir private Path folder = Path.of("replaced by JUnit");

  @Test
  void everyChunkIsTheSliceOfServedAtItsPlace() throws IOException {
    List<DocumentId> documents = new ArrayList<>();
    List<Passage> passages = new ArrayList<>();
    try (House house = House.open(folder);
        TenantSession session = house.session(House.A)) {
      House.ingest(session, Samples.documents(), Samples.marked(folder)).stream()
          .filter(DocumentOutcome.Stored.class::isInstance)
          .forEach(outcome -> documents.add(outcome.document()));
      passages.addAll(session.search(Query.of("agreement on services").topK(50)).passages());
    }
    Collection<Bundle> bundles = Bundled.read(folder, documents).values();
    assertThat(bundles).hasSameSizeAs(documents).hasSizeGreaterThan(12);
    bundles.forEach(Law6PlacesIT::check);
    assertThat(passages).isNotEmpty();
    passages.forEach(passage -> check(passage, bundles));
  }

  private static void check(Bundle bundle) {
    CodePoints served = CodePoints.of(bundle.served().text().value());
    int end = 0;
    for (Chunk chunk : bundle.chunks()) {
      assertThat(chunk.span().text()).isEqualTo(TextName.SERVED);
      assertThat(slice(served, chunk.span())).isEqualTo(chunk.text().value());
      assertThat(chunk.span().start()).isGreaterThanOrEqualTo(end);
      end = chunk.span().end();
      assertThat(chunk.span().end()).isLessThanOrEqualTo(served.length());
    }
    CodePoints original = CodePoints.of(bundle.canonical().original().value());
    List<Element> before = bundle.canonical().elements();
    List<Element> after = bundle.served().elements();
    assertThat(after).hasSameSizeAs(before);
    for (int i = 0; i < before.size(); i++) {
      Span place = bundle.redactions().toServed(before.get(i).span());
      assertThat(after.get(i).span()).isEqualTo(place);
    }
    checkRedactions(bundle, served, original);
  }

  private static void checkRedactions(Bundle bundle, CodePoints served, CodePoints original) {
    if (bundle.redactions().redactions().isEmpty()) {
      assertThat(served.text()).isEqualTo(original.text());
    }
    if (original.text().contains(Samples.IBAN)) {
      assertThat(served.text()).doesNotContain(Samples.IBAN).contains(Samples.MARKER);
      Span mark = bundle.redactions().redactions().getFirst().served();
      assertThat(slice(original, bundle.redactions().toOriginal(mark))).contains(Samples.IBAN);
      assertThat(bundle.chunks().toString()).doesNotContain(Samples.IBAN);
    }
  }

  private static void check(Passage passage, Collection<Bundle> bundles) {
    byte[] text = passage.text().value().getBytes(StandardCharsets.UTF_8);
    assertThat(passage.slice()).isEqualTo(ContentHash.of(text));
    Bundle bundle =
        bundles.stream()
            .filter(candidate -> candidate.document().equals(passage.document()))
            .findFirst()
            .orElseThrow();
    assertThat(passage.source()).isEqualTo(bundle.canonical().source());
    CodePoints served = CodePoints.of(bundle.served().text().value());
    assertThat(slice(served, passage.span())).isEqualTo(passage.text().value());
  }

  private static String slice(CodePoints text, Span span) {
    return text.slice(span.start(), span.end());
  }
}
