package dev.frostbyte.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.BatchId;
import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.api.model.SubmissionId;
import dev.frostbyte.api.model.UntrustedText;
import dev.frostbyte.core.document.Json;
import dev.frostbyte.core.policy.Scan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A journal that an older version wrote is read as it stands. */
class OlderRecordTest {
  @Test
  void anOutcomeOfBeforeDetectorsAndAttachmentsWereToldIsRead() throws IOException {
    OutcomeRecord now = submission().unread(null);
    String older =
        new String(Json.bytes(now), StandardCharsets.UTF_8)
            .replace("\"detectors\":{},", "")
            .replace("\"attachedTo\":null,", "")
            .replace("\"brought\":null,", "");
    assertThat(older).doesNotContain("detectors", "attachedTo", "brought");
    assertThat(Json.read(older.getBytes(StandardCharsets.UTF_8), OutcomeRecord.class))
        .isEqualTo(now);
  }

  private static Submission submission() {
    return new Submission(
        new BatchId("batch"),
        new SubmissionId("sub_" + "0".repeat(32)),
        "file-1",
        UntrustedText.of("a.txt"),
        "text/plain",
        1,
        ContentHash.of(new byte[1]),
        Scan.NOT_REACHED,
        null);
  }
}
