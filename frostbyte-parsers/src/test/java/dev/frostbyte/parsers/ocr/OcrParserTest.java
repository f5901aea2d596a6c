package dev.frostbyte.parsers.ocr;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.spi.BudgetReachedException;
import dev.frostbyte.api.spi.DocumentParser;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.ParseResult;
import dev.frostbyte.api.spi.StageConfig;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class OcrParserTest {
  private static final DocumentParser PARSER = new OcrParserProvider().open(StageConfig.none());
  private static final BufferedImage PROSE =
      Picture.lines(
          "The supplier delivers the goods to the warehouse",
          "of the buyer, who pays within thirty days.");
  private static final String SAYS =
      "The supplier delivers the goods to the warehouse of the buyer, who pays within thirty days.";

  @AfterAll
  static void closeParser() throws IOException {
    PARSER.close();
  }

  @Test
  void readsAParagraph() {
    assertThat(read(PROSE)).isEqualTo(SAYS);
  }

  @Test
  void saysWhereTextStandsInPoints() {
    Block block = Picture.blocks(PARSER, Picture.JPEG, Picture.written(PROSE, "jpeg")).getFirst();
    assertThat(block.regions()).hasSize(1);
    assertThat(block.regions().getFirst().page()).isEqualTo(1);
  }

  @Test
  void tellsHeadingsAndItemsFromText() {
    BufferedImage page =
        Picture.of(
            400,
            200,
            new Picture.Text(20, 20, 160, "Terms of delivery"),
            new Picture.Text(
                11, 20, 120, "The seller sends the goods with the first ship that has"),
            new Picture.Text(
                11, 20, 106, "room for them, and tells the buyer when it will arrive."),
            new Picture.Text(11, 20, 70, "1. Goods are packed in boxes"),
            new Picture.Text(11, 20, 50, "2. Boxes are marked"));
    assertThat(read(page))
        .isEqualTo(
            """
            #1 Terms of delivery
            The seller sends the goods with the first ship that has room for them, and tells the \
            buyer when it will arrive.
            1. | Goods are packed in boxes
            2. | Boxes are marked""");
  }

  @Test
  void readsColumnsOneAfterTheOther() {
    List<Picture.Text> texts = new ArrayList<>();
    String[] left = {
      "The left column begins", "here and goes on for", "some lines of plain", "text."
    };
    String[] right = {"Only then comes the", "right column, whose", "lines stand beside", "them."};
    for (int i = 0; i < left.length; i++) {
      texts.add(new Picture.Text(11, 20, 100 - 14 * i, left[i]));
      texts.add(new Picture.Text(11, 200, 100 - 14 * i, right[i]));
    }
    String all = read(Picture.of(340, 130, texts.toArray(Picture.Text[]::new)));
    assertThat(all.replace('\n', ' '))
        .isEqualTo(String.join(" ", left) + " " + String.join(" ", right));
  }

  @Test
  void levelsAPageThatLiesAskew() {
    assertThat(read(Picture.turned(PROSE, 2))).isEqualTo(SAYS);
    assertThat(read(Picture.turned(PROSE, -3.5))).isEqualTo(SAYS);
  }

  @Test
  void turnsAPageThatStandsOnItsHead() {
    assertThat(read(Picture.turned(PROSE, 180))).isEqualTo(SAYS);
  }

  @Test
  void turnsAPageThatLiesOnItsSide() {
    assertThat(read(Picture.turned(PROSE, 90))).isEqualTo(SAYS);
    assertThat(read(Picture.turned(PROSE, 270))).isEqualTo(SAYS);
  }

  @Test
  void readsLightTextOnDarkPaper() {
    BufferedImage dark = Picture.as(PROSE, BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < dark.getHeight(); y++) {
      for (int x = 0; x < dark.getWidth(); x++) {
        dark.getRaster().setSample(x, y, 0, 255 - dark.getRaster().getSample(x, y, 0));
      }
    }
    assertThat(read(dark)).isEqualTo(SAYS);
  }

  @Test
  void readsEveryWayOfStoringPixels() {
    for (int type :
        new int[] {
          BufferedImage.TYPE_3BYTE_BGR,
          BufferedImage.TYPE_4BYTE_ABGR,
          BufferedImage.TYPE_USHORT_GRAY,
          BufferedImage.TYPE_BYTE_BINARY,
          BufferedImage.TYPE_BYTE_INDEXED
        }) {
      assertThat(read(Picture.as(PROSE, type))).as("type " + type).isEqualTo(SAYS);
    }
  }

  @Test
  void takesWhatIsTransparentForPaper() {
    BufferedImage clear = new BufferedImage(300, 80, BufferedImage.TYPE_INT_ARGB);
    assertThat(read(clear)).isEqualTo("[page-image NO_TEXT]");
  }

  @Test
  void readsEveryPageOfATiff() {
    BufferedImage second = Picture.lines("A second page follows the first.");
    List<Block> blocks = Picture.blocks(PARSER, Picture.TIFF, Picture.tiff(PROSE, second));
    assertThat(Picture.seen(blocks)).isEqualTo(SAYS + "\nA second page follows the first.");
    assertThat(blocks.getLast().regions().getFirst().page()).isEqualTo(2);
  }

  @Test
  void stopsAtTheLimitOfPages() {
    ParseLimits one = new ParseLimits(1, 9, 999, 9, 999, 9, 9, Duration.ofMinutes(1));
    DocumentSource source = DocumentSource.of(Picture.tiff(PROSE, PROSE));
    assertThatThrownBy(() -> PARSER.parse(source, Picture.TIFF, one, block -> {}))
        .isInstanceOf(BudgetReachedException.class)
        .hasMessage("maxPages of 1 reached");
  }

  @Test
  void namesThePagesBeyondThoseItMayRecognise() throws IOException {
    StageConfig one = StageConfig.of(Map.of("recognisedPages", "1"));
    List<Block> blocks = new ArrayList<>();
    byte[] tiff = Picture.tiff(PROSE, PROSE, PROSE);
    try (DocumentParser parser = new OcrParserProvider().open(one)) {
      assertThatThrownBy(
              () ->
                  parser.parse(
                      DocumentSource.of(tiff), Picture.TIFF, ParseLimits.DEFAULT, blocks::add))
          .isInstanceOf(BudgetReachedException.class)
          .hasMessage("recognisedPages of 1 reached");
    }
    assertThat(Picture.seen(blocks))
        .isEqualTo(SAYS + "\n[page-image NOT_RECOGNISED]\n[page-image NOT_RECOGNISED]");
    assertThat(blocks.getLast().regions().getFirst().page()).isEqualTo(3);
  }

  @Test
  void saysThatABlankPageHoldsNoText() {
    BufferedImage blank = Picture.of(200, 100);
    assertThat(read(blank)).isEqualTo("[page-image NO_TEXT]");
  }

  @Test
  void flagsOtherLanguages() {
    BufferedImage german =
        Picture.lines(
            "Der Lieferant und der Kunde sind sich einig, dass",
            "die Ware nicht mit dem Schiff zu senden ist und das",
            "Lager von der Bahn mit einer Rampe zu erreichen ist.");
    assertThat(read(german)).endsWith("[recognised-text NOT_ENGLISH]");
    assertThat(read(PROSE)).doesNotContain("NOT_ENGLISH");
  }

  @Test
  void refusesAPictureTooLargeBeforeDecodingIt() {
    assertThat(refusal(Picture.PNG, header(60_000, 60_000)).message())
        .isEqualTo(
            "The picture is 60000 x 60000 pixels; at most 64000000 pixels are read, 32000 on a side.");
    assertThat(refusal(Picture.PNG, header(60_000, 60_000)).code())
        .isEqualTo(ProblemCode.LIMIT_EXCEEDED);
    assertThat(refusal(Picture.PNG, header(32_001, 1)).code())
        .isEqualTo(ProblemCode.LIMIT_EXCEEDED);
    assertThat(refusal(Picture.PNG, header(8_000, 7_999)).message()).contains("bytes decoded");
  }

  @Test
  void refusesATruncatedPicture() {
    byte[] whole = Picture.png(PROSE);
    for (int length : new int[] {9, 40, whole.length / 2}) {
      Problem problem = refusal(Picture.PNG, Arrays.copyOf(whole, length));
      assertThat(problem.code()).isEqualTo(ProblemCode.FILE_CORRUPTED);
    }
    byte[] tiff = Picture.tiff(PROSE);
    assertThat(refusal(Picture.TIFF, Arrays.copyOf(tiff, 12)).code())
        .isEqualTo(ProblemCode.FILE_CORRUPTED);
  }

  @Test
  void saysThatAPartOfAJpegIsMissing() {
    byte[] jpeg = Picture.written(PROSE, "jpeg");
    List<Block> blocks = new ArrayList<>();
    Picture.parse(PARSER, Picture.JPEG, Arrays.copyOf(jpeg, jpeg.length * 2 / 3), blocks);
    assertThat(Picture.seen(blocks)).contains("[image UNREADABLE]");
  }

  @Test
  void givesWordsToOtherLayouts() throws IOException {
    StageConfig words = StageConfig.of(Map.of("output", "words"));
    try (DocumentParser parser = new OcrParserProvider().open(words)) {
      List<Block> blocks = Picture.blocks(parser, Picture.PNG, Picture.png(PROSE));
      assertThat(Picture.seen(blocks).replace('\n', ' ')).isEqualTo(SAYS);
      var first = blocks.get(0).regions().getFirst().box();
      var second = blocks.get(1).regions().getFirst().box();
      assertThat(second.top()).isEqualTo(first.top());
      assertThat(second.left()).isGreaterThanOrEqualTo(first.right());
    }
  }

  @Test
  void refusesToReadOnceClosed() throws IOException {
    DocumentParser closed = new OcrParserProvider().open(StageConfig.none());
    closed.close();
    byte[] bytes = Picture.png(PROSE);
    assertThatThrownBy(() -> Picture.parse(closed, Picture.PNG, bytes, new ArrayList<>()))
        .isInstanceOf(IllegalStateException.class);
  }

  private static String read(BufferedImage image) {
    return Picture.seen(Picture.blocks(PARSER, Picture.PNG, Picture.png(image)));
  }

  private static Problem refusal(MediaType type, byte[] bytes) {
    ParseResult result = Picture.parse(PARSER, type, bytes, new ArrayList<>());
    assertThat(result).isInstanceOf(ParseResult.Refused.class);
    return ((ParseResult.Refused) result).problem();
  }

  /** The start of a PNG in colours of 24 bits; of the picture itself there is nothing. */
  private static byte[] header(int width, int height) {
    ByteBuffer png = ByteBuffer.allocate(41);
    png.put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'}).putInt(13);
    png.put(new byte[] {'I', 'H', 'D', 'R'}).putInt(width).putInt(height);
    png.put(new byte[] {8, 2, 0, 0, 0});
    CRC32 sum = new CRC32();
    sum.update(png.array(), 12, 17);
    return png.putInt((int) sum.getValue()).putInt(9).put("IDAT".getBytes(US_ASCII)).array();
  }
}
