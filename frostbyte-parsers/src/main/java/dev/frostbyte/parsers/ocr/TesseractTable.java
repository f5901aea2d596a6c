package dev.frostbyte.parsers.ocr;

import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.model.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the table of words Tesseract answers with ({@code tessedit_create_tsv}): twelve columns,
 * parted by tabulators, of level, page, block, paragraph, line, word, left, top, width, height,
 * confidence in percent and text; level 5 is a word. One thread.
 */
final class TesseractTable {
  private static final int COLUMNS = 12;
  private static final int WORD = 5;

  private final Pixels page;
  private final List<Line> lines = new ArrayList<>();
  private final List<Cell> open = new ArrayList<>();

  private TesseractTable(Pixels page) {
    this.page = page;
  }

  /**
   * The lines of a page.
   *
   * @param page what was read
   * @throws RefusedException {@code PARSER_ERROR} when it is no such table
   */
  static List<Line> lines(String table, Pixels page) throws RefusedException {
    TesseractTable read = new TesseractTable(page);
    try {
      table.lines().skip(1).map(TesseractTable::cell).forEach(found -> found.ifPresent(read::add));
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
      throw new RefusedException(
          Problem.of(ProblemCode.PARSER_ERROR, "The program tesseract gave no table of words."));
    }
    read.end();
    return read.lines;
  }

  /** Empty for what is no word. */
  private static Optional<Cell> cell(String row) {
    String[] columns = row.split("\t", COLUMNS);
    if (Integer.parseInt(columns[0]) != WORD || columns[COLUMNS - 1].isBlank()) {
      return Optional.empty();
    }
    String line = columns[2] + " " + columns[3] + " " + columns[4];
    float left = Integer.parseInt(columns[6]);
    float top = Integer.parseInt(columns[7]);
    float right = left + Math.max(1, Integer.parseInt(columns[8]));
    float bottom = top + Math.max(1, Integer.parseInt(columns[9]));
    float confidence = Math.clamp(Float.parseFloat(columns[10]) / 100, 0, 1);
    return Optional.of(
        new Cell(line, left, top, right, bottom, confidence, columns[COLUMNS - 1].strip()));
  }

  private void add(Cell cell) {
    if (!open.isEmpty() && !open.getFirst().line().equals(cell.line())) {
      end();
    }
    open.add(cell);
  }

  private void end() {
    if (!open.isEmpty()) {
      lines.add(line());
      open.clear();
    }
  }

  private Line line() {
    float left = (float) open.stream().mapToDouble(Cell::left).min().orElseThrow();
    float top = (float) open.stream().mapToDouble(Cell::top).min().orElseThrow();
    float width = (float) open.stream().mapToDouble(Cell::right).max().orElseThrow() - left;
    float height = (float) open.stream().mapToDouble(Cell::bottom).max().orElseThrow() - top;
    List<Word> words = new ArrayList<>();
    float sum = 0;
    int letters = 0;
    for (Cell cell : open) {
      words.add(new Word(cell.text(), (cell.left() - left) / width, (cell.right() - left) / width));
      sum += cell.confidence() * cell.text().length();
      letters += cell.text().length();
    }
    Slant box = new Slant(left + width / 2, top + height / 2, width, height, 0);
    return new Line(box, size(box), words, sum / letters);
  }

  /** As for every other line: by how high its small letters are. */
  private float size(Slant box) {
    int width = Math.clamp(Math.round(box.width() * Recognizer.HEIGHT / box.height()), 8, 4_096);
    return TypeSize.of(Strip.of(page, box, Recognizer.HEIGHT, width)) * box.height();
  }

  /** A word and the line it belongs to. */
  private record Cell(
      String line,
      float left,
      float top,
      float right,
      float bottom,
      float confidence,
      String text) {
    /** Says how long it is, never what it says. */
    @Override
    public String toString() {
      return "Cell(" + text.length() + " chars)";
    }
  }
}
