package dev.frostbyte.core.report;

import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.api.model.UntrustedText;
import dev.frostbyte.core.document.Html;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/**
 * Writes one self-contained page. Every text goes through the same escape, trusted or not; the page
 * allows no script, no request, and no style but its own, which its policy names by hash. One
 * thread.
 */
final class HtmlPage {
  /** Put before the name of a column that holds numbers. */
  static final String NUMBER = "#";

  private static final String STYLE = style();
  private static final String POLICY =
      "default-src 'none'; style-src 'sha256-"
          + Base64.getEncoder()
              .encodeToString(ContentHash.of(STYLE.getBytes(StandardCharsets.UTF_8)).bytes())
          + "'; base-uri 'none'; form-action 'none'";

  private final StringBuilder out = new StringBuilder(1 << 16);

  HtmlPage(String title) {
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

  HtmlPage section(String title) {
    out.append("<section>\n");
    return element("h2", title);
  }

  HtmlPage endSection() {
    out.append("</section>\n");
    return this;
  }

  HtmlPage paragraph(String kind, String text) {
    out.append(kind.isEmpty() ? "<p>" : "<p class=\"" + kind + "\">")
        .append(Html.escape(text))
        .append("</p>\n");
    return this;
  }

  HtmlPage terms() {
    out.append("<dl>\n");
    return this;
  }

  HtmlPage term(String name, String meaning) {
    return element("dt", name).element("dd", meaning);
  }

  HtmlPage endTerms() {
    out.append("</dl>\n");
    return this;
  }

  /** A table that scrolls by itself when the window is narrow; its first column names the row. */
  HtmlPage table(String caption, String... columns) {
    out.append("<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"")
        .append(Html.escape(caption));
    out.append("\"><table>\n<caption>")
        .append(Html.escape(caption))
        .append("</caption>\n<thead><tr>");
    for (String column : columns) {
      header(column);
    }
    out.append("</tr></thead>\n<tbody>\n");
    return this;
  }

  private void header(String column) {
    boolean number = column.startsWith(NUMBER);
    out.append(number ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">");
    out.append(Html.escape(number ? column.substring(NUMBER.length()) : column)).append("</th>");
  }

  HtmlPage endTable() {
    out.append("</tbody></table></div>\n");
    return this;
  }

  HtmlPage row() {
    out.append("<tr>");
    return this;
  }

  HtmlPage row(String kind) {
    out.append("<tr class=\"").append(kind).append("\">");
    return this;
  }

  HtmlPage endRow() {
    out.append("</tr>\n");
    return this;
  }

  /**
   * A file name: its direction stays its own, and characters that would hide or turn it are shown.
   */
  HtmlPage name(UntrustedText fileName) {
    out.append("<th scope=\"row\"><bdi dir=\"auto\">")
        .append(FileNames.html(fileName.value()))
        .append("</bdi></th>");
    return this;
  }

  HtmlPage badge(String outcome) {
    String known = Outcomes.WORDS.contains(outcome) ? outcome : "other";
    out.append("<td><span class=\"")
        .append(known)
        .append("\">")
        .append(Html.escape(outcome))
        .append("</span></td>");
    return this;
  }

  HtmlPage cell(String text) {
    out.append("<td>").append(Html.escape(text)).append("</td>");
    return this;
  }

  /** A time, never broken. */
  HtmlPage time(Instant time) {
    out.append("<td class=\"t\">").append(Html.escape(Plain.time(time))).append("</td>");
    return this;
  }

  HtmlPage number(String text) {
    out.append("<td class=\"n\">").append(Html.escape(text)).append("</td>");
    return this;
  }

  /** A hash or an id, broken where there is no room for it. */
  HtmlPage hash(String text) {
    out.append("<td class=\"h\"><code>").append(Html.escape(text)).append("</code></td>");
    return this;
  }

  /** A code, never broken. */
  HtmlPage code(String text) {
    out.append("<td><code>").append(Html.escape(text)).append("</code></td>");
    return this;
  }

  String end() {
    return out.append("</main>\n</body>\n</html>\n").toString();
  }

  private HtmlPage element(String name, String text) {
    out.append('<')
        .append(name)
        .append('>')
        .append(Html.escape(text))
        .append("</")
        .append(name)
        .append(">\n");
    return this;
  }

  private static String style() {
    try (InputStream in = HtmlPage.class.getResourceAsStream("report.css")) {
      if (in == null) {
        throw new IllegalStateException("report.css is missing from the jar of frostbyte-core");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
