package dev.frostbyte.parsers.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/** Draws tables with lines for tests. */
final class Grids {
  private static final float WIDTH = 90;
  private static final float HEIGHT = 20;

  private Grids() {}

  /** Rows of three cells, each with its own text. */
  static List<List<String>> rows(int count) {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rows.add(List.of("name " + i, "value " + i, "note " + i));
    }
    return rows;
  }

  /** A grid of strokes whose top left corner is told. */
  static void grid(PDPageContentStream page, float x, float top, List<List<String>> rows)
      throws IOException {
    int columns = rows.getFirst().size();
    float right = x + columns * WIDTH;
    float bottom = top - rows.size() * HEIGHT;
    for (int row = 0; row <= rows.size(); row++) {
      line(page, x, top - row * HEIGHT, right, top - row * HEIGHT);
    }
    for (int column = 0; column <= columns; column++) {
      line(page, x + column * WIDTH, top, x + column * WIDTH, bottom);
    }
    for (int row = 0; row < rows.size(); row++) {
      for (int column = 0; column < columns; column++) {
        float y = top - row * HEIGHT - 14;
        Pdf.text(page, x + 4 + column * WIDTH, y, rows.get(row).get(column));
      }
    }
  }

  private static void line(PDPageContentStream page, float x1, float y1, float x2, float y2)
      throws IOException {
    page.moveTo(x1, y1);
    page.lineTo(x2, y2);
    page.stroke();
  }
}
