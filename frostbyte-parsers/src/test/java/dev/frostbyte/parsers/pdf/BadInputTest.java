package dev.frostbyte.parsers.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.spi.BudgetReachedException;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.ParseResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;

class BadInputTest {
  private static final String MARKER = "Zauberwort";
  private static final byte[] SAMPLE = Pdf.page(page -> Pdf.text(page, 60, 700, MARKER));

  @Test
  void refusesAnEmptyFile() {
    refused(new byte[0], ProblemCode.FILE_EMPTY);
  }

  @Test
  void refusesWhatIsNoPdf() {
    refused("nothing of the kind".getBytes(StandardCharsets.UTF_8), ProblemCode.FILE_CORRUPTED);
  }

  @Test
  void refusesADocumentThatNeedsAPassword() {
    refused(encrypted("user"), ProblemCode.FILE_ENCRYPTED);
  }

  @Test
  void opensADocumentWhoseUserPasswordIsEmpty() {
    assertThat(Pdf.seen(Pdf.blocks(encrypted("")))).contains(MARKER);
  }

  @Test
  void refusesADocumentWithoutPages() {
    refused(Pdf.document(document -> {}), ProblemCode.FILE_CORRUPTED);
  }

  @Property(tries = 60)
  void endsInOneResultWhereverTheFileIsCut(@ForAll @IntRange(min = 1, max = 2_000) int length) {
    byte[] cut = Arrays.copyOf(SAMPLE, Math.min(length, SAMPLE.length - 1));
    ParseResult result = Pdf.parse(cut, ParseLimits.DEFAULT, new ArrayList<>());
    assertThat(result).isInstanceOfAny(ParseResult.Complete.class, ParseResult.Refused.class);
    assertThat(result.toString()).doesNotContain(MARKER);
  }

  @Property(tries = 60)
  void endsInOneResultWhateverByteIsChanged(
      @ForAll @IntRange(min = 0, max = 2_000) int at, @ForAll byte value) {
    byte[] changed = SAMPLE.clone();
    changed[Math.min(at, changed.length - 1)] = value;
    ParseResult result = Pdf.parse(changed, ParseLimits.DEFAULT, new ArrayList<>());
    assertThat(result).isInstanceOfAny(ParseResult.Complete.class, ParseResult.Refused.class);
  }

  @Test
  void stopsAtTheLimitOfPagesAndKeepsWhatCameBefore() {
    byte[] bytes =
        Pdf.document(
            document -> {
              for (int i = 0; i < 5; i++) {
                int number = i;
                Pdf.draw(document, new PDPage(), p -> Pdf.text(p, 60, 400, "Leaf no " + number));
              }
            });
    List<Block> blocks = new ArrayList<>();
    stops(bytes, limits(3, 1_000), "maxPages", blocks);
    assertThat(Pdf.all(blocks, Block.Paragraph.class)).hasSize(3);
  }

  @Test
  void stopsAtAPageThatIsSaidEverAgain() {
    byte[] bytes =
        Pdf.document(
            document -> {
              PDPage page = new PDPage();
              document.addPage(page);
              var kids = document.getPages().getCOSObject().getCOSArray(COSName.KIDS);
              for (int i = 0; i < 600; i++) {
                kids.add(page);
              }
            });
    stops(bytes, ParseLimits.DEFAULT, "maxRepeatedPages", new ArrayList<>());
  }

  @Test
  void stopsAtTheLimitOfCharacters() {
    byte[] bytes = Pdf.page(page -> Pdf.text(page, 60, 700, "many more letters than that"));
    stops(bytes, limits(10, 10), "maxCharacters", new ArrayList<>());
  }

  @Test
  void countsWhatAnAuthorSaysThatGlyphsStandFor() {
    String says = "/Span <</ActualText (%s)>> BDC EMC ".formatted("word ".repeat(100));
    stops(content(says), limits(10, 400), "maxCharacters", new ArrayList<>());
    stops(content(says.repeat(3)), limits(10, 1_400), "maxCharacters", new ArrayList<>());
  }

