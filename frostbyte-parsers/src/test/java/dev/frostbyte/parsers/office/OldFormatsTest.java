package dev.frostbyte.parsers.office;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.spi.ParseResult;
import dev.frostbyte.api.spi.ParserProvider;
import dev.frostbyte.api.spi.Parses;
import dev.frostbyte.testkit.ParserContract;
import dev.frostbyte.testkit.Recording;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.apache.poi.hslf.usermodel.HSLFSlide;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.hslf.usermodel.HSLFTextBox;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Office files of 1997 to 2003; the Word document is a small one of Apache Tika's tests. */
class OldFormatsTest {
  static byte[] word() throws IOException {
    try (InputStream in = OldFormatsTest.class.getResourceAsStream("word97.doc")) {
      return Objects.requireNonNull(in).readAllBytes();
    }
  }

  static byte[] excel() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (HSSFWorkbook workbook = new HSSFWorkbook()) {
      HSSFSheet sheet = workbook.createSheet("Data");
      row(sheet, 0, "Item", "Price", "Secret");
      row(sheet, 1, "Tea", "2.50", "x");
      sheet.createRow(2).createCell(0).setCellValue(17.5);
      sheet.addMergedRegion(new CellRangeAddress(2, 2, 0, 1));
      row(sheet, 3, "Hidden row", "", "");
      sheet.getRow(3).setZeroHeight(true);
      sheet.setColumnHidden(2, true);
      row(workbook.createSheet("Shut"), 0, "under cover", "", "");
      workbook.setSheetHidden(1, true);
      workbook.write(out);
    }
    return out.toByteArray();
  }

  static byte[] slides() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (HSLFSlideShow deck = new HSLFSlideShow()) {
      HSLFSlide slide = deck.createSlide();
      slide.addTitle().setText("The title");
      HSLFTextBox box = new HSLFTextBox();
      box.setText("A paragraph of it");
      slide.addShape(box);
      HSLFSlide hidden = deck.createSlide();
      hidden.addTitle().setText("Not shown");
      hidden.setHidden(true);
      deck.write(out);
    }
    return out.toByteArray();
  }

  private static void row(HSSFSheet sheet, int number, String... values) {
    HSSFRow row = sheet.createRow(number);
    for (int i = 0; i < values.length; i++) {
      row.createCell(i).setCellValue(values[i]);
    }
  }

  @Test
  void areReadOnlyWhenNamed() {
    for (Class<?> provider :
        List.of(DocParserProvider.class, XlsParserProvider.class, PptParserProvider.class)) {
      assertThat(provider.getAnnotation(Parses.class).onlyByName()).isTrue();
    }
  }

  @Nested
  class Doc extends ParserContract {
    @Override
    protected ParserProvider provider() {
      return new DocParserProvider();
    }

    @Override
    protected MediaType type() {
      return new MediaType("application/msword");
    }

    @Override
    protected List<byte[]> good() throws IOException {
      return List.of(word());
    }

    @Test
    void readsListsTablesFieldsNotesAndMargins() throws IOException {
      List<String> lines = Shown.of(blocks(word()));
      assertThat(lines)
          .contains(
              "HEADER This is the header text.",
              "li0 [•] Bullet 1",
              "li0 [2)] Number bullet 2",
              "p This is a hyperlink",
              "p This is a footnote.",
              "p Here is a text box",
              "table 3/0 0,0=Row 1 Col 1 0,1=Row 1 Col 2 0,2=Row 1 Col 3 1,0=Row 2 Col 1"
                  + " 1,1=Row 2 Col 2 1,2=Row 2 Col 3");
      assertThat(lines).noneMatch(line -> line.contains("HYPERLINK"));
    }

    @Test
    void reportsMacrosAndObjectsAndReadsNeither() throws IOException {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try (POIFSFileSystem files = new POIFSFileSystem(new ByteArrayInputStream(word()))) {
        files.createDirectory("Macros").createDirectory("VBA");
        DirectoryEntry pool =
            (DirectoryEntry) files.getRoot().getEntryCaseInsensitive("ObjectPool");
        pool.createDirectory("_1234567890");
        files.writeFilesystem(out);
      }
      assertThat(Shown.of(blocks(out.toByteArray())))
          .contains("dropped macro ACTIVE_CONTENT", "dropped embedded object NOT_READ");
    }
  }

  @Nested
  class Xls extends ParserContract {
    @Override
    protected ParserProvider provider() {
      return new XlsParserProvider();
    }

    @Override
    protected MediaType type() {
      return new MediaType("application/vnd.ms-excel");
    }

    @Override
    protected List<byte[]> good() throws IOException {
      return List.of(excel());
    }

    @Test
    void readsSheetsAndKeepsWhatIsHiddenApart() throws IOException {
      assertThat(Shown.of(blocks(excel())))
          .containsExactly(
              "h1 Data",
              "table 2/1 0,0=Item 0,1=Price 1,0=Tea 1,1=2.50 2,0(1x2)=17.5",
              "MARKED_HIDDEN Secret",
              "MARKED_HIDDEN x",
              "MARKED_HIDDEN Hidden row",
              "MARKED_HIDDEN Shut",
              "MARKED_HIDDEN under cover");
    }

    @Test
    void saysThatAWorkbookNeedsAPassword() throws IOException {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try (HSSFWorkbook workbook = new HSSFWorkbook(new ByteArrayInputStream(excel()))) {
        Biff8EncryptionKey.setCurrentUserPassword("secret");
        workbook.write(out);
      } finally {
        Biff8EncryptionKey.setCurrentUserPassword(null);
      }
      assertThat(parse(out.toByteArray(), new Recording()))
          .isInstanceOfSatisfying(
              ParseResult.Refused.class,
              refused ->
                  assertThat(refused.problem().code()).isEqualTo(ProblemCode.FILE_ENCRYPTED));
    }
  }

  @Nested
  class Ppt extends ParserContract {
    @Override
    protected ParserProvider provider() {
      return new PptParserProvider();
    }

    @Override
    protected MediaType type() {
      return new MediaType("application/vnd.ms-powerpoint");
    }

    @Override
    protected List<byte[]> good() throws IOException {
      return List.of(slides());
    }

    @Test
    void readsTitlesAsHeadingsAndKeepsHiddenSlidesApart() throws IOException {
      List<Block> blocks = blocks(slides());
      assertThat(Shown.of(blocks))
          .containsExactly("h1 The title", "p A paragraph of it", "MARKED_HIDDEN Not shown");
    }
  }
}
