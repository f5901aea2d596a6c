package dev.frostbyte.parsers.ocr;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Reads pages by Tesseract: levels them, hands them over as PGM (a format of the Netpbm package)
 * and takes the place and the confidence of every word back. Thread-safe; a run for each page.
 */
final class TesseractReader implements PageReader {
  private final TesseractProgram program;
  private final TesseractData data;

  TesseractReader(TesseractProgram program, TesseractData data) {
    this.program = program;
    this.data = data;
  }

  @Override
  public Sheet read(Pixels page, float scale) throws RefusedException {
    Level level = new Level(page.width(), page.height(), Skew.of(page));
    Pixels flat = level.drawn(page, level.levelWidth(), level.levelHeight());
    byte[] answer = program.run(arguments(72 / scale), flat.pgm());
    String table = new String(answer, StandardCharsets.UTF_8);
    List<Line> lines = TesseractTable.lines(table, flat);
    return new Sheet(lines, level, 0, PaintedLines.of(page, level, lines));
  }

  /** Its data are of the language that was asked for. */
  @Override
  public boolean isForeign(Sheet sheet) {
    return false;
  }

  @Override
  public String fingerprint() {
    return data.fingerprint();
  }

  @Override
  public void close() {}

  private List<String> arguments(float dpi) {
    return List.of(
        "stdin",
        "stdout",
        "-l",
        data.languages(),
        "--dpi",
        Integer.toString(Math.round(dpi)),
        "--psm",
        "3",
        "-c",
        "tessedit_create_tsv=1");
  }
}
