package dev.frostbyte.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.model.UntrustedText;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class ChecksumsTest {
  private static final UntrustedText TEXT = UntrustedText.of("manifest.json");
  private static final ManifestFacts MANIFEST =
      new ManifestFacts(TEXT, ContentHash.of(new byte[] {3}), TEXT, TEXT);

  @Test
  void everyFileThatCameWholeIsAsTheManifestSays() {
    FileReport unreadable = Reports.refused("b.pdf", "rejected", ProblemCode.FILE_CORRUPTED);
    assertThat(sums(Reports.stored("a.pdf"), unreadable).words())
        .isEqualTo("PASS: 2 as the manifest says, 0 different, 0 missing, 0 not compared");
  }

  /** The disk was full while it was received: nobody knows what bytes came. */
  @Test
  void aFileWhoseReceivingFailedWasNotCompared() {
    FileReport failed =
        new FileMaker(Reports.refused("b.pdf", "failed", ProblemCode.STORAGE_FAILED))
            .absent()
            .make();
    assertThat(sums(Reports.stored("a.pdf"), failed).words())
        .isEqualTo("INCOMPLETE: 1 as the manifest says, 0 different, 0 missing, 1 not compared");
  }

  @Test
  void anErasedFileIsNotCompared() {
    assertThat(sums(Reports.erased("stored"))).isEqualTo(new Checksums(0, 0, 0, 1));
  }

  @Test
  void everyFileIsUnderOneOfTheFour() {
    Checksums sums =
        Checksums.of(
            Reports.of(MANIFEST, List.of(missing(), different(), Reports.stored("c")), false, 5));
    assertThat(sums).isEqualTo(new Checksums(1, 1, 1, 2));
    assertThat(sums.verdict()).isEqualTo("FAIL");
  }

  @Test
  void filesWithoutAnOutcomeAreNotSaidToHaveArrived() {
    String page = Reports.of(MANIFEST, List.of(missing(), Reports.stored("c")), false, 5).toHtml();
    assertThat(Jsoup.parse(page).text())
        .contains("Files in the manifest 5 Files that arrived 1 Files compared with it FAIL");
  }

  @Test
  void onlyFilesOfWhichSomethingCameHaveArrived() {
    FileReport locked =
        new FileMaker(Reports.refused("l", "rejected", ProblemCode.FILE_UNREADABLE))
            .absent()
            .make();
    FileReport brokenOff = Reports.refused("b", "rejected", ProblemCode.FILE_UNREADABLE);
    BatchReport report =
        Reports.of(MANIFEST, List.of(locked, brokenOff, Reports.stored("c")), true, 3);
    assertThat(Jsoup.parse(report.toHtml()).text())
        .contains("Files that arrived 2, of which 1 not whole Files compared");
  }

  /** It would be the hash of something else. */
  @Test
  void aFileThatBrokeOffIsListedWithoutTheHashOfItsPart() {
    FileReport brokenOff = Reports.refused("b", "rejected", ProblemCode.FILE_UNREADABLE);
    BatchReport report = Reports.of(MANIFEST, List.of(brokenOff), true, 1);
    assertThat(report.toHtml()).contains("<code>not received whole</code>");
    assertThat(ReportJson.of(report).at("/files/0/intake/sha256").isNull()).isTrue();
  }

  private static FileReport missing() {
    return new FileMaker(Reports.refused("a", "rejected", ProblemCode.FILE_MISSING))
        .absent()
        .make();
  }

  private static FileReport different() {
    return Reports.refused("b", "rejected", ProblemCode.CHECKSUM_MISMATCH);
  }

  private static Checksums sums(FileReport... files) {
    return Checksums.of(Reports.of(MANIFEST, List.of(files), true, files.length));
  }
}
