package dev.frostbyte.parsers.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.Box;
import dev.frostbyte.api.model.PageSize;
import dev.frostbyte.api.model.Region;
import dev.frostbyte.api.model.UntrustedText;
import dev.frostbyte.api.spi.ParseResult;
import dev.frostbyte.api.spi.RemoteParser;
import dev.frostbyte.api.spi.StageConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Unstructured's elements as blocks, good ones and hostile ones. */
final class UnstructuredParserTest {
  private final RemoteParser parser =
      new UnstructuredProvider()
          .open(
              StageConfig.of(
                  Map.of("url", "https://unstructured.example.com", "pixelsPerInch", "200")));

  @Test
  void mapsEveryKindOfElement() throws IOException {
    List<Region> first = List.of(Region.page(1));
    List<Region> second = List.of(Region.page(2));
    assertThat(Answers.blocks(parser, Answers.recorded("unstructured-elements.json")))
        .containsExactly(
            Block.furniture(Block.Furniture.Role.HEADER, "Confidential", first),
            new Block.Page(new PageSize(1, 612, 792)),
            Block.heading(1, "Annual report", on(1, 72, 36, 288, 54)),
            Block.heading(2, "Figures", first),
            Block.paragraph("All sums are in euros.", first),
            Block.link("euros", "https://example.com/rates", first),
            Block.listItem(0, "", "Outer", first),
            Block.listItem(1, "", "Inner", first),
            new Block.Page(new PageSize(2, 612, 792)),
            new Block.Table(
                3,
                1,
                List.of(
                    Block.Cell.of(0, 0, "Year"),
                    new Block.Cell(0, 1, 1, 2, UntrustedText.of("Sum")),
                    new Block.Cell(1, 0, 2, 1, UntrustedText.of("2025")),
                    Block.Cell.of(1, 1, "10"),
                    Block.Cell.of(1, 2, "20"),
                    new Block.Cell(2, 1, 1, 2, UntrustedText.of("30"))),
                UntrustedText.EMPTY,
                on(2, 72, 72, 504, 216)),
            Block.figure("A curve", second),
            Block.formula("E = mc^2", second),
            Block.preformatted("a = 1\nb = 2", second),
            Block.paragraph("Unaudited.", second),
            Block.furniture(Block.Furniture.Role.FOOTER, "2", second));
  }

  @Test
  void hostileValuesBecomeNoBlocks() throws IOException {
    String elements =
        "[3,null,\"x\",[],{},{\"type\":5,\"text\":7},{\"type\":\"Title\",\"text\":\"own parent\","
            + "\"element_id\":\"a\",\"metadata\":{\"parent_id\":\"a\",\"category_depth\":2000000000,"
            + "\"page_number\":-4}},{\"type\":\"ListItem\",\"text\":\"deep\",\"metadata\":{"
            + "\"category_depth\":-9,\"page_number\":2000000000}},{\"type\":\"NarrativeText\",\"text\":"
            + "\"placed\",\"metadata\":{\"page_number\":1,\"coordinates\":{\"system\":\"PixelSpace\","
            + "\"points\":[[1e300,0],[0],\"x\"],\"layout_width\":-1,\"layout_height\":1e300}}}]";
    assertThat(Answers.blocks(parser, bytes(elements)))
        .containsExactly(
            Block.heading(9, "own parent", List.of()),
            Block.listItem(0, "", "deep", List.of()),
            Block.paragraph("placed", List.of(Region.page(1))));
  }

  @Test
  void aTableThatCannotBePlacedIsToldAsText() throws IOException {
    for (String html :
        List.of(
            "",
            "no table",
            "<table></table>",
            "<table><tr>"
                + "<td colspan='1000'>x</td>".repeat(16)
                + "<td>y</td>".repeat(385)
                + "</tr></table>")) {
      assertThat(Answers.blocks(parser, table(html)))
          .as(html)
          .containsExactly(Block.paragraph("a b", List.of()));
    }
  }

  @Test
  void cellsThatReachOverOthersAreToldWithoutTheirSpans() throws IOException {
    byte[] answer =
        table(
            "<table><tr><td>a</td><td rowspan='9999'>b</td></tr><tr><td"
                + " colspan='2'>c</td><td>d<table><tr><td>e</td></tr></table></td></tr></table>");
    assertThat(Answers.blocks(parser, answer))
        .containsExactly(
            new Block.Table(
                3,
                0,
                List.of(
                    Block.Cell.of(0, 0, "a"),
                    new Block.Cell(0, 1, 2, 1, UntrustedText.of("b")),
                    Block.Cell.of(1, 0, "c"),
                    Block.Cell.of(1, 2, "d e")),
                UntrustedText.EMPTY,
                List.of()));
  }

  @Test
  void aListInAListIsTakenAndAnErrorIsNot() throws IOException {
    assertThat(Answers.blocks(parser, bytes("[[{\"type\":\"Text\",\"text\":\"x\"}]]"))).hasSize(1);
    assertThat(Answers.parse(parser, "{\"detail\":\"SECRET\"}"))
        .isInstanceOfSatisfying(
            ParseResult.Refused.class,
            refused -> assertThat(refused.problem().message()).doesNotContain("SECRET"));
  }

  private static byte[] table(String html) {
    String element =
        "[{\"type\":\"Table\",\"text\":\"a b\",\"metadata\":{\"text_as_html\":\"%s\"}}]";
    return bytes(element.formatted(html));
  }

  private static List<Region> on(int page, float left, float top, float right, float bottom) {
    return List.of(new Region(page, new Box(left, top, right, bottom)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
