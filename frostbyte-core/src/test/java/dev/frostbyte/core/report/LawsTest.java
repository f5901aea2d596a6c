package dev.frostbyte.core.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frostbyte.api.model.BatchId;
import dev.frostbyte.api.model.DroppedContent;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.tenant.TenantId;
import dev.frostbyte.core.policy.Treatment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** The numbers of a report add up whatever the batch, and one that does not add up is not made. */
class LawsTest {
  @Property(tries = 300)
  void theSumsAgreeWhateverTheBatch(
      @ForAll("batches") List<FileReport> files, @ForAll @IntRange(max = 5) int open) {
    JsonNode sums =
        ReportJson.of(Reports.of(files, open == 0, files.size() + open)).path("summary");
    assertThat(number(sums, "files_submitted")).isEqualTo(files.size() + open);
    assertThat(number(sums, "files_submitted"))
        .isEqualTo(
            sum(sums, "files_accepted", "files_rejected", "files_quarantined", "files_open"));
    assertThat(number(sums, "files_accepted"))
        .isEqualTo(sum(sums, "files_stored", "files_unchanged", "files_held", "files_failed"))
        .isEqualTo(
            sum(
                sums,
                "files_parsed_successfully",
                "files_parsed_with_warnings",
                "files_parse_failed"));
    assertThat(number(sums, "total_chunks_produced"))
        .isEqualTo(sum(sums, "total_chunks_indexed", "total_chunks_quarantined"));
  }

  @Property(tries = 200)
  void theListsHoldWhatTheSumsSay(@ForAll("batches") List<FileReport> files) {
    JsonNode json = ReportJson.of(Reports.of(files));
    JsonNode sums = json.path("summary");
    assertThat(json.path("files")).hasSize(number(sums, "files_submitted"));
    for (String outcome : List.of("rejected", "quarantined", "held", "failed")) {
      assertThat(json.path(outcome + "_files")).hasSize(number(sums, "files_" + outcome));
    }
  }

  @Property(tries = 200)
  void aWholeBatchHasAnOutcomeForEachFile(
      @ForAll("batches") List<FileReport> files, @ForAll @IntRange(max = 40) int submitted) {
    Assume.that(submitted != files.size());
    refused(() -> Reports.of(files, true, submitted), "files were handed in");
  }

  @Property(tries = 100)
  void anOpenBatchHasNoMoreOutcomesThanFiles(
      @ForAll("batches") List<FileReport> files, @ForAll @IntRange(min = 1, max = 9) int fewer) {
    Assume.that(fewer <= files.size());
    refused(() -> Reports.of(files, false, files.size() - fewer), "files were handed in");
  }

  @Test
  void noFileIsListedTwice() {
    FileReport file = FileMaker.named("a.pdf").id("one", 41).make();
    FileReport again = FileMaker.named("a.pdf").id("one", 42).make();
    FileReport sameEntry = FileMaker.named("a.pdf").id("two", 41).make();
    assertThat(whole(List.of(file, FileMaker.named("a.pdf").id("two", 42).make()))).isNotNull();
    refused(() -> whole(List.of(file, again)), "listed twice");
    refused(() -> whole(List.of(file, sameEntry)), "listed twice");
  }

  @Test
  void onlyAStoredFileHasPassages() {
    FileReport held = Reports.refused("a.pdf", "held", ProblemCode.REVIEW_REQUIRED);
    refused(
        () -> Reports.of(List.of(new FileMaker(held).chunks(3).make())), "3 passages of a file");
    refused(
        () -> Reports.of(List.of(new FileMaker(held).withheld(2).make())), "2 passages of a file");
  }

  @Test
  void filesAndAttachmentsAreCountedApartAndBothAddUp() {
    FileReport mail = FileMaker.named("mail.eml").id("file-1", 41).bringing(2).make();
    FileReport one = attachment("file-1/1", 42, mail);
    FileReport two = attachment("file-1/2", 43, mail);
    BatchReport report = whole(List.of(mail), List.of(one, two), true);
    assertThat(report.summary().submitted()).isEqualTo(1);
    assertThat(report.attached().submitted()).isEqualTo(2);
    assertThat(report.all())
        .extracting(file -> file.fileName().value())
        .containsExactly("mail.eml", "mail.eml \u203a file-1/1", "mail.eml \u203a file-1/2");
    assertThat(whole(List.of(mail), List.of(one), false)).isNotNull();
    refused(() -> whole(List.of(mail), List.of(one), true), "1 attachments of a file, but 2");
    refused(() -> whole(List.of(), List.of(one, two), true), "2 attachments of a file, but 0");
    refused(() -> whole(List.of(mail, one), List.of(two), true), "attachments among the files");
    refused(() -> whole(List.of(mail), List.of(one, one), true), "listed twice");
  }

