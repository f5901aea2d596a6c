package dev.frostbyte.parsers.office;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.TextEncoding;
import dev.frostbyte.api.spi.DocumentParser;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.ParseResult;
import dev.frostbyte.api.spi.StageConfig;
import dev.frostbyte.testkit.Recording;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Links of workbooks, and links, captions and encodings of RTF. */
class SheetAndRtfLinksTest {
  private static final String RTF =
      "{\\rtf1\\ansi\\ansicpg1251{\\stylesheet{\\s1 caption;}}\\pard ";

  @Test
  void tellsLinksOfTheListOfASheetAndOfFormulas() throws IOException {
    String rows =
        "<s:sheetData><s:row r='1'>"
            + text("A1", "list")
            + "<s:c r='B1' t='str'><s:f>HYPERLINK(\"http://f\",\"made\")</s:f><s:v>made</s:v></s:c>"
            + "</s:row></s:sheetData>";
    String links =
        "<s:hyperlinks><s:hyperlink ref='A1:A2' r:id='x' location='S!B2'/>"
            + "<s:hyperlink ref='Z9' location='S!A1'/></s:hyperlinks>";
    OfficeFile book =
        OfficeFile.excel("<s:sheets><s:sheet name='S' r:id='r1'/></s:sheets>")
            .part("xl/s1.xml", "s:worksheet", rows + links)
            .relate("xl/workbook.xml", "r1", "worksheet", "xl/s1.xml")
            .external("xl/s1.xml", "x", "hyperlink", "http://x");
    assertThat(Shown.of(book.blocks()))
        .containsExactly(
            "h1 S",
            "table 2/0 0,0=list 0,1=made",
            "link list -> http://x#S!B2",
            "link made -> http://f",
            "CODE B1 =HYPERLINK(\"http://f\",\"made\")",
            "LINK #S!A1");
  }

  @Test
  void makesNoLinkOfOneThatLeadsNowhere() throws IOException {
    String rows = "<s:sheetData><s:row r='1'>" + text("A1", "list") + "</s:row></s:sheetData>";
    String links = "<s:hyperlinks><s:hyperlink ref='A1' r:id='none'/></s:hyperlinks>";
    OfficeFile book =
        OfficeFile.excel("<s:sheets><s:sheet name='S' r:id='r1'/></s:sheets>")
            .part("xl/s1.xml", "s:worksheet", rows + links)
            .relate("xl/workbook.xml", "r1", "worksheet", "xl/s1.xml");
    assertThat(Shown.of(book.blocks())).containsExactly("h1 S", "p list");
  }

  @Test
  void tellsWhereFieldsOfRtfLeadAndWhatOthersWouldDo() throws IOException {
    String link = "{\\field{\\*\\fldinst{HYPERLINK \"http://x\"}}{\\fldrslt{\\ul here}}}";
    assertThat(
            rtf(
                "see "
                    + link
                    + " now\\par{\\field{\\*\\fldinst DDEAUTO cmd}{\\fldrslt shown}}\\par"
                    + "\\trowd\\cellx1000\\cellx2000\\pard\\intbl a\\cell "
                    + link
                    + "\\cell\\row\\pard end\\par"))
        .containsExactly(
            "p see here now",
            "link here -> http://x",
            "p shown",
            "CODE DDEAUTO cmd",
            "table 2/0 0,0=a 0,1=here",
            "link here -> http://x",
            "p end",
            "encoding windows-1251 DECLARED");
  }

  @Test
  void givesCaptionsOfRtfToPicturesAndNumbersNotes() throws IOException {
    assertThat(
            rtf(
                "{\\pict 00}\\par\\pard\\s1 Figure 1\\par\\pard a{\\footnote one}"
                    + "{\\footnote\\ftnalt end}{\\footnote two}\\par"))
        .containsExactly(
            "figure Figure 1",
            "dropped image NO_TEXT",
            "p a",
            "note [1] one",
            "note [i] end",
            "note [2] two",
            "encoding windows-1251 DECLARED");
  }

  private static List<String> rtf(String body) throws IOException {
    Recording recording = new Recording();
    byte[] bytes = (RTF + body + "}").getBytes(StandardCharsets.US_ASCII);
    try (DocumentParser parser = new RtfParserProvider().open(StageConfig.none())) {
      ParseResult result =
          parser.parse(DocumentSource.of(bytes), MediaType.UNKNOWN, ParseLimits.DEFAULT, recording);
      assertThat(result).isInstanceOf(ParseResult.Complete.class);
    }
    assertThat(recording.blocks().getLast())
        .isEqualTo(
            new Block.Encoded(new TextEncoding("windows-1251", TextEncoding.Basis.DECLARED)));
    return recording.blocks().stream().map(Shown::line).toList();
  }

  private static String text(String reference, String text) {
    return "<s:c r='" + reference + "' t='inlineStr'><s:is><s:t>" + text + "</s:t></s:is></s:c>";
  }
}
