package dev.frostbyte.bench.spine;

import dev.frostbyte.api.audit.Verification;
import dev.frostbyte.api.file.DurableDirectory;
import dev.frostbyte.api.model.DocumentOutcome;
import dev.frostbyte.api.tenant.Caller;
import dev.frostbyte.api.tenant.TenantId;
import dev.frostbyte.audit.FileAuditProvider;
import dev.frostbyte.core.Batch;
import dev.frostbyte.core.IngestRun;
import dev.frostbyte.core.Pipeline;
import dev.frostbyte.core.ProgressListener;
import dev.frostbyte.core.TenantSession;
import dev.frostbyte.core.keys.FileKeyProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the trials share: a pipeline of fake stages and the steps of a trial. */
final class Spine {
  static final Caller CALLER = new Caller("bench", "spine");

  private Spine() {}

  static Pipeline open(Path folder) throws IOException {
    Path home = folder.resolve("home");
    FileKeyProvider keys = FileKeyProvider.open(folder.resolve("keys"));
    DurableDirectory signing = DurableDirectory.at(home.resolve("signing"));
    return Pipeline.builder(keys, FileAuditProvider.open(signing, keys, "frostbyte/spine"), home)
        .detector("spine")
        .host("spine", Map.of())
        .parser("spine")
        .inspector("pii")
        .chunker("by-title")
        .embedding("spine")
        .objects("files")
        .store("spine")
        .index("spine")
        .build();
  }

  static TenantId tenant(int number) {
    return TenantId.of(String.format(Locale.ROOT, "tenant%05d", number));
  }

  /** Makes documents of about 2 KB each. */
  static Path documents(Path folder, int count) throws IOException {
    Path documents = Files.createDirectories(folder.resolve("documents"));
    for (int i = 0; i < count; i++) {
      Files.writeString(
          documents.resolve("d" + i + ".spine"), ("Sentence of document " + i + ". ").repeat(80));
    }
    return documents;
  }

  static List<DocumentOutcome> ingest(TenantSession session, Path documents) throws IOException {
    List<DocumentOutcome> outcomes = new ArrayList<>();
    try (IngestRun run = session.ingest(Batch.ofFolder(documents), ProgressListener.NONE)) {
      for (Optional<DocumentOutcome> next = run.next(); next.isPresent(); next = run.next()) {
        outcomes.add(next.get());
      }
    }
    return outcomes;
  }

  static void requireIntact(TenantSession session) {
    Verification verification = session.verifyAudit();
    if (!verification.intact()) {
      throw new IllegalStateException("the audit log does not verify: " + verification.breaks());
    }
  }
}
