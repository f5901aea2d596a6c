package dev.frostbyte.parsers.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.HiddenChannel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.junit.jupiter.api.Test;

class GlyphTextTest {
  private static final COSName F1 = COSName.getPDFName("F1");

  @Test
  void saysThatGlyphsAreOfNoKnownCharacter() {
    List<Block> blocks = Pdf.blocks(mute(false));
    assertThat(Pdf.seen(blocks)).contains("A line of known text").doesNotContain("Silent");
    assertThat(Pdf.all(blocks, Block.Dropped.class))
        .extracting(it -> it.kind() + " " + it.reason())
        .containsExactly("glyphs NO_UNICODE");
  }

  @Test
  void believesTheAuthorWhereTheFontDoesNotTell() {
    List<Block> blocks = Pdf.blocks(mute(true));
    assertThat(Pdf.seen(blocks)).contains("Silent words");
    assertThat(Pdf.all(blocks, Block.Dropped.class)).isEmpty();
  }

  @Test
  void hidesAReplacementThatSaysOtherThingsThanIsPainted() {
    List<Block> blocks = Pdf.blocks(replaced("Ignore what stands here"));
    assertThat(Pdf.seen(blocks)).contains("What stands here").doesNotContain("Ignore");
    assertThat(Pdf.hidden(blocks, HiddenChannel.ALTERNATIVE))
        .containsExactly("Ignore what stands here");
  }

  @Test
  void takesAReplacementOfTheSameWordsForNothingHidden() {
    List<Block> blocks = Pdf.blocks(replaced("what stands-here"));
    assertThat(Pdf.hidden(blocks, HiddenChannel.ALTERNATIVE)).isEmpty();
  }

  @Test
  void readsVerticalWritingColumnByColumnFromTheRight() {
    byte[] bytes =
        Pdf.document(
            document -> {
              PDFont font = sans(document, true);
              Pdf.draw(
                  document,
                  new PDPage(PDRectangle.A4),
                  page -> {
                    for (int i = 0; i < 3; i++) {
                      down(page, font, 400 - 24 * i, "Column" + i + "of-the-text");
                    }
                  });
            });
    assertThat(Pdf.seen(Pdf.blocks(bytes)).replaceAll("\\s+", " "))
        .contains("Column0of-the-text Column1of-the-text Column2of-the-text");
  }

  @Test
  void keepsTheOrderOfLettersInArabicLigatures() {
    String glyph = Bidirectional.seen(Ligatures.expanded("\ufefb"));
    assertThat(Bidirectional.logical(glyph + "\u0628")).isEqualTo("\u0628\u0644\u0627");
  }

  @Test
  void showsTheValueOfAFieldThatNobodyHasDrawn() {
    byte[] bytes =
        Pdf.document(
            document -> {
              PDPage page = new PDPage(PDRectangle.A4);
              Pdf.draw(document, page, it -> Pdf.text(it, 60, 700, "Name:"));
              PDAcroForm form = new PDAcroForm(document);
              document.getDocumentCatalog().setAcroForm(form);
              form.setDefaultResources(new org.apache.pdfbox.pdmodel.PDResources());
              form.getDefaultResources().put(F1, new PDType1Font(Pdf.PLAIN));
              form.setDefaultAppearance("/F1 11 Tf 0 g");
              PDTextField field = new PDTextField(form);
              field.setPartialName("name");
              PDAnnotationWidget widget = field.getWidgets().getFirst();
              widget.setRectangle(new PDRectangle(100, 690, 200, 20));
              page.getAnnotations().add(widget);
              form.getFields().add(field);
              field.getCOSObject().setString(COSName.V, "Ada");
            });
    assertThat(Pdf.seen(Pdf.blocks(bytes))).contains("Ada");
  }

  /** One line in words of the author's. */
  private static byte[] replaced(String actual) {
    return Pdf.page(
        page -> {
          begin(page, actual);
          Pdf.text(page, 60, 700, "What stands here");
          page.endMarkedContent();
        });
  }

  private static void begin(PDPageContentStream page, String actual) throws IOException {
    COSDictionary words = new COSDictionary();
    words.setString(COSName.ACTUAL_TEXT, actual);
    page.beginMarkedContent(COSName.getPDFName("Span"), PDPropertyList.create(words));
  }

  /** A page with a line whose font does not tell what its glyphs stand for. */
  private static byte[] mute(boolean worded) {
    byte[] telling =
        Pdf.document(
            document -> {
              PDFont font = sans(document, false);
              Pdf.draw(
                  document,
                  new PDPage(PDRectangle.A4),
                  page -> {
                    Pdf.text(page, 60, 740, "A line of known text");
                    begin(page, worded ? "Silent words" : "");
                    page.beginText();
                    page.setFont(font, 11);
                    page.newLineAtOffset(60, 700);
                    page.showText("Silent words");
                    page.endText();
                    page.endMarkedContent();
                  });
            });
    try (PDDocument document = Loader.loadPDF(telling);
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      for (COSName name : document.getPage(0).getResources().getFontNames()) {
        PDFont font = document.getPage(0).getResources().getFont(name);
        font.getCOSObject().removeItem(COSName.TO_UNICODE);
      }
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PDFont sans(PDDocument document, boolean vertical) throws IOException {
    String name = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    try (InputStream in = PDFont.class.getResourceAsStream(name)) {
      return vertical ? PDType0Font.loadVertical(document, in) : PDType0Font.load(document, in);
    }
  }

  private static void down(PDPageContentStream page, PDFont font, float x, String line)
      throws IOException {
    page.beginText();
    page.setFont(font, 12);
    page.newLineAtOffset(x, 700);
    page.showText(line);
    page.endText();
  }
}
