package dev.frostbyte.parsers.web;

import dev.frostbyte.api.model.Attached;
import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.StageConfig;
import dev.frostbyte.testkit.Recording;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Writes the Markdown of every page of a folder, for the evaluator of the corpus. */
final class HtmlScore {
  private HtmlScore() {}

  /** Arguments: folder of pages, folder for Markdown. */
  public static void main(String[] arguments) throws IOException {
    Path target = Files.createDirectories(Path.of(arguments[1]));
    try (Stream<Path> pages = Files.list(Path.of(arguments[0]))) {
      pages.filter(page -> page.toString().endsWith(".html")).forEach(page -> write(page, target));
    }
  }

  private static void write(Path page, Path target) {
    try {
      Recording recording = new Recording();
      new HtmlParserProvider()
          .open(StageConfig.none())
          .parse(
              DocumentSource.of(Files.readAllBytes(page)),
              MediaType.HTML,
              ParseLimits.DEFAULT,
              recording);
      StringBuilder text = new StringBuilder();
      recording.blocks().forEach(block -> text.append(markdown(block)));
      Files.writeString(
          target.resolve(page.getFileName().toString().replace(".html", ".html.md")), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String markdown(Block block) {
    return switch (block.bare()) {
      case Block.Heading heading ->
          "#".repeat(heading.level()) + " " + heading.text().value() + "\n\n";
      case Block.Paragraph paragraph -> paragraph.text().value() + "\n\n";
      case Block.ListItem item ->
          "  ".repeat(item.depth())
              + (item.marker().value().equals("•") ? "-" : item.marker().value())
              + " "
              + item.text().value()
              + "\n";
      case Block.Preformatted code -> "```\n" + code.text().value() + "\n```\n\n";
      case Block.Table table -> table(table);
      case Block.Furniture furniture -> "";
      case Block.Figure figure -> figure.caption().value() + "\n\n";
      case Block.Formula formula -> formula.text().value() + "\n\n";
      case Block.Footnote note -> note.text().value() + "\n\n";
      case Block.Link link -> "";
      case Block.Encoded encoded -> "";
      case Block.Language language -> "";
      case Block.Page page -> "";
      case Block.PageImage image -> "";
      case Attached piece -> "";
      case Block.Noted noted -> throw new AssertionError("noted twice");
      case Block.Hidden hidden -> "";
      case Block.Dropped dropped -> "";
    };
  }

  private static String table(Block.Table table) {
    StringBuilder out = new StringBuilder("<table>");
    int row = -1;
    for (Block.Cell cell : table.cells()) {
      if (cell.row() != row) {
        out.append(row < 0 ? "<tr>" : "</tr><tr>");
        row = cell.row();
      }
      out.append("<td rowspan=\"").append(cell.rowSpan()).append("\" colspan=\"");
      out.append(cell.columnSpan()).append("\">").append(cell.text().value()).append("</td>");
    }
    return out.append("</tr></table>\n\n").toString();
  }
}
