package dev.frostbyte.core.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frostbyte.api.model.FrostbyteException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PdfReportTest {
  @Test
  void everyCountIsInIt() throws IOException {
    String text = text(everything()).replaceAll("\\s+", " ");
    Summary sums = Reports.everything().summary();
    List<FileReport> files = Reports.everything().files();
    for (String outcome : Outcomes.WORDS) {
      assertThat(text)
          .contains(
              outcome + " " + Outcomes.count(sums, outcome) + " " + Outcomes.meaning(outcome));
    }
    assertThat(text)
        .contains("all files handed in " + sums.submitted())
        .contains("with a remark " + ReadState.count(files, ReadState.REMARKED) + " Read in this");
  }

  @Test
  void isAFourWithNumbersBookmarksAndTags() throws IOException {
    try (PDDocument document = Loader.loadPDF(everything())) {
      int pages = document.getNumberOfPages();
      assertThat(pages).isGreaterThan(4);
      for (PDPage page : document.getPages()) {
        assertThat(page.getMediaBox().getHeight()).isEqualTo(PDRectangle.A4.getHeight());
      }
      String text = new PDFTextStripper().getText(document);
      for (int page = 1; page <= pages; page++) {
        assertThat(text).contains("Page " + page + " of " + pages);
      }
      assertThat(bookmarks(document))
          .contains(
              "Required vendor fixes",
              "Evidence for auditors",
              "Signature of this report",
              "Sign-off");
      assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en");
      assertThat(types(document.getDocumentCatalog().getStructureTreeRoot()))
          .contains("Document", "H1", "H2", "P", "Table", "TR", "TH", "TD", "Figure", "L", "LI");
    }
  }

  @Test
  void embedsEveryFontAndCallsForNothing() throws IOException {
    try (PDDocument document = Loader.loadPDF(everything())) {
      for (PDPage page : document.getPages()) {
        for (COSName name : page.getResources().getFontNames()) {
          PDFont font = page.getResources().getFont(name);
          assertThat(font.isEmbedded()).isTrue();
          assertThat(font.getName()).endsWith("LiberationSans");
        }
        assertThat(page.getAnnotations()).isEmpty();
      }
      assertThat(document.getDocumentCatalog().getOpenAction()).isNull();
      assertThat(document.getDocumentCatalog().getNames()).isNull();
    }
  }

  @Test
  void sameReportSameBytes() {
    assertThat(everything()).isEqualTo(everything());
  }

  @Test
  void anotherCountGivesOtherBytes() {
    BatchReport one = Reports.of(List.of(Reports.stored("a.pdf")));
    BatchReport other = Reports.of(List.of(Reports.stored("b.pdf")));
    assertThat(ReportFormat.PDF.write(one, null)).isNotEqualTo(ReportFormat.PDF.write(other, null));
  }

  @Property(tries = 60)
  void noFileNameBreaksIt(@ForAll String name) throws IOException {
    assertThat(text(page(name))).contains("The counts agree: 1 handed in");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u5951\u7d04\u66f8.pdf",
        "\u0639\u0642\u062f.pdf",
        "\ud83d\ude00\u200d\ud83d\ude80.png",
        "a\u202Efdp.exe",
        "line\nbreak\r\n.txt",
        "\ud800half"
      })
  void whatCannotBeDrawnIsShownByNumber(String name) throws IOException {
    String text = text(page(name));
    assertThat(text).contains("[U+");
    assertThat(text.codePoints().noneMatch(point -> point == 0x202e)).isTrue();
  }

  @Test
  void saysThatLettersAreMissing() throws IOException {
    assertThat(text(page("\u5951.pdf"))).contains("1 kind of letter is not in the font");
    assertThat(text(page("Gr\u00fc\u00dfe \u03b1\u03b2 \u0416.pdf")))
        .doesNotContain("in the font of");
  }

  @Test
  void drawsHebrewFromRightToLeftAsItIsRead() throws IOException {
    assertThat(text(page("\u05d7\u05d5\u05d6\u05d4"))).contains("\u05d7\u05d5\u05d6\u05d4");
  }

  @Test
  void aNameLongerThanAPageIsWritten() throws IOException {
    String name = "0123456789".repeat(900) + "end";
    String text = text(page(name)).replaceAll("\\s", "");
    assertThat(text).contains("789end", "Thecountsagree");
  }

  @Test
  void thousandFilesKeepTheirHeads() throws IOException {
    List<FileReport> files = new ArrayList<>();
    for (int number = 0; number < 300; number++) {
      files.add(Reports.stored("file-" + number + ".pdf"));
    }
    String text = text(ReportFormat.PDF.write(Reports.of(files), null));
    assertThat(text.split("File Outcome Type Size", -1)).hasSizeGreaterThan(5);
    assertThat(text).contains("file-0.pdf", "file-299.pdf");
  }

  @Test
  void aBatchTooLongForItIsRefusedWithBothNumbers() {
    List<FileReport> files = Collections.nCopies(1_001, Reports.stored("a.pdf"));
    assertThatThrownBy(() -> ReportFormat.PDF.write(Reports.of(files), null))
        .isInstanceOf(FrostbyteException.class)
        .hasMessageContaining("1000")
        .hasMessageContaining("1001");
    ReportFormat.PDF.requireFitting(Reports.of(files.subList(1, 1_001)));
  }

  private static byte[] everything() {
    BatchReport report = Reports.everything();
    return report.write(ReportFormat.PDF, Reports.signature(report));
  }

  private static byte[] page(String name) {
    return ReportFormat.PDF.write(Reports.of(List.of(Reports.stored(name))), null);
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }

  private static List<String> bookmarks(PDDocument document) {
    List<String> titles = new ArrayList<>();
    for (PDOutlineItem item : document.getDocumentCatalog().getDocumentOutline().children()) {
      titles.add(item.getTitle());
    }
    return titles;
  }

  private static TreeSet<String> types(PDStructureNode node) {
    TreeSet<String> types = new TreeSet<>();
    for (Object kid : node.getKids()) {
      if (kid instanceof PDStructureElement element) {
        types.add(element.getStructureType());
        types.addAll(types(element));
      }
    }
    return types;
  }
}
