package dev.frostbyte.parsers.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.spi.BudgetReachedException;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.ParseResult;
import dev.frostbyte.api.spi.ParserProvider;
import dev.frostbyte.api.spi.StageConfig;
import dev.frostbyte.testkit.Recording;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvParserTest {
  private final ParserProvider provider = new CsvParserProvider();

  @Test
  void findsTheDelimiter() throws IOException {
    for (String delimiter : List.of(",", ";", "\t", "|")) {
      String text = "name,amount,note\nrent,10,x\nfood,20,y\n".replace(",", delimiter);
      Block.Table table = table(text);
      assertThat(table.columns()).as(delimiter).isEqualTo(3);
      assertThat(table.headerRows()).isEqualTo(1);
      assertThat(table.cells().get(4)).isEqualTo(Block.Cell.of(1, 1, "10"));
    }
    assertThat(table("amount;rate\n1,5;2,25\n2,5;3,25\n").columns()).isEqualTo(2);
    assertThat(table("sep=;\na;b\n1,1,1;2\n").columns()).isEqualTo(2);
  }

  @Test
  void takesALineThatNamesNoDelimiterForARow() throws IOException {
    for (String said : List.of("\"", "'", "a", "7", "é", "\r", "\u2028")) {
      Block.Table table = table("sep=" + said + "\na,b\n1,2\n3,4\n");
      assertThat(table.columns()).as("%x", (int) said.charAt(0)).isEqualTo(2);
    }
    assertThat(table("sep=a\nx,y\n1,2\n").cells())
        .containsSubsequence(Block.Cell.of(0, 0, "x"), Block.Cell.of(0, 1, "y"));
    assertThat(table("sep=^\nx^y\n1^2\n").columns()).isEqualTo(2);
  }

  @Test
  void keepsQuotedDelimitersLineBreaksAndFormulas() throws IOException {
    Block.Table table = table("a,b\n\"x, y\nz\",=SUM(A1:A2)\n\"say \"\"hi\"\"\",2\n");
    assertThat(table.cells())
        .contains(
            Block.Cell.of(1, 0, "x, y\nz"),
            Block.Cell.of(1, 1, "=SUM(A1:A2)"),
            Block.Cell.of(2, 0, "say \"hi\""));
  }

  @Test
  void readsRaggedRowsSingleColumnsAndStrayQuotes() throws IOException {
    assertThat(table("a,b,c\n1\n1,2\n1,2,3,4\n").columns()).isEqualTo(4);
    assertThat(table("city\nKöln\nBonn\n").columns()).isEqualTo(1);
    assertThat(table("a,b\n5\" pipe,1\n6\" pipe,2\n").cells())
        .contains(Block.Cell.of(1, 0, "5\" pipe"));
    assertThat(table("a,b\n\"never closed,1\n").columns()).isPositive();
  }

  @Test
  void readsSingleQuotesWhereTheyEncloseValues() throws IOException {
    Block.Table table = table("'a','b'\n'1,5','it''s'\n");
    assertThat(table.cells())
        .containsExactly(
            Block.Cell.of(0, 0, "a"),
            Block.Cell.of(0, 1, "b"),
            Block.Cell.of(1, 0, "1,5"),
            Block.Cell.of(1, 1, "it's"));
    assertThat(table("'a';'b'\n'1';'2'\n").cells()).contains(Block.Cell.of(1, 0, "1"));
    assertThat(table("word,note\n'tis,old\n'twas,old\nrock 'n' roll,x\n").cells())
        .contains(Block.Cell.of(1, 0, "'tis"), Block.Cell.of(2, 0, "'twas"));
    assertThat(table("word,note\n'tis,old\n'twas,old\n").columns()).isEqualTo(2);
  }

  @Test
  void takesTitlesAndRemarksAboveATableForText() throws IOException {
    String rows = "Name,Qty\nBolt,5\nNut,6\n";
    for (String above :
        List.of("Report 2026\n\n", "Report 2026,\n", "# made, by, hand\nReport\n")) {
      Recording recording = new Recording();
      parse(above + rows, ParseLimits.DEFAULT, recording);
      assertThat(recording.blocks()).filteredOn(Block.Paragraph.class::isInstance).isNotEmpty();
      Block.Table table = (Block.Table) recording.blocks().getLast();
      assertThat(table.headerRows()).as(above).isEqualTo(1);
      assertThat(table.cells().getFirst()).isEqualTo(Block.Cell.of(0, 0, "Name"));
    }
    assertThat(table("#,Name\n1,Bolt\n").cells()).contains(Block.Cell.of(0, 0, "#"));
    assertThat(table(",Sales\nBolt,5\n").cells()).contains(Block.Cell.of(0, 1, "Sales"));
    assertThat(table("city\nBonn\n").cells()).hasSize(2);
  }

  @Test
  void remarksOnValuesThatASpreadsheetWouldRun() throws IOException {
    assertThat(remarks("a,b\nx,=cmd|'/C calc'!A0\n")).containsExactly("dde link");
    for (String formula : List.of("=1+1", "=SUM(A1:A2)", "+HYPERLINK(1)", "@SUM(1)", "-x.y(2)")) {
      assertThat(remarks("a,b\nx,\"" + formula + "\"\n")).as(formula).containsExactly("formula");
    }
    for (String plain : List.of("-5", "+49 221 1", "@handle", "-", "=", "==", "- item", "a=b(c)")) {
      assertThat(remarks("a,b\nx," + plain + "\n")).as(plain).isEmpty();
    }
  }

  private List<String> remarks(String text) throws IOException {
    Recording recording = new Recording();
    parse(text, ParseLimits.DEFAULT, recording);
    return recording.blocks().stream()
        .filter(Block.Dropped.class::isInstance)
        .map(block -> ((Block.Dropped) block).kind())
        .toList();
  }

  @Test
  void guessesNoHeaderFromNumbersOrRepeats() throws IOException {
    assertThat(table("1,2\n3,4\n").headerRows()).isZero();
    assertThat(table("a,a\nb,c\n").headerRows()).isZero();
    assertThat(table("only,row\n").headerRows()).isZero();
  }

  @Test
  void cutsAtTheCharacterBudget() throws IOException {
    ParseLimits few = new ParseLimits(9, 9, 20, 9, 9, 9, 9, Duration.ofMinutes(1));
    Recording recording = new Recording();
    ParseResult result = parse("ab,cd\nef,gh\nij,kl\nmn,op\n", few, recording);
    assertThat(((ParseResult.Cut) result).problem().code()).isEqualTo(ProblemCode.LIMIT_EXCEEDED);
    assertThat(((Block.Table) recording.blocks().getLast()).cells()).hasSize(6);
  }

  @Test
  void givesALargeTableInPartsWithEveryRowOnce() throws IOException {
    StringBuilder text = new StringBuilder("key,value\n");
    int rows = 60_000;
    for (int row = 0; row < rows; row++) {
      text.append("k").append(row).append(",the value of row number ").append(row).append("\r\n");
    }
    Recording recording = new Recording();
    assertThat(parse(text.toString(), ParseLimits.DEFAULT, recording))
        .isInstanceOf(ParseResult.Complete.class);
    List<Block.Table> parts =
        recording.blocks().stream()
            .filter(Block.Table.class::isInstance)
            .map(Block.Table.class::cast)
            .toList();
    assertThat(parts).hasSizeGreaterThan(1);
    assertThat(parts.stream().mapToInt(part -> part.cells().size()).sum())
        .isEqualTo(2 * (rows + 1));
    assertThat(parts).extracting(Block.Table::headerRows).startsWith(1, 0);
    assertThat(parts.getLast().cells().getLast().text().value())
        .isEqualTo("the value of row number " + (rows - 1));
  }

  @Test
  void refusesTooManyColumnsEmptyAndBinaryFiles() throws IOException {
    assertThat(code("a,".repeat(20_000) + "\n")).isEqualTo(ProblemCode.LIMIT_EXCEEDED);
    assertThat(code("")).isEqualTo(ProblemCode.FILE_EMPTY);
    assertThat(code("\0\1\2\3,\0\1")).isEqualTo(ProblemCode.FILE_CORRUPTED);
  }

  @Test
  void namesItsLibraryAndLetsBudgetsPass() throws IOException {
    assertThat(provider.open(StageConfig.none()).fingerprint()).startsWith("commons-csv");
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () ->
                provider
                    .open(StageConfig.none())
                    .parse(
                        source("a,b\n"),
                        MediaType.CSV,
                        ParseLimits.DEFAULT,
                        block -> {
                          throw new BudgetReachedException("maxElements", 0);
                        }))
        .isInstanceOf(BudgetReachedException.class);
  }

  private ProblemCode code(String text) throws IOException {
    ParseResult result = parse(text, ParseLimits.DEFAULT, new Recording());
    return ((ParseResult.Refused) result).problem().code();
  }

  private Block.Table table(String text) throws IOException {
    Recording recording = new Recording();
    assertThat(parse(text, ParseLimits.DEFAULT, recording))
        .isInstanceOf(ParseResult.Complete.class);
    return recording.blocks().stream()
        .filter(Block.Table.class::isInstance)
        .map(Block.Table.class::cast)
        .reduce((one, next) -> next)
        .orElseThrow();
  }

  private ParseResult parse(String text, ParseLimits limits, Recording recording)
      throws IOException {
    return provider.open(StageConfig.none()).parse(source(text), MediaType.CSV, limits, recording);
  }

  private static DocumentSource source(String text) {
    return DocumentSource.of(text.getBytes(StandardCharsets.UTF_8));
  }
}
