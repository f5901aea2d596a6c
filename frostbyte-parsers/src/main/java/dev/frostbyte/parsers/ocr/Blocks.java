package dev.frostbyte.parsers.ocr;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.Evidence;
import dev.frostbyte.api.model.Region;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Makes headings, paragraphs and list items of the lines of one page. One thread. */
final class Blocks {
  /** Distance of rows in sizes of type beyond which a paragraph ends, as a share of the usual. */
  private static final float APART = 1.3f;

  private static final float OTHER_SIZE = 1.22f;
  private static final float HEADING = 1.25f;
  private static final int LONGEST_HEADING = 150;
  private static final float SHORT = 0.75f;

  private final Sheet sheet;
  private final int number;
  private final float scale;
  private final float body;
  private final List<Block> blocks = new ArrayList<>();

  private Blocks(Sheet sheet, int number, float scale) {
    this.sheet = sheet;
    this.number = number;
    this.scale = scale;
    this.body = bodySize(sheet.lines());
  }

  /**
   * Blocks in reading order.
   *
   * @param number of the page, from 1
   * @param scale points a pixel
   */
  static List<Block> of(Sheet sheet, int number, float scale) {
    Blocks page = new Blocks(sheet, number, scale);
    for (List<Line> flow : Flows.of(sheet.lines())) {
      page.add(Row.of(flow));
    }
    return page.blocks;
  }

  /** Size of most letters. */
  private static float bodySize(List<Line> lines) {
    List<Line> longer = lines.stream().filter(line -> line.letters() >= 10).toList();
    return Flows.median(longer.isEmpty() ? lines : longer, Line::size);
  }

  private void add(List<Row> rows) {
    float left = (float) rows.stream().mapToDouble(Row::left).min().orElse(0);
    float right = (float) rows.stream().mapToDouble(Row::right).max().orElse(0);
    float pitch = pitch(rows);
    List<Row> open = new ArrayList<>();
    for (Row row : rows) {
      if (!open.isEmpty() && isBreak(open.getLast(), row, left, right, pitch)) {
        addGroup(open);
        open.clear();
      }
      open.add(row);
    }
    if (!open.isEmpty()) {
      addGroup(open);
    }
  }

  private boolean isBreak(Row before, Row row, float left, float right, float pitch) {
    float larger = Math.max(before.size(), row.size());
    float smaller = Math.min(before.size(), row.size());
    float down = row.middle() - before.middle();
    boolean ends = ".:!?".indexOf(before.text().charAt(before.text().length() - 1)) >= 0;
    boolean isShort = before.right() - left < SHORT * (right - left);
    return larger > OTHER_SIZE * smaller
        || down > APART * pitch
        || startsItem(row)
        || ends && isShort
        || row.left() - before.left() > 1.5f * body && !startsItem(before);
  }

  private static boolean startsItem(Row row) {
    String first = row.lines().getFirst().words().getFirst().text();
    boolean more = row.lines().size() > 1 || row.lines().getFirst().words().size() > 1;
    return more && Bullets.isMarker(first);
  }

  /** Usual distance of rows, pixels; the lower quartile, so that gaps do not count. */
  private float pitch(List<Row> rows) {
    double[] pitches = new double[Math.max(0, rows.size() - 1)];
    for (int i = 0; i < pitches.length; i++) {
      pitches[i] = rows.get(i + 1).middle() - rows.get(i).middle();
    }
    Arrays.sort(pitches);
    float usual = pitches.length == 0 ? 0 : (float) pitches[pitches.length / 4];
    return Math.clamp(usual, body, 2 * body);
  }

  private void addGroup(List<Row> rows) {
    List<Region> regions = List.of(region(rows));
    boolean item = startsItem(rows.getFirst());
    String text = joined(rows);
    int level = level(rows, text);
    if (item) {
      String marker = rows.getFirst().lines().getFirst().words().getFirst().text();
      add(rows, Block.listItem(0, marker, text.substring(marker.length()).strip(), regions));
    } else if (level > 0) {
      add(rows, Block.heading(level, text, regions));
    } else {
      add(rows, Block.paragraph(text, regions));
    }
  }

  private void add(List<Row> rows, Block block) {
    List<Line> lines = rows.stream().flatMap(row -> row.lines().stream()).toList();
    float confidence = Math.clamp(Sheet.confidence(lines), 0, 1);
    blocks.add(block.noted(Evidence.ocr(confidence)));
  }

  /** Level of a heading by its size, 0 for running text. */
  private int level(List<Row> rows, String text) {
    float larger = rows.getFirst().size() / body;
    boolean letters = text.codePoints().filter(Character::isLetter).count() > 2;
    if (larger < HEADING || text.length() > LONGEST_HEADING || !letters) {
      return 0;
    }
    return larger >= 1.7f ? 1 : larger >= 1.4f ? 2 : 3;
  }

  private Region region(List<Row> rows) {
    float left = (float) rows.stream().mapToDouble(Row::left).min().orElseThrow();
    float right = (float) rows.stream().mapToDouble(Row::right).max().orElseThrow();
    float top = rows.getFirst().top();
    float bottom = (float) rows.stream().mapToDouble(Row::bottom).max().orElseThrow();
    Slant all = new Slant((left + right) / 2, (top + bottom) / 2, right - left, bottom - top, 0);
    return new Region(number, sheet.onPage(all, scale));
  }

  /** A word cut at the end of a line is put together again. */
  private static String joined(List<Row> rows) {
    StringBuilder text = new StringBuilder();
    for (Row row : rows) {
      String line = row.text();
      int length = text.length();
      boolean cut =
          length > 2
              && text.charAt(length - 1) == '-'
              && Character.isLowerCase(text.charAt(length - 2))
              && Character.isLowerCase(line.charAt(0));
      text.setLength(cut ? length - 1 : length);
      text.append(cut || length == 0 ? "" : " ").append(line);
    }
    return text.toString();
  }
}
