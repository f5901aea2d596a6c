package dev.frostbyte.core.report;

import dev.frostbyte.core.document.Html;
import java.util.Locale;

/**
 * Draws bars as inline SVG: label, bar, number in words, so that the picture can be read in print,
 * without colour and by a screen reader. No script, no style, no reference. Stateless.
 */
final class HtmlChart {
  private static final int ROW = 26;
  private static final int LABELS = 220;
  private static final int LENGTH = 380;
  private static final int WIDTH = 720;
  private static final int MOST_LABEL = 30;

  private HtmlChart() {}

  static String of(Block.Chart chart) {
    int height = chart.bars().size() * ROW + 4;
    StringBuilder out = new StringBuilder(1024);
    out.append("<figure>\n<figcaption>")
        .append(Html.escape(chart.caption()))
        .append("</figcaption>\n<svg viewBox=\"0 0 ")
        .append(WIDTH + " " + height)
        .append("\" role=\"img\" aria-label=\"")
        .append(Html.escape(chart.caption()))
        .append("\">\n");
    for (int row = 0; row < chart.bars().size(); row++) {
      bar(chart.bars().get(row), row * ROW, chart.longest(), out);
    }
    return out.append("</svg>\n</figure>\n").toString();
  }

  private static void bar(Block.Bar bar, int top, long longest, StringBuilder out) {
    long width = Math.round((double) bar.length() / longest * LENGTH);
    text(LABELS - 8, top + 17, " text-anchor=\"end\"", label(bar.label()), out);
    out.append(
        String.format(
            Locale.ROOT,
            "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" class=\"%s\"/>\n",
            LABELS,
            top + 4,
            Math.max(bar.length() > 0 ? 2 : 0, width),
            ROW - 8,
            bar.marked() ? "marked" : "bar"));
    if (bar.marked()) {
      stripes(top + 4, (int) width, out);
    }
    text(LABELS + (int) width + 8, top + 17, "", Html.escape(bar.value()), out);
  }

  /** So that a bar is told from the others without colour. */
  private static void stripes(int top, int width, StringBuilder out) {
    out.append("<path class=\"stripes\" d=\"");
    for (int x = LABELS + 5; x < LABELS + width; x += 5) {
      out.append('M').append(x).append(' ').append(top).append('v').append(ROW - 8);
    }
    out.append("\"/>\n");
  }

  /** Names are cut here; the tables have all of them. */
  private static String label(Cell label) {
    String text = label.plain();
    int points = text.codePointCount(0, text.length());
    String shown =
        points <= MOST_LABEL
            ? text
            : text.substring(0, text.offsetByCodePoints(0, MOST_LABEL - 1)) + "\u2026";
    return Html.escape(shown);
  }

  private static void text(int x, int y, String anchor, String text, StringBuilder out) {
    out.append("<text x=\"").append(x).append("\" y=\"").append(y).append('"').append(anchor);
    out.append(" direction=\"ltr\">").append(text).append("</text>\n");
  }
}
