package dev.frostbyte.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.frostbyte.api.model.DocumentOutcome;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.spi.StageProvider;
import dev.frostbyte.api.tenant.TenantId;
import dev.frostbyte.core.Batch;
import dev.frostbyte.core.IngestRun;
import dev.frostbyte.core.Pipeline;
import dev.frostbyte.core.ProgressListener;
import dev.frostbyte.core.Query;
import dev.frostbyte.core.TenantSession;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Law 1: a tenant is a capability. */
class Law1TenantIsACapabilityIT {
  @TempDir private Path folder = Path.of("replaced by JUnit");

  @Test
  void noExtensionPointTakesATenant() {
    List<Class<?>> types = typesOfTheApi("dev.frostbyte.api.spi");
    assertThat(types).contains(StageProvider.class).hasSizeGreaterThan(20);
    assertThat(types.stream().flatMap(Law1TenantIsACapabilityIT::methodsWithATenant)).isEmpty();
    assertThat(
            typesOfTheApi("dev.frostbyte.api.tenant").stream()
                .filter(type -> type != TenantId.class)
                .flatMap(Law1TenantIsACapabilityIT::methodsWithATenant))
        .isEmpty();
  }

  @Test
  void theCheckFindsAMethodThatTakesATenant() {
    assertThat(methodsWithATenant(Careless.class)).hasSize(1);
  }

  @Test
  void aRunEndsWithTheSessionItBelongsTo() throws IOException {
    try (House house = House.open(folder);
        TenantSession other = house.session(House.A)) {
      TenantSession session = house.session(House.A);
      Batch batch = Batch.ofFolder(Samples.texts(folder.resolve("in"), 12));
      try (IngestRun run = session.ingest(batch, ProgressListener.NONE)) {
        assertThat(run.next()).isPresent();
        session.close();
        House.code(run::next, ProblemCode.CANCELLED);
        assertThat(run.next()).isEmpty();
      }
      assertThat(other.counts().documents()).isLessThan(12);
    }
  }

  @Test
  void aSessionEndsWithItsPipeline() throws IOException {
    House house = House.open(folder);
    TenantSession session = house.session(House.A);
    house.close();
    assertThatIllegalStateException()
        .isThrownBy(() -> session.search(Query.of("anything")))
        .withMessageContaining("pipeline was closed");
    session.close();
  }

  @Test
  void thePipelineCanNeitherReadNorWriteADocument() {
    assertThat(
            Arrays.stream(Pipeline.class.getDeclaredMethods())
                .filter(method -> !method.isSynthetic())
                .map(Method::getName))
        .containsExactlyInAnyOrder(
            "builder",
            "embedded",
            "createTenant",
            "verifyAudit",
            "tenants",
            "open",
            "workbench",
            "egress",
            "close");
    assertThat(
            Arrays.stream(Pipeline.class.getDeclaredMethods())
                .flatMap(
                    method ->
                        Stream.concat(
                            Stream.of(method.getReturnType()),
                            Arrays.stream(method.getParameterTypes())))
                .map(Class::getSimpleName))
        .noneMatch(name -> name.contains("Document") || name.contains("Chunk"));
  }

  @Test
  void equalFilesOfTwoTenantsShareNothing() throws IOException {
    Path file = Samples.marked(folder);
    try (House house = House.open(folder);
        TenantSession a = house.session(House.A);
        TenantSession b = house.session(House.B)) {
      DocumentOutcome ofA = House.ingest(a, file).getFirst();
      assertThat(finds(a)).isTrue();
      assertThat(finds(b)).isFalse();
      assertThat(b.document(ofA.document())).isEmpty();
      House.code(
          () -> b.erase(ofA.document()), dev.frostbyte.api.model.ProblemCode.DOCUMENT_NOT_FOUND);
      assertThat(b.counts().documents()).isZero();

      DocumentOutcome ofB = House.ingest(b, file).getFirst();
      assertThat(ofB).isInstanceOf(DocumentOutcome.Stored.class);
      assertThat(ofB.document()).isNotEqualTo(ofA.document());
      assertThat(chunks(b)).doesNotContainAnyElementsOf(chunks(a)).isNotEmpty();
      b.erase(ofB.document());
      assertThat(finds(a)).isTrue();
      assertThat(a.document(ofA.document())).isPresent();
    }
  }

  @Test
  void aReceiptOfOneTenantProvesNothingInAnother() throws IOException {
    try (House house = House.open(folder);
        TenantSession a = house.session(House.A);
        TenantSession b = house.session(House.B)) {
      DocumentOutcome ofA = House.ingest(a, Samples.marked(folder)).getFirst();
      House.ingest(b, Samples.texts(folder.resolve("in"), 2));
      assertThat(a.prove(ofA.receipt())).isNotEmpty();
      org.assertj.core.api.Assertions.assertThatThrownBy(() -> b.prove(ofA.receipt()))
          .isInstanceOf(RuntimeException.class);
    }
  }

  private static boolean finds(TenantSession session) {
    return session.search(Query.of(Samples.MARKER)).passages().stream()
        .anyMatch(passage -> passage.text().value().contains(Samples.MARKER));
  }

  private static List<String> chunks(TenantSession session) {
    return session.search(Query.of(Samples.MARKER)).passages().stream()
        .map(passage -> passage.chunk().value())
        .toList();
  }

  private static Stream<Method> methodsWithATenant(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method -> Arrays.asList(method.getParameterTypes()).contains(TenantId.class));
  }

  private static List<Class<?>> typesOfTheApi(String name) {
    return new ClassFileImporter()
        .importPackages(name).stream()
            .filter(
                type ->
                    type.getModifiers()
                        .contains(com.tngtech.archunit.core.domain.JavaModifier.PUBLIC))
            .<Class<?>>map(type -> type.reflect())
            .toList();
  }

  /** What nobody may write. */
  private interface Careless {
    String read(TenantId tenant, String document);
  }
}
