package dev.frostbyte.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;

class MarkdownReportTest {
  private static final Parser PARSER =
      Parser.builder().extensions(List.of(TablesExtension.create())).build();

  /** What a name makes must be text: whatever it is, the tree of the page is the same. */
  @Property(tries = 400)
  void noFileNameChangesThePage(@ForAll("names") String name) {
    assertThat(shape(page(name))).isEqualTo(shape(page("plain.pdf")));
  }

  @Property(tries = 200)
  void everyNameIsReadBackAsItIsShown(@ForAll("names") String name) {
    assertThat(cells(page(name))).contains(FileNames.plain(name).strip());
  }

  @Test
  void theShapeFindsAnUnescapedName() {
    String page = page("plain.pdf");
    assertThat(shape(page.replace("plain.pdf", "[plain](pdf)"))).isNotEqualTo(shape(page));
    assertThat(shape(page.replace("plain.pdf", "pl|ain"))).isNotEqualTo(shape(page));
    assertThat(shape(page.replace("plain.pdf", "<b>plain"))).isNotEqualTo(shape(page));
  }

  @Test
  void noAddressBecomesALink() {
    assertThat(page("https://evil.example/a www.evil.example @someone"))
        .doesNotContain("https://", "www.", "@");
  }

  @Test
  void everyRowHasAsManyCellsAsItsTableHasColumns() {
    BatchReport report = Reports.everything();
    String page =
        new String(
            report.write(ReportFormat.MARKDOWN, Reports.signature(report)), StandardCharsets.UTF_8);
    List<String> rows = page.lines().filter(line -> line.startsWith("|")).toList();
    assertThat(rows).hasSizeGreaterThan(80);
    assertThat(page.lines().filter(line -> line.startsWith("| ---")).count())
        .isEqualTo(count(PARSER.parse(page), "TableBlock"));
  }

  @Provide
  Arbitrary<String> names() {
    Arbitrary<String> nasty =
        Arbitraries.of(
                "|",
                "\\",
                "`",
                "``",
                "*",
                "_",
                "[",
                "]",
                "(x)",
                "!",
                "<b>",
                "</b>",
                "<!--",
                "#",
                "- ",
                "+ ",
                "1. ",
                "> ",
                "~~",
                "&lt;",
                "&#124;",
                "\n",
                "\r\n",
                "\t",
                "    ",
                "a",
                "http://x.y",
                "www.x.y",
                "m@x.y",
                "$x$",
                "\u202e",
                "\u2028",
                "```\n",
                "| --- |",
                "[^1]",
                ":-:",
                "javascript:a",
                "\ud83d\ude00",
                "\ud800")
            .list()
            .ofMinSize(1)
            .ofMaxSize(12)
            .map(parts -> String.join("", parts));
    return Arbitraries.oneOf(nasty, Arbitraries.strings().ofMinLength(1).ofMaxLength(60))
        .filter(name -> !name.isBlank());
  }

  private static String page(String name) {
    BatchReport report =
        Reports.of(
            List.of(
                Reports.stored(name),
                Reports.refused(
                    name, "rejected", dev.frostbyte.api.model.ProblemCode.FILE_CORRUPTED)));
    return MarkdownWriter.write(Sheets.of(report, null));
  }

  private static List<String> shape(String page) {
    List<String> shape = new ArrayList<>();
    walk(PARSER.parse(page), shape);
    return shape;
  }

  private static void walk(Node node, List<String> shape) {
    if (!(node instanceof Text)) {
      shape.add(node.getClass().getSimpleName());
    }
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      walk(child, shape);
    }
    if (node instanceof TableRow) {
      shape.add("end");
    }
  }

  private static long count(Node node, String type) {
    List<String> shape = new ArrayList<>();
    walk(node, shape);
    return shape.stream().filter(type::equals).count();
  }

  private static List<String> cells(String page) {
    List<String> cells = new ArrayList<>();
    collect(PARSER.parse(page), cells);
    return cells;
  }

  private static void collect(Node node, List<String> cells) {
    if (node instanceof TableCell) {
      cells.add(text(node).strip());
    }
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      collect(child, cells);
    }
  }

  private static String text(Node node) {
    StringBuilder text = new StringBuilder();
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      text.append(child instanceof Text words ? words.getLiteral() : text(child));
      text.append(child instanceof SoftLineBreak ? "\n" : "");
    }
    return text.toString();
  }
}
