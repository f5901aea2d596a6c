package dev.frostbyte.parsers.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.Box;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.HiddenChannel;
import dev.frostbyte.api.model.PageSize;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.model.Region;
import dev.frostbyte.api.model.UntrustedText;
import dev.frostbyte.api.spi.BudgetReachedException;
import dev.frostbyte.api.spi.ParseResult;
import dev.frostbyte.api.spi.RemoteParser;
import dev.frostbyte.api.spi.StageConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A DoclingDocument as blocks, good ones and hostile ones. */
final class DoclingParserTest {
  private static final List<Region> NOWHERE = List.of();

  private final RemoteParser parser =
      new DoclingServeProvider().open(StageConfig.of(Map.of("url", "https://docling.example.com")));

  @Test
  void mapsEveryKindOfItemInReadingOrder() throws IOException {
    List<Block> blocks = Answers.blocks(parser, Answers.recorded("docling-success.json"));
    assertThat(blocks)
        .containsExactly(
            new Block.Page(new PageSize(1, 612, 792)),
            new Block.Page(new PageSize(2, 612, 792)),
            Block.furniture(Block.Furniture.Role.HEADER, "Confidential", NOWHERE),
            Block.heading(1, "Annual report", on(1, 72, 72, 300, 92)),
            Block.heading(2, "Figures", on(1, 72, 112, 200, 132)),
            Block.paragraph("All sums are in euros.", on(1, 72, 152, 400, 172)),
            Block.link(
                "All sums are in euros.", "https://example.com/rates", on(1, 72, 152, 400, 172)),
            Block.listItem(0, "1.", "Outer", NOWHERE),
            Block.listItem(1, "-", "Inner", NOWHERE),
            new Block.Table(
                3,
                1,
                List.of(
                    Block.Cell.of(0, 0, "Year"),
                    cell(0, 1, 1, 2, "Sum"),
                    cell(1, 0, 2, 1, "2025"),
                    Block.Cell.of(1, 1, "10"),
                    Block.Cell.of(1, 2, "20"),
                    cell(2, 1, 1, 2, "30")),
                UntrustedText.of("Table 1: sums"),
                on(2, 72, 72, 500, 200)),
            Block.figure("Figure 1: a curve", on(2, 72, 492, 300, 592)),
            Block.preformatted("a = 1\nb = 2", NOWHERE),
            Block.formula("E = mc^2", NOWHERE),
            Block.paragraph("An inline", NOWHERE),
            Block.listItem(0, "☒", "Agreed", NOWHERE),
            Block.footnote("", "Unaudited.", NOWHERE),
            Block.hidden(HiddenChannel.COMMENT, "Speak slowly.", NOWHERE),
            Block.furniture(Block.Furniture.Role.FOOTER, "1", NOWHERE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"partial_success", "failure", "skipped", "SECRET"})
  void readsNothingThatIsNotWhole(String status) throws IOException {
    String answer =
        new String(Answers.recorded("docling-success.json"), StandardCharsets.UTF_8)
            .replace("\"status\": \"success\"", "\"status\": \"" + status + "\"");
    assertThat(Answers.parse(parser, answer))
        .isInstanceOfSatisfying(
            ParseResult.Refused.class,
            refused -> {
              assertThat(refused.problem().code()).isEqualTo(ProblemCode.PARSER_ERROR);
              assertThat(refused.problem().message()).doesNotContain("SECRET");
            });
  }

  @Test
  void refusesADocumentOfAnotherFormOrVersion() throws IOException {
    for (String document :
        List.of(
            "null",
            "{}",
            "{\"schema_name\":\"Other\",\"version\":\"1.0.0\"}",
            "{\"schema_name\":\"DoclingDocument\",\"version\":\"2.0.0\"}")) {
      assertThat(Answers.parse(parser, success(document)))
          .as(document)
          .isInstanceOf(ParseResult.Refused.class);
    }
  }

  @Test
  void aCellOutsideOrOverAnotherIsToldAndLeftOut() throws IOException {
    String cells =
        String.join(
            ",",
            at(0, 1, 0, 1, "kept"),
            at(0, 1, 0, 1, "twice"),
            at(0, 2, 0, 2, "over"),
            at(5, 6, 0, 1, "below"),
            at(-1, 1, 0, 1, "above"),
            at(1, 1, 1, 2, "flat"),
            at(1, 2_000_000_000, 0, 1, "long"),
            "7",
            "{\"text\":\"nowhere\"}");
    List<Block> blocks = Answers.blocks(parser, bytes(success(table(2, 2, cells))));
    assertThat(blocks)
        .containsExactly(
            new Block.Table(
                1, 0, List.of(Block.Cell.of(0, 0, "kept")), UntrustedText.EMPTY, NOWHERE),
            new Block.Dropped("table-cell", "OUT_OF_PLACE", NOWHERE));
  }

  @Test
  void aTableOfHostileSizeTakesNoMemory() throws IOException {
    int most = Integer.MAX_VALUE;
    String cells = at(0, most, 0, most, "huge") + "," + at(0, 1, 0, 1, "small");
    assertThat(Answers.blocks(parser, bytes(success(table(most, most, cells)))))
        .hasSize(2)
        .first()
        .isInstanceOf(Block.Table.class);
  }

  @Test
  void aCircleOfPointersIsWalkedOnce() throws IOException {
    String groups =
        group(0, "#/groups/1", "#/body", "#/texts/0") + "," + group(1, "#/groups/0", "#/texts/0");
    String texts =
        "{\"label\":\"text\",\"text\":\"once\",\"children\":[{\"$ref\":\"#/groups/0\"}]}";
    assertThat(Answers.blocks(parser, bytes(success(document(groups, texts)))))
        .containsExactly(Block.paragraph("once", NOWHERE));
  }

  @Test
  void pointersThatLeadNowhereAreNotFollowed() throws IOException {
    String groups =
        group(
            0,
            "#/texts/1",
            "#/texts/00",
            "#/texts/-1",
            "#/pages/1",
            "../texts/0",
            "#/texts/99999999999");
    String texts = "{\"label\":\"text\",\"text\":\"alone\"}";
    assertThat(Answers.blocks(parser, bytes(success(document(groups, texts)))))
        .containsExactly(new Block.Dropped("item", "NOT_REFERENCED", NOWHERE));
  }

  @Test
  void groupsInGroupsEndAtTheBudget() {
    String groups =
        IntStream.range(0, 100_000)
            .mapToObj(i -> group(i, "#/groups/" + (i + 1)))
            .collect(Collectors.joining(","));
    assertThatThrownBy(() -> Answers.parse(parser, success(document(groups, ""))))
        .isInstanceOf(BudgetReachedException.class)
        .hasMessage("maxDepth of 50 reached");
  }

  @Test
  void brokenPlacesAreNoPlaces() throws IOException {
    String boxes =
        "{\"page_no\":9,\"bbox\":{}},{\"page_no\":1},{\"page_no\":1,\"bbox\":{\"l\":1e99,\"t\":0,\"r\":1,"
            + "\"b\":1,\"coord_origin\":\"TOPLEFT\"}},{\"page_no\":1,\"bbox\":{\"l\":5,\"t\":1,\"r\":2,"
            + "\"b\":9,\"coord_origin\":\"BOTTOMLEFT\"}},{\"page_no\":1e3},{\"page_no\":\"1\"},3";
    String document =
        "{\"schema_name\":\"DoclingDocument\",\"version\":\"1.0.0\",\"body\":{\"children\":["
            + "{\"$ref\":\"#/texts/0\"}]},\"texts\":[{\"label\":\"text\",\"text\":\"here\",\"prov\":["
            + boxes
            + "]}],\"pages\":{\"1\":{\"page_no\":1,\"size\":{\"width\":-1,\"height\":10}}}}";
    assertThat(Answers.blocks(parser, bytes(success(document))))
        .containsExactly(
            Block.paragraph("here", List.of(Region.page(1), Region.page(1), Region.page(1))));
  }

  @Test
  void morePagesThanAllowedEndTheReading() {
    String pages =
        IntStream.rangeClosed(1, 4)
            .mapToObj(page -> "\"" + page + "\":{\"page_no\":" + page + "}")
            .collect(Collectors.joining(","));
    String document =
        "{\"schema_name\":\"DoclingDocument\",\"version\":\"1.0.0\",\"pages\":{" + pages + "}}";
    assertThatThrownBy(() -> Answers.parse(parser, success(document)))
        .isInstanceOf(BudgetReachedException.class)
        .hasMessage("maxPages of 3 reached");
  }

  @Test
  void anAnswerBeyondJsonsLimitsIsRefused() throws IOException {
    for (String answer :
        List.of(
            "[".repeat(10_000), "{\"" + "k".repeat(50_000) + "\":1}", "1".repeat(1_000), "{} {}")) {
      assertThat(Answers.parse(parser, answer)).isInstanceOf(ParseResult.Refused.class);
    }
  }

  @Test
  void anAnswerThatSaysAThingTwiceIsRefused() throws IOException {
    String once = new String(Answers.recorded("docling-success.json"), StandardCharsets.UTF_8);
    String status = "\"status\": \"success\",";
    assertThat(Answers.parse(parser, once)).isInstanceOf(ParseResult.Complete.class);
    assertThat(Answers.parse(parser, once.replace(status, status + status)))
        .isInstanceOf(ParseResult.Refused.class);
  }

  @Test
  void refusesAConfigurationThatNamesNoService() {
    for (Map<String, String> config :
        List.of(
            Map.<String, String>of(),
            Map.of("url", "docling"),
            Map.of("url", "https://me:secret@docling.example.com"),
            Map.of("url", "https://docling.example.com/?key=secret"),
            Map.of("url", "https://docling.example.com", "timeout", "PT0S"),
            Map.of("url", "https://docling.example.com", "ocrLanguages", "en\r\nX: y"))) {
      assertThatThrownBy(() -> new DoclingServeProvider().open(StageConfig.of(config)))
          .isInstanceOfSatisfying(
              FrostbyteException.class,
              e -> {
                assertThat(e.problem().code()).isEqualTo(ProblemCode.CONFIGURATION_INVALID);
                assertThat(e.problem().message()).doesNotContain("secret");
              });
    }
  }

  private static List<Region> on(int page, float left, float top, float right, float bottom) {
    return List.of(new Region(page, new Box(left, top, right, bottom)));
  }

  private static Block.Cell cell(int row, int column, int rowSpan, int columnSpan, String text) {
    return new Block.Cell(row, column, rowSpan, columnSpan, UntrustedText.of(text));
  }

  private static String success(String document) {
    return "{\"document\":{\"json_content\":" + document + "},\"status\":\"success\"}";
  }

  private static String document(String groups, String texts) {
    return "{\"schema_name\":\"DoclingDocument\",\"version\":\"1.0.0\",\"body\":{\"children\":["
        + "{\"$ref\":\"#/groups/0\"}]},\"groups\":["
        + groups
        + "],\"texts\":["
        + texts
        + "]}";
  }

  private static String group(int number, String... children) {
    String references =
        List.of(children).stream()
            .map(child -> "{\"$ref\":\"" + child + "\"}")
            .collect(Collectors.joining(","));
    return "{\"self_ref\":\"#/groups/"
        + number
        + "\",\"label\":\"section\",\"children\":["
        + references
        + "]}";
  }

  private static String table(int rows, int columns, String cells) {
    return "{\"schema_name\":\"DoclingDocument\",\"version\":\"1.0.0\",\"body\":{\"children\":["
        + "{\"$ref\":\"#/tables/0\"}]},\"tables\":[{\"data\":{\"num_rows\":"
        + rows
        + ",\"num_cols\":"
        + columns
        + ",\"table_cells\":["
        + cells
        + "]}}]}";
  }

  private static String at(int row, int rowEnd, int column, int columnEnd, String text) {
    return "{\"start_row_offset_idx\":"
        + row
        + ",\"end_row_offset_idx\":"
        + rowEnd
        + ",\"start_col_offset_idx\":"
        + column
        + ",\"end_col_offset_idx\":"
        + columnEnd
        + ",\"text\":\""
        + text
        + "\"}";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
