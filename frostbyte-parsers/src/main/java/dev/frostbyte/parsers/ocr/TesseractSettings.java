package dev.frostbyte.parsers.ocr;

import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * Settings of the recognition by Tesseract. Immutable.
 *
 * @param program absolute path; nothing is looked for
 * @param languages names of its data files, joined by {@code +}
 * @param output as in {@link OcrSettings}
 * @param recognisedPages as in {@link OcrSettings}
 * @param pageTime most time for a page
 */
record TesseractSettings(
    String program,
    String languages,
    OcrSettings.Output output,
    int recognisedPages,
    Duration pageTime) {
  /** First, since the defaults below are checked by it when the class is loaded. */
  private static final Pattern LANGUAGES =
      Pattern.compile("[A-Za-z][A-Za-z_]{1,30}(\\+[A-Za-z][A-Za-z_]{1,30}){0,9}");

  static final TesseractSettings DEFAULT =
      new TesseractSettings(
          "", "eng", OcrSettings.Output.BLOCKS, OcrParserProvider.PAGES, Duration.ofMinutes(1));

  TesseractSettings {
    OcrParserProvider.requirePages(recognisedPages);
    if (!LANGUAGES.matcher(languages).matches()) {
      throw refused("languages must be names joined by +, such as eng+deu.");
    }
    if (pageTime.isNegative() || pageTime.isZero() || pageTime.compareTo(Duration.ofHours(1)) > 0) {
      throw refused("pageTime must be more than zero and at most PT1H.");
    }
  }

  OcrSettings ocr() {
    return new OcrSettings(output, recognisedPages);
  }

  /**
   * The program.
   *
   * @throws FrostbyteException {@code CONFIGURATION_INVALID} when it is none
   */
  Path file() {
    try {
      Path file = Path.of(program);
      if (file.isAbsolute() && Files.isRegularFile(file) && Files.isExecutable(file)) {
        return file;
      }
    } catch (InvalidPathException e) {
      throw refused("program is no path.");
    }
    throw refused(
        "program must be the absolute path of the program tesseract; '"
            + program
            + "' is no file that can be run.");
  }

  static FrostbyteException refused(String message) {
    return FrostbyteException.of(ProblemCode.CONFIGURATION_INVALID, "Tesseract: " + message);
  }
}