  private static FileReport attachment(String fileId, long entry, FileReport in) {
    return FileMaker.named(fileId).id(fileId, entry).in(in.document()).make();
  }

  private static BatchReport whole(
      List<FileReport> files, List<FileReport> attachments, boolean complete) {
    return new BatchReport(
        new BatchId("b"),
        TenantId.of("acme"),
        null,
        Reports.TIME,
        complete,
        files.size(),
        files,
        attachments);
  }

  @Test
  void anOutcomeIsOneOfTheSix() {
    refused(
        () -> Reports.of(List.of(FileMaker.named("a.pdf").ended("lost", null).make())),
        "none of the six");
  }

  @Test
  void noMorePartsAreListedThanWereLeftOut() {
    FileReport file =
        Reports.with(
            "a.pdf", List.of(new DroppedContent("image", "NO_TEXT", 1, 2)), Map.of(), true);
    FileReport fewer = new FileMaker(file).leftOut(1).make();
    refused(() -> Reports.of(List.of(file), true, 2), "handed in");
    refused(() -> whole(List.of(fewer)), "2 listed losses");
  }

  @Test
  void everyPlaceOfPersonalDataIsTreatedOnce() {
    FileReport file =
        new FileMaker(Reports.stored("a.pdf"))
            .treated(Map.of("EMAIL", new Treatment(2, 0, 0, 0, 0, 0)))
            .found(Map.of("EMAIL", 3))
            .make();
    refused(() -> Reports.of(List.of(file)), "3 places of personal data, but 2 treated");
  }

  @Test
  void placesInPassagesKeptBackAreNotServedAndHaveSuchAPassage() {
    FileReport file = keepingBack(2, 1, 1);
    JsonNode sums = ReportJson.of(Reports.of(List.of(file))).path("personal_data").path("EMAIL");
    assertThat(number(sums, "found"))
        .isEqualTo(sum(sums, "redacted", "flagged", "blocked", "not_served", "in_file_name"))
        .isEqualTo(3);
    assertThat(number(sums, "kept_back")).isEqualTo(1).isLessThan(number(sums, "not_served"));
    refused(() -> Reports.of(List.of(keepingBack(2, 3, 1))), "3 places of personal data in pass");
    refused(() -> Reports.of(List.of(keepingBack(2, 1, 0))), "1 places of personal data in pass");
  }

  private static FileReport keepingBack(int notServed, int keptBack, int passages) {
    return new FileMaker(Reports.stored("a.pdf"))
        .treated(Map.of("EMAIL", new Treatment(1, 0, 0, notServed, keptBack, 0)))
        .withheld(passages)
        .make();
  }

  @Provide
  Arbitrary<List<FileReport>> batches() {
    Arbitrary<FileReport> file =
        Combinators.combine(
                Arbitraries.of(Outcomes.WORDS),
                Arbitraries.integers().between(0, 900),
                Arbitraries.integers().between(0, 9),
                Arbitraries.of(true, false))
            .as(LawsTest::file);
    return file.list().ofMaxSize(30);
  }

  private static FileReport file(String outcome, int read, int lost, boolean erased) {
    if (erased) {
      return Reports.erased(outcome);
    }
    FileReport ended =
        outcome.equals("stored")
            ? Reports.stored("a.pdf")
            : Reports.refused("a.pdf", outcome, ProblemCode.LIMIT_EXCEEDED);
    List<DroppedContent> losses = new ArrayList<>();
    for (int i = 0; i < lost; i++) {
      losses.add(new DroppedContent("image", "NO_TEXT", i, i + 1));
    }
    return new FileMaker(ended).lost(losses).extracted(Reports.share(read, 900)).make();
  }

  private static BatchReport whole(List<FileReport> files) {
    return new BatchReport(
        new BatchId("b"), TenantId.of("acme"), null, Reports.TIME, true, files.size(), files);
  }

  private static int number(JsonNode sums, String key) {
    return sums.path(key).intValue();
  }

  private static int sum(JsonNode sums, String... keys) {
    int sum = 0;
    for (String key : keys) {
      sum += number(sums, key);
    }
    return sum;
  }

  private static void refused(ThrowingCallable making, String why) {
    assertThatThrownBy(making)
        .isInstanceOfSatisfying(
            FrostbyteException.class,
            e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.INTEGRITY_BROKEN))
        .hasMessageContaining("does not add up")
        .hasMessageContaining(why);
  }
}
