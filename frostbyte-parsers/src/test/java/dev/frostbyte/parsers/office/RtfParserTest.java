package dev.frostbyte.parsers.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.spi.BudgetReachedException;
import dev.frostbyte.api.spi.DocumentParser;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.ParseResult;
import dev.frostbyte.api.spi.ParserProvider;
import dev.frostbyte.api.spi.StageConfig;
import dev.frostbyte.testkit.ParserContract;
import dev.frostbyte.testkit.Recording;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class RtfParserTest extends ParserContract {
  private static final String HEAD =
      "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fcharset0 Arial;}{\\f1\\fcharset204 Arial;}"
          + "{\\f2\\fcharset128 Mincho;}}{\\colortbl;\\red0\\green0\\blue0;\\red255\\green255\\blue255;}"
          + "{\\stylesheet{Normal;}{\\s1\\outlinelevel0 heading 1;}{\\s2 heading 2;}"
          + "{\\s3 HTML Preformatted;}{\\*\\cs10 Strong;}{\\s4 toc 1;}}";

  @Override
  protected ParserProvider provider() {
    return new RtfParserProvider();
  }

  @Override
  protected MediaType type() {
    return new MediaType("application/rtf");
  }

  @Override
  protected List<byte[]> good() {
    String text =
        HEAD
            + "\\pard\\s1 A letter to the reader\\par\\pard It says little, enough for a contract.\\par"
            + "\\trowd\\cellx1000\\cellx2000\\pard\\intbl a\\cell b\\cell\\row"
            + "\\trowd\\cellx1000\\cellx2000\\pard\\intbl c\\cell d\\cell\\row"
            + "\\pard{\\listtext 1.\\tab}\\ls1\\ilvl0 item\\par}";
    return List.of(text.getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void readsHeadingsByOutlineLevelAndByStyle() throws IOException {
    assertThat(
            lines(
                "\\pard\\s1 One\\par\\pard\\s2 Two\\par\\pard\\outlinelevel2 Three\\par"
                    + "\\pard\\s3  code  x\\par\\pard\\s4 One 1\\par\\pard plain"))
        .containsExactly(
            "h1 One", "h2 Two", "h3 Three", "code  code  x", "BOILERPLATE One 1", "p plain");
  }

  @Test
  void decodesCodePagesAndUnicode() throws IOException {
    assertThat(
            lines(
                "\\pard \\'e9\\u8364? {\\f1 \\'cf\\'f0} {\\f2 \\'93\\'fa\\'96\\'7b} \\uc2\\u8211\\'96\\'96x"
                    + "\\emdash\\~y\\-z \\uc1 \\u-10179?\\u-8704?\\par"))
        .containsExactly("p é€ Пр 日本 –x—\u00a0yz \ud83d\ude00");
  }

  @Test
  void readsListsWithTheMarkersTheyShow() throws IOException {
    assertThat(
            lines(
                "\\pard{\\listtext\\f0 1.\\tab}\\ls1\\ilvl0 one\\par"
                    + "\\pard{\\listtext\\'b7\\tab}\\ls1\\ilvl1 deep\\par"
                    + "\\pard{\\pntext 2)\\tab}{\\*\\pn\\pnlvlbody}old\\par\\pard no\\par"))
        .containsExactly("li0 [1.] one", "li1 [•] deep", "li0 [2)] old", "p no");
  }

  @Test
  void readsTablesWithSpansFromTheEdgesOfCells() throws IOException {
    assertThat(
            lines(
                "\\trowd\\trhdr\\cellx2000\\cellx3000\\pard\\intbl wide\\cell c\\cell\\row"
                    + "\\trowd\\clvmgf\\cellx1000\\cellx2010\\cellx3000\\pard\\intbl tall\\cell x\\par y\\cell z\\cell\\row"
                    + "\\trowd\\clvmrg\\cellx1000\\clmgf\\cellx2000\\clmrg\\cellx3000\\pard\\intbl\\cell both\\cell\\cell\\row"
                    + "\\pard behind\\par"))
        .containsExactly(
            "table 3/1 0,0(1x2)=wide 0,2=c 1,0(2x1)=tall 1,1=x\ny 1,2=z 2,1(1x2)=both", "p behind");
  }

  @Test
  void keepsHiddenAndDeletedTextApart() throws IOException {
    assertThat(
            lines(
                "\\pard seen{\\v  not} {\\cf2 white}{\\cf2\\cb1 on black}{\\fs2 tiny}{\\deleted gone}"
                    + "{\\revised  new}\\par"))
        .containsExactly(
            "p seen on black new",
            "MARKED_HIDDEN  not",
            "COLOUR white",
            "SIZE tiny",
            "DELETED gone");
  }

  @Test
  void keepsNotesRemarksFieldsAndPictures() throws IOException {
    assertThat(
            lines(
                "{\\info{\\title T}{\\author A}}{\\header top\\par}{\\footer foot}\\pard see"
                    + "{\\footnote\\pard the note\\par}"
                    + "{\\*\\annotation a remark}{\\field{\\*\\fldinst HYPERLINK \"http://x\"}"
                    + "{\\fldrslt  link}}{\\*\\shppict{\\pict\\pngblip 89504e}}{\\nonshppict{\\pict 00}}"
                    + "{\\object\\objemb{\\*\\objdata 0105}{\\result  shown}}{\\*\\unknown no}\\par"))
        .containsExactly(
            "METADATA T",
            "METADATA A",
            "HEADER top",
            "FOOTER foot",
            "p see link shown",
            "link  link -> http://x",
            "note [1] the note",
            "COMMENT a remark",
            "figure",
            "dropped image NO_TEXT",
            "dropped embedded object NOT_READ");
  }

  @Test
  void aNoteStandsBehindItsSentenceAlsoAfterATable() throws IOException {
    assertThat(
            lines(
                "\\trowd\\cellx2000\\pard\\intbl A{\\footnote in cell}\\cell\\row"
                    + "\\pard Text{\\footnote a note} goes on.\\par"))
        .extracting(line -> line.replaceAll("(?s).*(in cell|goes on|a note|A).*", "$1"))
        .containsExactly("A", "in cell", "goes on", "a note");
  }

  @Test
  void leavesOutBinaryDataAndReportsWhatFollowsTheEnd() throws IOException {
    byte[] bytes =
        (HEAD + "\\pard a{\\pict\\bin3 }}{}b\\par}{\\b x}").getBytes(StandardCharsets.US_ASCII);
    Recording recording = new Recording();
    assertThat(parse(bytes, recording)).isInstanceOf(ParseResult.Complete.class);
    assertThat(Shown.of(recording.blocks()))
        .containsExactly(
            "p ab", "figure", "dropped image NO_TEXT", "dropped trailing data NOT_READ");
  }

  @Test
  void refusesAFileThatEndsInTheMiddle() throws IOException {
    byte[] cut = (HEAD + "\\pard some text\\par").getBytes(StandardCharsets.US_ASCII);
    assertThat(parse(cut, new Recording())).isInstanceOf(ParseResult.Refused.class);
  }

  @Test
  void stopsAtTheDepthAllowed() throws IOException {
    byte[] deep = ("{\\rtf1" + "{".repeat(100_000)).getBytes(StandardCharsets.US_ASCII);
    assertThatThrownBy(() -> parse(deep, new Recording()))
        .isInstanceOf(BudgetReachedException.class)
        .hasMessageContaining("maxDepth");
  }

  private static List<String> lines(String body) throws IOException {
    Recording recording = new Recording();
    byte[] bytes = (HEAD + body + "}").getBytes(StandardCharsets.US_ASCII);
    try (DocumentParser parser = new RtfParserProvider().open(StageConfig.none())) {
      DocumentSource source = DocumentSource.of(bytes);
      assertThat(parser.parse(source, MediaType.UNKNOWN, ParseLimits.DEFAULT, recording))
          .isInstanceOf(ParseResult.Complete.class);
    }
    return Shown.of(recording.blocks());
  }
}
