package dev.frostbyte.parsers.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What stands in cells and fields of Word and is more than a line of text. */
class WordCellsTest {
  @Test
  void keepsATableInACellAsLinesOfThatCell() throws IOException {
    String inner = table(row("", tc(p("n1")), tc(p("n2"))) + row("", tc(p("n3")), tc(p("n4"))));
    assertThat(shown(table(row("", tc(p("before") + inner + p("after")), tc(p("x"))))))
        .containsExactly("table 2/0 0,0=before\nn1 n2\nn3 n4\nafter 0,1=x");
    String deeper = table(row("", tc(inner), tc(p("y"))));
    assertThat(shown(table(row("", tc(p("a")), tc(deeper)))))
        .containsExactly("table 2/0 0,0=a 0,1=n1 n2 n3 n4 y");
  }

  @Test
  void setsAsideWhatATableInACellHides() throws IOException {
    String gone = "<w:tc><w:tcPr><w:cellDel/></w:tcPr>" + p("cell") + "</w:tc>";
    String inner =
        table(
            row("<w:hidden/>", tc(p("hidden")))
                + row("<w:del/>", tc(p("deleted")))
                + row("", tc(p("seen")), gone));
    assertThat(shown(table(row("", tc(p("a")), tc(inner)))))
        .containsExactly(
            "MARKED_HIDDEN hidden", "DELETED deleted", "DELETED cell", "table 2/0 0,0=a 0,1=seen");
  }

  @Test
  void reportsFieldsThatWouldAskAnotherProgram() throws IOException {
    String field =
        "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>%s</w:instrText></w:r>"
            + "<w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>shown</w:t></w:r>"
            + "<w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>";
    for (String instruction : List.of(" DDEAUTO c:\\\\x.exe y ", "dde Excel a.xls A1")) {
      assertThat(shown(String.format(field, instruction)))
          .containsExactly("p shown", "CODE " + instruction, "dropped dde link ACTIVE_CONTENT");
    }
    assertThat(shown(String.format(field, " DDELIKE ")))
        .doesNotContain("dropped dde link ACTIVE_CONTENT");
  }

  private static List<String> shown(String body) throws IOException {
    return Shown.of(OfficeFile.word(body).blocks());
  }

  private static String table(String rows) {
    return "<w:tbl>" + rows + "</w:tbl>";
  }

  private static String row(String properties, String... cells) {
    return "<w:tr><w:trPr>" + properties + "</w:trPr>" + String.join("", cells) + "</w:tr>";
  }

  private static String tc(String content) {
    return "<w:tc>" + content + "</w:tc>";
  }

  private static String p(String text) {
    return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>";
  }
}
