package dev.frostbyte.core.report;

import java.util.List;
import java.util.Locale;

/**
 * Writes a report as Markdown with tables (GitHub Flavored Markdown). Every text goes through one
 * escape, so that none can end its cell or begin a heading, a link, a list or a tag. One thread.
 */
final class MarkdownWriter {
  /** Characters that Markdown or HTML could give a meaning. */
  private static final String MEANING = "\\`*_[]<>#|~&@$";

  private static final int LONGEST_BAR = 30;

  private final StringBuilder out = new StringBuilder(1 << 15);

  private MarkdownWriter() {}

  static String write(Sheet sheet) {
    MarkdownWriter writer = new MarkdownWriter();
    writer.out.append("# Acceptance report\n\n");
    sheet.parts().forEach(writer::part);
    return writer.out.toString().stripTrailing() + "\n";
  }

  private void part(Sheet.Part part) {
    if (!part.title().isEmpty()) {
      out.append("## ").append(escape(part.title())).append("\n\n");
    }
    part.blocks().forEach(this::block);
  }

  private void block(Block block) {
    switch (block) {
      case Block.Paragraph paragraph -> out.append(paragraph(paragraph)).append("\n\n");
      case Block.Verbatim verbatim -> verbatim(verbatim.text());
      case Block.Terms terms -> terms(terms);
      case Block.Table table -> table(table);
      case Block.Chart chart -> chart(chart);
      case Block.Signing signing -> signing(signing.roles());
    }
  }

  private static String paragraph(Block.Paragraph paragraph) {
    String text = escape(paragraph.text());
    return switch (paragraph.tone()) {
      case "lead" -> "**" + text + "**";
      case "good", "wait" -> "> " + text;
      default -> text;
    };
  }

  /** A code block of four blanks, which no line can end. */
  private void verbatim(String text) {
    text.lines().forEach(line -> out.append("    ").append(line).append('\n'));
    out.append('\n');
  }

  private void terms(Block.Terms terms) {
    for (Block.Term term : terms.terms()) {
      out.append("- **").append(escape(term.name())).append("** ");
      out.append(inside(term.meaning())).append('\n');
    }
    out.append('\n');
  }

  private void table(Block.Table table) {
    out.append('|');
    for (int column = 0; column < table.columns().size(); column++) {
      out.append(' ').append(escape(table.column(column))).append(" |");
    }
    out.append("\n|");
    for (int column = 0; column < table.columns().size(); column++) {
      out.append(table.numeric(column) ? " ---: |" : " --- |");
    }
    out.append('\n');
    table.rows().forEach(this::row);
    out.append('\n');
  }

  private void row(List<Cell> cells) {
    out.append('|');
    cells.forEach(cell -> out.append(' ').append(inside(cell)).append(" |"));
    out.append('\n');
  }

  private void chart(Block.Chart chart) {
    out.append("| ").append(escape(chart.caption())).append(" | | |\n| --- | ---: | --- |\n");
    for (Block.Bar bar : chart.bars()) {
      long length = Math.round((double) bar.length() / chart.longest() * LONGEST_BAR);
      String drawn = (bar.marked() ? "\u2592" : "\u2588").repeat((int) length);
      out.append("| ").append(inside(bar.label())).append(" | ").append(escape(bar.value()));
      out.append(" | ").append(drawn).append(" |\n");
    }
    out.append('\n');
  }

  private void signing(List<String> roles) {
    out.append("| Role | Name | Date | Signature |\n| --- | --- | --- | --- |\n");
    String line = "&#95;".repeat(16);
    roles.forEach(
        role ->
            out.append("| ").append(escape(role)).append((" | " + line).repeat(3)).append(" |\n"));
    out.append('\n');
  }

  private static String inside(Cell cell) {
    return switch (cell) {
      case Cell.Hash hash -> code(hash.text());
      case Cell.Code code -> code(code.text());
      case Cell.Text text -> escape(text.text());
      case Cell.Name name -> escape(name.plain());
      case Cell.Badge badge -> escape(badge.outcome());
      case Cell.Number number -> escape(number.text());
      case Cell.Time time -> escape(time.text());
    };
  }

  /** As code where nothing in it could end the code or the cell. */
  private static String code(String text) {
    return text.matches("[A-Za-z0-9_./-]+") ? "`" + text + "`" : escape(text);
  }

  /**
   * Text that stays text: what could mean something is written by its number, which CommonMark
   * never takes for structure; so is what begins a list, and what makes an address a link.
   */
  private static String escape(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    int[] points = FileNames.visible(text).codePoints().toArray();
    for (int at = 0; at < points.length; at++) {
      if (means(points, at)) {
        safe.append(String.format(Locale.ROOT, "&#%d;", points[at]));
      } else {
        safe.appendCodePoint(points[at]);
      }
    }
    return safe.toString();
  }

  private static boolean means(int[] points, int at) {
    int point = points[at];
    boolean list = at == 0 && "-+ ".indexOf(point) >= 0;
    boolean inside = at > 0 && at + 1 < points.length && Character.isLetter(points[at - 1]);
    boolean address = (point == ':' || point == '.') && inside && points[at + 1] != ' ';
    boolean scheme = address && (point == ':' || Character.toLowerCase(points[at - 1]) == 'w');
    return MEANING.indexOf(point) >= 0 || list || scheme;
  }
}
