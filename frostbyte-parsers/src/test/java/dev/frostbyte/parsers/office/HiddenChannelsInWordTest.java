package dev.frostbyte.parsers.office;

import static dev.frostbyte.parsers.office.WordFile.p;
import static dev.frostbyte.parsers.office.WordFile.r;
import static dev.frostbyte.parsers.office.WordFile.run;
import static dev.frostbyte.parsers.office.WordFile.shown;
import static dev.frostbyte.parsers.office.WordFile.tc;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/**
 * The less usual ways to hide text in a Word document; {@link DocxHiddenTest} has the usual ones.
 */
class HiddenChannelsInWordTest {
  @Test
  void findsLettersWithoutWidth() throws IOException {
    assertThat(shown(p("", run("<w:w w:val='1'/>", "lines") + run("<w:w w:val='80'/>", "seen"))))
        .containsExactly("p seen", "SIZE lines");
  }

  @Test
  void findsTextOfTheColourOfItsTable() throws IOException {
    String own = run("<w:color w:val='405060'/>", "secret");
    assertThat(
            shown(
                "<w:tbl><w:tblPr><w:shd w:val='clear' w:fill='405060'/></w:tblPr><w:tr>"
                    + tc("", p("", own))
                    + tc("", p("", r("b")))
                    + "</w:tr></w:tbl>"))
        .containsExactly("table 2/0 0,0= 0,1=b", "COLOUR secret");
  }

  @Test
  void keepsHiddenRowsApart() throws IOException {
    String rows =
        "<w:tr><w:trPr><w:hidden/></w:trPr>"
            + tc("", p("", r("secret")))
            + "</w:tr><w:tr>"
            + tc("", p("", r("a")))
            + tc("", p("", r("b")))
            + "</w:tr>";
    assertThat(shown("<w:tbl>" + rows + "</w:tbl>"))
        .containsExactly("MARKED_HIDDEN secret", "table 2/0 0,0=a 0,1=b");
  }
}
