package dev.frostbyte.parsers.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.HiddenChannel;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.Region;
import dev.frostbyte.api.spi.BudgetReachedException;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.ParseLimits;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parts of a document beside its pages that multiply themselves, or stand in it more than once. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostilePartsTest {
  private static final int ARRAY = 20_000;
  private static final String SEEN = "seen";

  @Test
  void leavesAnExpressionThatNamesItselfOverAndOver() throws IOException {
    try (PDDocument document = new PDDocument()) {
      COSDictionary off = new COSDictionary();
      off.setName(COSName.TYPE, "OCG");
      COSArray expression = new COSArray(List.of(COSName.getPDFName("And")));
      for (int i = 0; i < 10; i++) {
        expression.add(expression);
      }
      COSDictionary member = new COSDictionary();
      member.setName(COSName.TYPE, "OCMD");
      member.setItem("VE", expression);
      configure(document, off);
      Layers layers = Layers.of(document);
      assertThat(layers.isOff(PDPropertyList.create(off))).isTrue();
      assertThat(layers.isOff(PDPropertyList.create(member))).isTrue();
      member.setItem("VE", names("Or", off, 2_000));
      assertThat(layers.isOff(PDPropertyList.create(member))).isTrue();
      member.setItem("VE", names("And", member, 2));
      assertThat(layers.isOff(PDPropertyList.create(member))).isFalse();
    }
  }

  private static COSArray names(String operator, COSDictionary part, int times) {
    COSArray expression = new COSArray(List.of(COSName.getPDFName(operator)));
    for (int i = 0; i < times; i++) {
      expression.add(part);
    }
    return expression;
  }

  @Test
  void readsAnArrayOfElementsOnce() throws IOException {
    try (PDDocument document = new PDDocument()) {
      COSArray shared = new COSArray();
      for (int i = 0; i < ARRAY; i++) {
        COSDictionary element = new COSDictionary();
        element.setItem(COSName.K, shared);
        shared.add(element);
      }
      ((COSDictionary) shared.getObject(ARRAY - 1)).setString(COSName.ALT, "text");
      tag(document, shared);
      assertThat(TagTexts.of(document, Map.of())).hasSize(1);
    }
  }

  @Test
  void namesTheFirstPlaceOfAPageAndThePlacesBehindARepeatedOne() {
    byte[] file = repeated();
    List<Block> blocks = Pdf.blocks(file);
    assertThat(places(blocks)).containsExactly(List.of(Region.page(1)), List.of(Region.page(3)));
    assertThat(places(cut(file, ofPages(2), "maxPages")))
        .containsExactly(List.of(Region.page(1)), List.of());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void holdsTextsInStreamsToTheBudget(boolean note) {
    byte[] file =
        Pdf.document(
            document -> {
              PDPage page = new PDPage(PDRectangle.A4);
              Pdf.draw(document, page, content -> Pdf.text(content, 100, 700, SEEN));
              if (note) {
                COSDictionary text = new COSDictionary();
                text.setName(COSName.SUBTYPE, "Text");
                text.setItem(COSName.RC, blanks(document, 40 << 20));
                page.getCOSObject().setItem(COSName.ANNOTS, new COSArray(List.of(text)));
              } else {
                COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
                catalog.setItem(COSName.METADATA, blanks(document, 40 << 20));
              }
            });
    List<Block> blocks = cut(file, ParseLimits.DEFAULT, "maxInflationRatio");
    assertThat(Pdf.seen(blocks)).contains(SEEN);
  }

  /** What was read of a document that reaches a limit. */
  private static List<Block> cut(byte[] file, ParseLimits limits, String limit) {
    List<Block> blocks = new ArrayList<>();
    assertThatThrownBy(
            () -> Pdf.PARSER.parse(DocumentSource.of(file), MediaType.PDF, limits, blocks::add))
        .isInstanceOf(BudgetReachedException.class)
        .hasMessageStartingWith(limit);
    return blocks.stream().map(Block::bare).toList();
  }

  private static COSStream blanks(PDDocument document, int count) throws IOException {
    COSStream stream = document.getDocument().createCOSStream();
    try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
      out.write(" ".repeat(count).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }
    return stream;
  }

  /** Two pages, the first twice; an element of each. */
  private static byte[] repeated() {
    return Pdf.document(
        document -> {
          PDPage one = new PDPage(PDRectangle.A4);
          PDPage two = new PDPage(PDRectangle.A4);
          Pdf.draw(document, one, content -> Pdf.text(content, 100, 700, SEEN));
          Pdf.draw(document, two, content -> Pdf.text(content, 100, 700, SEEN));
          COSDictionary tree = document.getPages().getCOSObject();
          tree.getCOSArray(COSName.KIDS).add(1, one.getCOSObject());
          tree.setInt(COSName.COUNT, 3);
          tag(document, new COSArray(List.of(element("one", one), element("two", two))));
        });
  }

  private static COSDictionary element(String text, PDPage page) {
    COSDictionary element = new COSDictionary();
    element.setString(COSName.ALT, text);
    element.setItem(COSName.PG, page);
    return element;
  }

  private static void tag(PDDocument document, COSArray kids) {
    COSDictionary root = new COSDictionary();
    root.setItem(COSName.K, kids);
    document.getDocumentCatalog().getCOSObject().setItem(COSName.STRUCT_TREE_ROOT, root);
  }

  private static void configure(PDDocument document, COSDictionary off) {
    COSDictionary configuration = new COSDictionary();
    configuration.setItem(COSName.OFF, new COSArray(List.of(off)));
    COSDictionary properties = new COSDictionary();
    properties.setItem(COSName.OCGS, new COSArray(List.of(off)));
    properties.setItem(COSName.D, configuration);
    document.getDocumentCatalog().getCOSObject().setItem(COSName.OCPROPERTIES, properties);
  }

  private static List<List<Region>> places(List<Block> blocks) {
    return Pdf.all(blocks, Block.Hidden.class).stream()
        .filter(block -> block.channel() == HiddenChannel.ALTERNATIVE)
        .map(Block::regions)
        .toList();
  }

  private static ParseLimits ofPages(int most) {
    return new ParseLimits(most, 9_999, 9_999, 99, 1 << 20, 200, 99, Duration.ofMinutes(2));
  }
}