  @Test
  void readsAPageTreeThatBitesItsTailOnce() {
    byte[] bytes =
        Pdf.document(
            document -> {
              Pdf.draw(document, new PDPage(), page -> Pdf.text(page, 60, 700, MARKER));
              COSArray kids = document.getPages().getCOSObject().getCOSArray(COSName.KIDS);
              kids.add(document.getPages().getCOSObject());
            });
    assertThat(Pdf.seen(Pdf.blocks(bytes))).containsOnlyOnce(MARKER);
  }

  @Test
  void endsAFormThatDrawsItself() {
    byte[] bytes = Pdf.document(BadInputTest::selfDrawing);
    List<Block> blocks = new ArrayList<>();
    stops(bytes, ParseLimits.DEFAULT, "maxForms", blocks);
    assertThat(Pdf.seen(blocks)).contains(MARKER);
  }

  @Test
  void survivesAStackOfStatesThatOnlyGrows() {
    byte[] bytes = content("q ".repeat(200_000) + " BT ET");
    assertThat(Pdf.all(Pdf.blocks(bytes), Block.Paragraph.class)).isEmpty();
  }

  @Test
  void stopsAtContentThatInflatesTooFar() {
    byte[] bytes = content(" ".repeat(40_000_000));
    stops(bytes, ParseLimits.DEFAULT, "maxInflationRatio", new ArrayList<>());
  }

  @Test
  void letsTheBudgetOfTheSinkPass() {
    BudgetReachedException reached = new BudgetReachedException("maxElements", 0);
    assertThatThrownBy(
            () ->
                Pdf.PARSER.parse(
                    DocumentSource.of(SAMPLE),
                    MediaType.PDF,
                    ParseLimits.DEFAULT,
                    block -> {
                      throw reached;
                    }))
        .isSameAs(reached);
  }

  private static void refused(byte[] bytes, ProblemCode code) {
    List<Block> blocks = new ArrayList<>();
    ParseResult result = Pdf.parse(bytes, ParseLimits.DEFAULT, blocks);
    assertThat(result).isInstanceOf(ParseResult.Refused.class);
    assertThat(((ParseResult.Refused) result).problem().code()).isEqualTo(code);
    assertThat(blocks).isEmpty();
  }

  private static void stops(byte[] bytes, ParseLimits limits, String limit, List<Block> blocks) {
    assertThatThrownBy(
            () -> Pdf.PARSER.parse(DocumentSource.of(bytes), MediaType.PDF, limits, blocks::add))
        .isInstanceOfSatisfying(
            BudgetReachedException.class, e -> assertThat(e.limit()).isEqualTo(limit));
  }

  private static ParseLimits limits(int pages, long characters) {
    return new ParseLimits(
        pages, 1_000, characters, 1_000, 1L << 30, 200, 200, Duration.ofMinutes(1));
  }

  private static byte[] encrypted(String user) {
    return Pdf.document(
        document -> {
          Pdf.draw(document, new PDPage(), page -> Pdf.text(page, 60, 700, MARKER));
          StandardProtectionPolicy policy =
              new StandardProtectionPolicy("owner", user, new AccessPermission());
          policy.setEncryptionKeyLength(128);
          document.protect(policy);
        });
  }

  private static byte[] content(String operators) {
    return Pdf.document(
        document -> {
          PDPage page = new PDPage();
          document.addPage(page);
          PDStream stream = new PDStream(document);
          try (var out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(operators.getBytes(StandardCharsets.US_ASCII));
          }
          page.setContents(stream);
        });
  }

  private static void selfDrawing(PDDocument document) throws IOException {
    var form = new org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject(document);
    form.setBBox(new org.apache.pdfbox.pdmodel.common.PDRectangle(600, 800));
    var resources = new org.apache.pdfbox.pdmodel.PDResources();
    COSName name = resources.add(form);
    form.setResources(resources);
    try (var out = form.getContentStream().createOutputStream()) {
      out.write(("/" + name.getName() + " Do /" + name.getName() + " Do").getBytes("US-ASCII"));
    }
    Pdf.draw(
        document,
        new PDPage(),
        page -> {
          Pdf.text(page, 60, 700, MARKER);
          page.drawForm(form);
        });
  }
}
