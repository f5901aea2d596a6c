package dev.frostbyte.parsers.office;

import static dev.frostbyte.parsers.office.WordFile.p;
import static dev.frostbyte.parsers.office.WordFile.r;
import static dev.frostbyte.parsers.office.WordFile.run;
import static dev.frostbyte.parsers.office.WordFile.shown;
import static dev.frostbyte.parsers.office.WordFile.tc;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
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

  @Test
  void keepsACellBelowARowOfNone() throws IOException {
    String inner =
        "<w:tbl><w:tr>" + tc("", p("", r("x"))) + tc("", p("", r("y"))) + "</w:tr></w:tbl>";
    String deleted = tc("<w:cellDel/>", p("", r("old")));
    for (String none : new String[] {"", deleted}) {
      List<String> shown =
          shown(
              "<w:tbl><w:tr>"
                  + none
                  + "</w:tr><w:tr>"
                  + tc("", p("", r("a")) + inner)
                  + "</w:tr></w:tbl>");
      assertThat(shown).containsSubsequence("p a", "table 2/0 0,0=x 0,1=y");
      assertThat(shown).hasSize(none.isEmpty() ? 2 : 3);
    }
  }

  @Test
  void hidesOnlyTheBoxOfTheShapeThatIsHidden() throws IOException {
    String box =
        "<v:shape style='%s'><v:textbox><w:txbxContent>%s</w:txbxContent></v:textbox></v:shape>";
    String secret = "<w:r><w:t>one</w:t><w:tab/><w:t>two</w:t><w:br/><w:t>three</w:t></w:r>";
    String tabs = "<w:tabs><w:tab w:pos='720'/></w:tabs>";
    assertThat(
            shown(
                p(
                    "",
                    "<w:r><w:pict>"
                        + box.formatted("visibility:hidden", p(tabs, secret))
                        + box.formatted("", p("", r("seen")))
                        + "</w:pict></w:r>")))
        .containsExactly("MARKED_HIDDEN one\ttwo\nthree", "p seen");
  }
}
