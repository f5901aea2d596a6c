package dev.frostbyte.parsers.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frostbyte.api.spi.BudgetReachedException;
import dev.frostbyte.testkit.Recording;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class OdsFormatTest {
  private static final String STYLES =
      "<style:style style:name='ta2' style:family='table'>"
          + "<style:table-properties table:display='false'/></style:style>"
          + "<style:style style:name='w' style:family='table-cell'>"
          + "<style:text-properties fo:color='#ffffff'/></style:style>";

  @Test
  void readsSheetsAsHeadingsAndTables() throws IOException {
    String rows =
        row("", words("Item") + words("Price"))
            + row(
                "",
                words("Tea")
                    + "<table:table-cell office:value-type='float'"
                    + " office:value='1.5'><text:p>1,50 €</text:p></table:table-cell>")
            + row("table:number-rows-repeated='1048000'", "<table:table-cell/>");
    assertThat(OdfFile.sheets(sheet("Data", "", rows)).lines())
        .containsExactly("h1 Data", "table 2/1 0,0=Item 0,1=Price 1,0=Tea 1,1=1,50 €");
  }

  @Test
  void readsMergedCellsRepeatedCellsAndStoredValues() throws IOException {
    String rows =
        row(
                "",
                "<table:table-cell table:number-columns-spanned='2' table:number-rows-spanned='1'>"
                    + "<text:p>Both</text:p></table:table-cell><table:covered-table-cell/>")
            + row(
                "table:number-rows-repeated='2'",
                "<table:table-cell"
                    + " table:number-columns-repeated='2' office:value-type='float' office:value='7'/>");
    assertThat(OdfFile.sheets(sheet("S", "", rows)).lines())
        .containsExactly("h1 S", "table 2/0 0,0(1x2)=Both 1,0=7 1,1=7 2,0=7 2,1=7");
  }

  @Test
  void keepsHiddenSheetsRowsColumnsAndTextApart() throws IOException {
    String columns = "<table:table-column/><table:table-column table:visibility='collapse'/>";
    String rows =
        row("", words("a") + words("b"))
            + row("table:visibility='filter'", words("c"))
            + "<table:table-row-group table:display='false'>"
            + row("", words("d"))
            + "</table:table-row-group>"
            + row(
                "",
                "<table:table-cell table:style-name='w'><text:p>white</text:p></table:table-cell>");
    String body =
        sheet("Open", "", columns + rows) + sheet("Shut", "ta2", row("", words("secret")));
    assertThat(OdfFile.sheets(body).automatic(STYLES).lines())
        .containsExactly(
            "h1 Open",
            "p a",
            "MARKED_HIDDEN b",
            "MARKED_HIDDEN c",
            "MARKED_HIDDEN d",
            "COLOUR white",
            "MARKED_HIDDEN Shut",
            "MARKED_HIDDEN secret");
  }

  @Test
  void keepsCommentsAndShapes() throws IOException {
    String cell =
        "<table:table-cell><office:annotation><text:p>why</text:p></office:annotation>"
            + "<text:p>x</text:p></table:table-cell>";
    String shapes = "<table:shapes><draw:frame><draw:image/></draw:frame></table:shapes>";
    assertThat(OdfFile.sheets(sheet("S", "", shapes + row("", cell))).lines())
        .containsExactly("h1 S", "p x", "figure", "dropped image NO_TEXT", "COMMENT why");
  }

  @Test
  void stopsWhenAFewBytesMakeAHugeTable() {
    String rows =
        row(
            "table:number-rows-repeated='1048576'",
            "<table:table-cell table:number-columns-repeated='16384'><text:p>x</text:p></table:table-cell>");
    OdfFile file = OdfFile.sheets(sheet("S", "", rows));
    assertThatThrownBy(() -> file.read(file.bytes(), new Recording()))
        .isInstanceOf(BudgetReachedException.class);
  }

  private static String sheet(String name, String style, String content) {
    return "<table:table table:name='"
        + name
        + "' table:style-name='"
        + style
        + "'>"
        + content
        + "</table:table>";
  }

  private static String row(String attributes, String cells) {
    return "<table:table-row " + attributes + ">" + cells + "</table:table-row>";
  }

  private static String words(String text) {
    return "<table:table-cell office:value-type='string'><text:p>"
        + text
        + "</text:p></table:table-cell>";
  }
}
