package dev.frostbyte.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.audit.AuditEntry;
import dev.frostbyte.api.audit.AuditEvent;
import dev.frostbyte.api.audit.AuditReceipt;
import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.api.model.BatchId;
import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.api.model.SubmissionId;
import dev.frostbyte.api.model.UntrustedText;
import dev.frostbyte.api.spi.EmbeddingSpace;
import dev.frostbyte.api.spi.ObjectRef;
import dev.frostbyte.core.policy.Scan;
import dev.frostbyte.core.report.FileReport;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FileFactsTest {
  private static final ContentHash HASH = ContentHash.of(new byte[] {1});
  private static final EmbeddingSpace SPACE =
      new EmbeddingSpace("onnx", "small-model", "r1", 384, "cls", "l2", "", "", "t1");

  /** Only the outcome is asked: the pipeline may have another model by now. */
  @Test
  void namesTheModelThatMadeTheVectors() {
    OutcomeRecord record =
        unread()
            .with(
                new OutcomeRecord.Reading(
                    null, 1, new ObjectRef(HASH, 7), null, OutcomeRecord.Vectors.in(SPACE)));
    assertThat(facts().of(record).handling())
        .isEqualTo(new FileReport.Handling("", "small-model", 384));
  }

  @Test
  void namesNoModelWhereThereAreNoVectors() {
    assertThat(facts().of(unread()).handling()).isEqualTo(new FileReport.Handling("", "", 0));
  }

  private static OutcomeRecord unread() {
    return new Submission(
            new BatchId("batch"),
            new SubmissionId("sub_" + HASH.hex().substring(0, 32)),
            "file-1",
            UntrustedText.of("a.txt"),
            "text/plain",
            1,
            HASH,
            Scan.NONE,
            null)
        .unread(null);
  }

  private static FileFacts facts() {
    AuditEvent event =
        new AuditEvent(
            new UUID(0, 2),
            EventType.DOCUMENT_PUBLISHED,
            Instant.EPOCH,
            "actor",
            "doc_" + HASH.hex().substring(0, 32),
            new TreeMap<>(),
            List.of());
    AuditReceipt receipt = new AuditReceipt("test/log", 1, HASH);
    return new FileFacts(new AuditEntry(receipt, event, new byte[0]), null);
  }
}
