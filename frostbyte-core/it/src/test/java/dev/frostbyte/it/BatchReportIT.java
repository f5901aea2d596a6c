package dev.frostbyte.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.BatchId;
import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.model.DocumentOutcome;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.core.Batch;
import dev.frostbyte.core.BatchSummary;
import dev.frostbyte.core.IngestRun;
import dev.frostbyte.core.PipelineLimits;
import dev.frostbyte.core.ProgressListener;
import dev.frostbyte.core.TenantSession;
import dev.frostbyte.core.report.BatchReport;
import dev.frostbyte.core.report.FileReport;
import dev.frostbyte.core.report.ReportFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A batch's report holds that batch, however its events lie among those of others. */
class BatchReportIT {
  @TempDir private Path folder = Path.of("replaced by JUnit");

  @Test
  void batchesUnderWayAtTheSameTimeAreKeptApart() throws IOException {
    Batch one = Batch.ofFolder(Samples.texts(folder.resolve("one"), 3));
    Batch other = Batch.ofFolder(Samples.texts(folder.resolve("other"), 5));
    try (House house = House.open(folder);
        TenantSession session = house.session(House.A)) {
      try (IngestRun begun = session.ingest(one, ProgressListener.NONE)) {
        begun.next();
        House.ingest(session, other);
        assertThat(session.report(one.id()).complete()).isFalse();
        while (begun.next().isPresent()) {
          assertThat(session.report(other.id()).complete()).isTrue();
        }
      }
      holds(session, one, 3);
      holds(session, other, 5);
      assertThat(session.batches())
          .extracting(BatchSummary::batch)
          .containsExactly(one.id(), other.id());
      assertThat(session.batches()).allMatch(BatchSummary::complete);
    }
  }

  @Test
  void theNewestTimeCountsAlsoAfterARunThatWasParked() throws IOException {
    Batch batch = Batch.ofFolder(Samples.texts(folder.resolve("in"), 4));
    try (House house = House.open(folder);
        TenantSession session = house.session(House.A)) {
      try (IngestRun parked = session.ingest(batch, ProgressListener.NONE)) {
        parked.next();
      }
      assertThat(session.report(batch.id()).complete()).isFalse();
      assertThat(session.batches()).noneMatch(BatchSummary::complete);
      House.ingest(session, batch);
      holds(session, batch, 4);
      House.ingest(session, batch);
      holds(session, batch, 4);
      assertThat(session.report(batch.id()).files())
          .extracting(FileReport::outcome)
          .containsOnly("unchanged");
      assertThat(session.batches()).singleElement().matches(BatchSummary::complete);
    }
  }

  @Test
  void anErasureAfterTwoRunsAtOnceLeavesTheReportOfTheNewerOne() throws IOException {
    Batch batch = Batch.ofFolder(Samples.texts(folder.resolve("in"), 3));
    try (House house = oneFileAtATime();
        TenantSession session = house.session(House.A)) {
      try (IngestRun older = session.ingest(batch, ProgressListener.NONE);
          IngestRun newer = session.ingest(batch, ProgressListener.NONE)) {
        older.next();
        newer.next();
        DocumentId read = older.next().orElseThrow().document();
        drain(older);
        drain(newer);
        session.erase(read);
      }
      BatchReport report = session.report(batch.id());
      assertThat(report.complete()).isTrue();
      assertThat(report.files()).extracting(FileReport::outcome).containsOnly("unchanged");
      assertThat(report.files()).extracting(FileReport::fileId).hasSize(3).containsOnlyOnce("");
      assertThat(session.signReport(batch.id(), ReportFormat.JSON).bytes()).isNotEmpty();
    }
  }

  @Test
  void theEndOfAnOlderRunIsNotThatOfTheNewerOne() throws IOException {
    Batch batch = Batch.ofFolder(Samples.texts(folder.resolve("in"), 3));
    try (House house = oneFileAtATime();
        TenantSession session = house.session(House.A)) {
      try (IngestRun older = session.ingest(batch, ProgressListener.NONE);
          IngestRun parked = session.ingest(batch, ProgressListener.NONE)) {
        older.next();
        parked.next();
        drain(older);
      }
      assertThat(session.report(batch.id()).complete()).isFalse();
      assertThat(session.batches()).singleElement().matches(summary -> !summary.complete());
    }
  }

  @Test
  void aBatchThatNeverCameHasNoReport() throws IOException {
    try (House house = House.open(folder);
        TenantSession session = house.session(House.A)) {
      House.code(() -> session.report(new BatchId("never-came")), ProblemCode.BATCH_NOT_FOUND);
      assertThat(session.batches()).isEmpty();
    }
  }

  /** So that what a run does next is known. */
  private House oneFileAtATime() throws IOException {
    PipelineLimits usual = PipelineLimits.DEFAULT;
    PipelineLimits narrow =
        new PipelineLimits(
            usual.maxFileBytes(),
            usual.maxBytesInFlight(),
            1,
            usual.longestReview(),
            usual.parse());
    return House.Plan.of(folder).limits(narrow).open();
  }

  private static void drain(IngestRun run) {
    Optional<DocumentOutcome> next = run.next();
    while (next.isPresent()) {
      next = run.next();
    }
  }

  private static void holds(TenantSession session, Batch batch, int files) {
    BatchReport report = session.report(batch.id());
    assertThat(report.complete()).isTrue();
    assertThat(report.files()).extracting(FileReport::fileId).isEqualTo(ids(batch));
    assertThat(report.files()).hasSize(files);
  }

  private static List<String> ids(Batch batch) {
    return batch.files().stream().map(file -> file.fileId()).toList();
  }
}
