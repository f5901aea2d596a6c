package dev.frostbyte.parsers.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.HiddenChannel;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The less usual ways to hide text in a PDF document; {@link HiddenTextTest} has the usual ones.
 */
class HiddenChannelsInPdfTest {
  private static final String SECRET = "the secret line";
  private static final String OPEN = "the open line";

  @Test
  void findsTextUnderSeveralFills() {
    found(
        HiddenChannel.COVERED,
        Pdf.page(
            page -> {
              Pdf.text(page, 100, 600, SECRET);
              page.addRect(90, 590, 40, 40);
              page.fill();
              page.addRect(129, 590, 200, 40);
              page.fill();
              open(page);
            }));
  }

  @Test
  void findsTextUnderAThickLine() {
    found(HiddenChannel.COVERED, Pdf.page(page -> lined(page, 40)));
  }

  @Test
  void seesTextUnderAThinLine() {
    assertThat(Pdf.seen(Pdf.blocks(Pdf.page(page -> lined(page, 1))))).contains(SECRET);
  }

  @Test
  void findsTextBesideTheShapeThatClips() {
    found(HiddenChannel.OFF_PAGE, Pdf.page(page -> clipped(page, 20)));
  }

  @Test
  void seesTextInsideTheShapeThatClips() {
    List<Block> blocks = Pdf.blocks(Pdf.page(page -> clipped(page, 470)));
    assertThat(Pdf.seen(blocks)).contains(SECRET);
  }

  @Test
  void findsTextOfTheColourThatABoxHalfSeenThroughGives() {
    found(HiddenChannel.COLOUR, Pdf.page(page -> veiled(page, 0.5f)));
  }

  @Test
  void seesTextOfAnotherColourOnSuchABox() {
    assertThat(Pdf.seen(Pdf.blocks(Pdf.page(page -> veiled(page, 0f))))).contains(SECRET);
  }

  @ParameterizedTest
  @CsvSource({"Not,on", "And,both", "Or,off"})
  void followsVisibilityExpressions(String operator, String groups) {
    found(HiddenChannel.MARKED_HIDDEN, layered(operator, groups));
  }

  @ParameterizedTest
  @CsvSource({"Not,off", "Or,both", "And,on"})
  void seesWhatVisibilityExpressionsShow(String operator, String groups) {
    assertThat(Pdf.seen(Pdf.blocks(layered(operator, groups)))).contains(SECRET);
  }

  @ParameterizedTest
  @CsvSource({"Subj", "RC", "T"})
  void takesEveryTextOfANoteForAComment(String key) {
    found(HiddenChannel.COMMENT, noted("Text", 0, key));
  }

  @Test
  void findsTheValueOfAHiddenField() {
    found(HiddenChannel.MARKED_HIDDEN, noted("Widget", 2, "V"));
  }

  private static void found(HiddenChannel channel, byte[] document) {
    List<Block> blocks = Pdf.blocks(document);
    assertThat(Pdf.hidden(blocks, channel)).containsExactly(SECRET);
    assertThat(Pdf.seen(blocks)).contains(OPEN).doesNotContain("secret");
  }

  private static void open(PDPageContentStream page) throws IOException {
    page.setNonStrokingColor(0f);
    Pdf.text(page, 100, 750, OPEN);
  }

  private static void lined(PDPageContentStream page, float width) throws IOException {
    open(page);
    Pdf.text(page, 100, 600, SECRET);
    page.setLineWidth(width);
    page.moveTo(90, 603);
    page.lineTo(300, 603);
    page.stroke();
  }

  private static void clipped(PDPageContentStream page, float x) throws IOException {
    open(page);
    page.moveTo(0, 0);
    page.lineTo(590, 0);
    page.lineTo(590, 840);
    page.closePath();
    page.clip();
    Pdf.text(page, x, 600, SECRET);
  }

  private static void veiled(PDPageContentStream page, float grey) throws IOException {
    open(page);
    page.saveGraphicsState();
    PDExtendedGraphicsState half = new PDExtendedGraphicsState();
    half.setNonStrokingAlphaConstant(0.5f);
    page.setGraphicsStateParameters(half);
    page.addRect(90, 590, 300, 40);
    page.fill();
    page.restoreGraphicsState();
    page.setNonStrokingColor(grey);
    Pdf.text(page, 100, 600, SECRET);
  }

  private static byte[] noted(String type, int flags, String key) {
    return Pdf.document(
        document -> {
          PDPage page = new PDPage(PDRectangle.A4);
          Pdf.draw(document, page, HiddenChannelsInPdfTest::open);
          COSDictionary note = new COSDictionary();
          note.setName(COSName.TYPE, "Annot");
          note.setName(COSName.SUBTYPE, type);
          note.setInt(COSName.F, flags);
          note.setItem(COSName.RECT, new PDRectangle(100, 600, 50, 20));
          note.setString(key, SECRET);
          COSArray notes = new COSArray();
          notes.add(note);
          page.getCOSObject().setItem(COSName.ANNOTS, notes);
        });
  }

  private static byte[] layered(String operator, String groups) {
    return Pdf.document(
        document -> {
          COSDictionary on = group();
          COSDictionary off = group();
          configure(document, on, off);
          COSArray expression = array(COSName.getPDFName(operator));
          if (!groups.equals("off")) {
            expression.add(on);
          }
          if (!groups.equals("on")) {
            expression.add(off);
          }
          COSDictionary member = new COSDictionary();
          member.setName(COSName.TYPE, "OCMD");
          member.setItem("VE", expression);
          Pdf.draw(
              document,
              new PDPage(PDRectangle.A4),
              page -> {
                open(page);
                page.beginMarkedContent(
                    COSName.OC,
                    org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList
                        .create(member));
                Pdf.text(page, 100, 600, SECRET);
                page.endMarkedContent();
              });
        });
  }

  private static void configure(PDDocument document, COSDictionary on, COSDictionary off) {
    COSDictionary configuration = new COSDictionary();
    configuration.setItem(COSName.OFF, array(off));
    COSDictionary properties = new COSDictionary();
    properties.setItem(COSName.OCGS, array(on, off));
    properties.setItem(COSName.D, configuration);
    document.getDocumentCatalog().getCOSObject().setItem(COSName.OCPROPERTIES, properties);
  }

  private static COSDictionary group() {
    COSDictionary group = new COSDictionary();
    group.setName(COSName.TYPE, "OCG");
    group.setString(COSName.NAME, "layer");
    return group;
  }

  private static COSArray array(COSBase... items) {
    COSArray array = new COSArray();
    for (COSBase item : items) {
      array.add(item);
    }
    return array;
  }
}
