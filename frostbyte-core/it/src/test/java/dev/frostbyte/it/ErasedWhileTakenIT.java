package dev.frostbyte.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.audit.AuditEvent;
import dev.frostbyte.api.audit.AuditLog;
import dev.frostbyte.api.audit.AuditProvider;
import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.core.Batch;
import dev.frostbyte.core.ErasureReceipt;
import dev.frostbyte.core.IngestRun;
import dev.frostbyte.core.Pipeline;
import dev.frostbyte.core.TenantSession;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An erasure that was acknowledged leaves nothing of the file, also what was being written then.
 */
class ErasedWhileTakenIT {
  @TempDir private Path temp = Path.of("replaced by JUnit");

  @Test
  void whatIsWrittenWhileTheFileAroundItIsErasedIsGoneWhenTheErasureIsAcknowledged()
      throws Exception {
    Path folder = temp.toRealPath();
    NestedParserProvider.put("one.md", "The first of the year.\n");
    NestedParserProvider.put("two.md", "The second of the year.\n");
    Path mail = Files.writeString(folder.resolve("mail.md"), "A letter.\n+ one.md\n+ two.md\n");
    Erasing erasing = new Erasing();
    try (Pipeline pipeline = pipeline(folder, erasing);
        TenantSession session = House.session(pipeline, House.A, House.CALLER)) {
      erasing.session = Optional.of(session);
      try (IngestRun run =
          session.ingest(
              Batch.of(List.of(mail)), progress -> erasing.seen(progress.file().value()))) {
        while (run.next().isPresent()) {
          assertThat(run.batch()).isNotNull();
        }
      }
      ErasureReceipt receipt = erasing.receipt.get();
      assertThat(erasing.left).as("served after the receipt").isEmpty();
      assertThat(receipt.attachments()).hasSize(1);
      assertThat(session.documents("", 10)).isEmpty();
      assertThat(session.verifyAudit().intact()).isTrue();
    }
  }

  /** Erases the file around the first attachment between the intent of its put and its outcome. */
  private static final class Erasing implements Consumer<AuditEvent> {
    private final CompletableFuture<ErasureReceipt> receipt = new CompletableFuture<>();
    private volatile Optional<TenantSession> session = Optional.empty();
    private volatile boolean begun;
    private volatile List<String> left = List.of();

    @Override
    public void accept(AuditEvent event) {
      Object parent = event.data().get("parent");
      if (event.type() == EventType.PUBLISH_REQUESTED && parent != null && !begun) {
        begun = true;
        Thread eraser =
            Thread.ofPlatform().start(() -> receipt.complete(erase(String.valueOf(parent))));
        while (eraser.getState() != Thread.State.WAITING) {
          Thread.onSpinWait();
        }
      }
    }

    private ErasureReceipt erase(String parent) {
      return session.orElseThrow().erase(new DocumentId(parent));
    }

    /** The next attachment begins; the erasure ends before it goes on. */
    void seen(String file) {
      if (begun && file.equals("two.md") && !receipt.isDone()) {
        receipt.join();
        left =
            session.orElseThrow().documents("", 10).stream()
                .map(row -> row.fileName().value())
                .toList();
      }
    }
  }

  private static Pipeline pipeline(Path folder, Consumer<AuditEvent> before) throws IOException {
    House.Wrapping telling = real -> telling(AuditProvider.class, real, before);
    return House.bare(folder, House.home(folder), telling)
        .parser("nested")
        .inspector("class")
        .build();
  }

  private static <T> T telling(Class<T> kind, T real, Consumer<AuditEvent> before) {
    return kind.cast(
        Proxy.newProxyInstance(
            kind.getClassLoader(),
            new Class<?>[] {kind},
            (proxy, method, arguments) -> {
              if (arguments != null && arguments[0] instanceof AuditEvent event) {
                before.accept(event);
              }
              try {
                Object answer = method.invoke(real, arguments);
                return answer instanceof AuditLog log
                    ? telling(AuditLog.class, log, before)
                    : answer;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }
}
