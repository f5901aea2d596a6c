package dev.frostbyte.core.report;

import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.core.document.Html;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * Writes a report as one self-contained page. Every text goes through the same escape, trusted or
 * not; the page allows no script, no request, and no style but its own, which its policy names by
 * hash. One thread.
 */
final class HtmlWriter {
  private static final String STYLE = style();
  private static final String POLICY =
      "default-src 'none'; style-src 'sha256-"
          + Base64.getEncoder()
              .encodeToString(ContentHash.of(STYLE.getBytes(StandardCharsets.UTF_8)).bytes())
          + "'; base-uri 'none'; form-action 'none'";

  private final StringBuilder out = new StringBuilder(1 << 16);

  private HtmlWriter() {}

  static String write(Sheet sheet) {
    HtmlWriter writer = new HtmlWriter();
    writer.head(sheet.title());
    sheet.parts().forEach(writer::part);
    return writer.out.append("</main>\n</body>\n</html>\n").toString();
  }

  private void head(String title) {
    out.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    out.append("<meta http-equiv=\"Content-Security-Policy\" content=\"")
        .append(POLICY)
        .append("\">\n");
    out.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    out.append(
        "<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"robots\" content=\"noindex\">\n");
    element("title", title);
    out.append("<style>").append(STYLE).append("</style>\n</head>\n<body>\n<main>\n");
    element("h1", "Acceptance report");
  }

  private void part(Sheet.Part part) {
    if (part.title().isEmpty()) {
      part.blocks().forEach(this::block);
      return;
    }
    out.append("<section>\n");
    element("h2", part.title());
    part.blocks().forEach(this::block);
    out.append("</section>\n");
  }

  private void block(Block block) {
    switch (block) {
      case Block.Paragraph paragraph -> paragraph(paragraph);
      case Block.Verbatim verbatim -> element("pre", verbatim.text());
      case Block.Terms terms -> terms(terms);
      case Block.Table table -> table(table);
      case Block.Chart chart -> out.append(HtmlChart.of(chart));
      case Block.Signing signing -> signing(signing.roles());
    }
  }

  private void paragraph(Block.Paragraph paragraph) {
    out.append(paragraph.tone().isEmpty() ? "<p>" : "<p class=\"" + paragraph.tone() + "\">")
        .append(Html.escape(paragraph.text()))
        .append("</p>\n");
  }

  private void terms(Block.Terms terms) {
    out.append("<dl>\n");
    for (Block.Term term : terms.terms()) {
      element("dt", term.name());
      out.append("<dd>").append(inside(term.meaning())).append("</dd>\n");
    }
    out.append("</dl>\n");
  }

  /** A table that scrolls by itself when the window is narrow; its first column names the row. */
  private void table(Block.Table table) {
    String caption = Html.escape(table.caption());
    out.append("<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"").append(caption);
    out.append("\"><table>\n<caption>").append(caption).append("</caption>\n<thead><tr>");
    for (int column = 0; column < table.columns().size(); column++) {
      out.append(table.numeric(column) ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">");
      out.append(Html.escape(table.column(column))).append("</th>");
    }
    out.append("</tr></thead>\n<tbody>\n");
    for (int row = 0; row < table.rows().size(); row++) {
      out.append(table.total(row) ? "<tr class=\"total\">" : "<tr>");
      table.rows().get(row).forEach(this::cell);
      out.append("</tr>\n");
    }
    out.append("</tbody></table></div>\n");
  }

  private void cell(Cell cell) {
    String open =
        switch (cell) {
          case Cell.Name name -> "<th scope=\"row\">";
          case Cell.Number number -> "<td class=\"n\">";
          case Cell.Time time -> "<td class=\"t\">";
          case Cell.Hash hash -> "<td class=\"h\">";
          case Cell.Text text -> "<td>";
          case Cell.Badge badge -> "<td>";
          case Cell.Code code -> "<td>";
        };
    out.append(open).append(inside(cell)).append(cell instanceof Cell.Name ? "</th>" : "</td>");
  }

  /** A name's direction stays its own, and characters that would hide or turn it are shown. */
  private static String inside(Cell cell) {
    return switch (cell) {
      case Cell.Name name -> "<bdi dir=\"auto\">" + FileNames.html(name.name().value()) + "</bdi>";
      case Cell.Badge badge -> badge(badge.outcome());
      case Cell.Hash hash -> "<code>" + Html.escape(hash.text()) + "</code>";
      case Cell.Code code -> "<code>" + Html.escape(code.text()) + "</code>";
      case Cell.Number number -> Html.escape(number.text());
      case Cell.Time time -> Html.escape(time.text());
      case Cell.Text text -> Html.escape(text.text());
    };
  }

  private static String badge(String outcome) {
    String known = Outcomes.WORDS.contains(outcome) ? outcome : "other";
    return "<span class=\"" + known + "\">" + Html.escape(outcome) + "</span>";
  }

  private void signing(List<String> roles) {
    out.append("<table class=\"sign\">\n<thead><tr>");
    List.of("Role", "Name", "Date", "Signature")
        .forEach(
            name -> out.append("<th scope=\"col\">").append(Html.escape(name)).append("</th>"));
    out.append("</tr></thead>\n<tbody>\n");
    for (String role : roles) {
      out.append("<tr><th scope=\"row\">").append(Html.escape(role));
      out.append("</th><td></td><td></td><td></td></tr>\n");
    }
    out.append("</tbody></table>\n");
  }

  private void element(String name, String text) {
    out.append('<').append(name).append('>').append(Html.escape(text));
    out.append("</").append(name).append(">\n");
  }

  private static String style() {
    try (InputStream in = HtmlWriter.class.getResourceAsStream("report.css")) {
      if (in == null) {
        throw new IllegalStateException("report.css is missing from the jar of frostbyte-core");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
