package dev.frostbyte.parsers.pdf;

import dev.frostbyte.api.model.Attached;
import dev.frostbyte.api.model.Block;
import java.util.List;

/** Writes blocks as Markdown with HTML tables, the form that the benchmark's evaluator reads. */
public final class MarkdownView {
  private final StringBuilder out = new StringBuilder();

  private MarkdownView() {}

  public static String of(List<Block> blocks) {
    MarkdownView view = new MarkdownView();
    blocks.forEach(view::add);
    return view.out.toString();
  }

  private void add(Block block) {
    switch (block.bare()) {
      case Block.Heading heading ->
          line("#".repeat(Math.min(6, heading.level())) + " " + heading.text().value());
      case Block.Paragraph paragraph -> line(paragraph.text().value());
      case Block.ListItem item -> line(marker(item) + " " + item.text().value());
      case Block.Table table -> table(table);
      case Block.Preformatted code -> line(code.text().value());
      case Block.Furniture furniture -> {}
      case Block.Figure figure -> line(figure.caption().value());
      case Block.Formula formula -> line(formula.text().value());
      case Block.Footnote note -> line(note.marker().value() + " " + note.text().value());
      case Block.Link link -> {}
      case Block.Encoded encoded -> {}
      case Block.Language language -> {}
      case Block.Page page -> {}
      case Block.PageImage image -> {}
      case Attached piece -> {}
      case Block.Noted noted -> throw new AssertionError("noted twice");
      case Block.Hidden hidden -> {}
      case Block.Dropped dropped -> {}
    }
  }

  private static String marker(Block.ListItem item) {
    String marker = item.marker().value();
    boolean bullet = marker.chars().noneMatch(Character::isLetterOrDigit);
    return "  ".repeat(item.depth()) + (bullet ? "-" : marker);
  }

  private void line(String text) {
    out.append(text).append("\n\n");
  }

  private void table(Block.Table table) {
    if (!table.caption().value().isEmpty()) {
      line(table.caption().value());
    }
    out.append("<table>");
    int row = -1;
    for (Block.Cell cell : table.cells()) {
      while (row < cell.row()) {
        out.append(row < 0 ? "<tr>" : "</tr><tr>");
        row++;
      }
      out.append("<td").append(span("colspan", cell.columnSpan()));
      out.append(span("rowspan", cell.rowSpan())).append('>');
      out.append(escaped(cell.text().value())).append("</td>");
    }
    out.append("</tr></table>\n\n");
  }

  private static String span(String name, int span) {
    return span == 1 ? "" : " " + name + "=\"" + span + "\"";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
