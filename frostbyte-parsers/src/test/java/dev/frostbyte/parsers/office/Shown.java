package dev.frostbyte.parsers.office;

import dev.frostbyte.api.model.Attached;
import dev.frostbyte.api.model.Block;
import java.util.List;
import java.util.stream.Collectors;

/** Writes blocks as short lines for tests; texts of tests are no secret. */
final class Shown {
  private Shown() {}

  /** All but what says how bytes were read. */
  static List<String> of(List<Block> blocks) {
    return blocks.stream()
        .filter(block -> !(block instanceof Block.Encoded))
        .map(Shown::line)
        .toList();
  }

  static String line(Block block) {
    return switch (block.bare()) {
      case Block.Heading b -> "h" + b.level() + " " + b.text().value();
      case Block.Paragraph b -> "p " + b.text().value();
      case Block.ListItem b ->
          "li" + b.depth() + " [" + b.marker().value() + "] " + b.text().value();
      case Block.Preformatted b -> "code " + b.text().value();
      case Block.Furniture b -> b.role() + " " + b.text().value();
      case Block.Figure b -> ("figure " + b.caption().value()).strip();
      case Block.Formula b -> "formula " + b.text().value();
      case Block.Footnote b -> "note [" + b.marker().value() + "] " + b.text().value();
      case Block.Link b -> "link " + b.label().value() + " -> " + b.target().value();
      case Block.Language b -> "language " + b.tag().value();
      case Block.Encoded b -> "encoding " + b.encoding().name() + " " + b.encoding().basis();
      case Block.Page b -> "page " + b.size().page();
      case Block.PageImage b -> "image " + b.number();
      case Attached b -> "attached " + b.name().value() + " " + b.bytes().length;
      case Block.Noted b -> throw new AssertionError("noted twice");
      case Block.Hidden b -> b.channel() + " " + b.text().value();
      case Block.Dropped b -> "dropped " + b.kind() + " " + b.reason();
      case Block.Table b -> table(b);
    };
  }

  private static String table(Block.Table table) {
    String cells = table.cells().stream().map(Shown::cell).collect(Collectors.joining(" "));
    String caption = table.caption().isBlank() ? "" : "[" + table.caption().value() + "] ";
    return "table " + caption + table.columns() + "/" + table.headerRows() + " " + cells;
  }

  private static String cell(Block.Cell cell) {
    boolean plain = cell.rowSpan() == 1 && cell.columnSpan() == 1;
    String span = plain ? "" : "(" + cell.rowSpan() + "x" + cell.columnSpan() + ")";
    return cell.row() + "," + cell.column() + span + "=" + cell.text().value();
  }
}
