package dev.frostbyte.parsers.ocr;

import dev.frostbyte.api.model.ContentHash;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The languages a page is read in, and all that shapes what Tesseract reads: its version and the
 * hashes of its data. Immutable.
 *
 * @param languages joined by {@code +}
 * @param fingerprint equal fingerprints, equal readings
 */
record TesseractData(String languages, String fingerprint) {
  /** Tesseract 5 says where its data lie; older versions do not. */
  private static final Pattern FOLDER =
      Pattern.compile("List of available languages in \"(.+)\".*");

  private static final Pattern VERSION = Pattern.compile("tesseract v?(\\d[\\w.-]{0,40})");
  private static final int DIGITS = 16;

  /**
   * Asks the program.
   *
   * @throws dev.frostbyte.api.model.FrostbyteException {@code CONFIGURATION_INVALID} when it is no
   *     Tesseract 5 or lacks a language
   */
  static TesseractData of(TesseractProgram program, String languages) {
    try {
      List<String> there = lines(program, "--list-langs");
      Matcher folder = FOLDER.matcher(there.isEmpty() ? "" : there.getFirst());
      Matcher version = VERSION.matcher(lines(program, "--version").getFirst());
      if (!folder.matches() || !version.matches()) {
        throw TesseractSettings.refused("the program is no Tesseract 5 or newer.");
      }
      StringBuilder fingerprint = new StringBuilder("tesseract ").append(version.group(1));
      for (String language : languages.split("\\+")) {
        fingerprint.append(' ').append(language).append(':');
        fingerprint.append(hash(Path.of(folder.group(1)), language, there));
      }
      return new TesseractData(languages, fingerprint.toString());
    } catch (RefusedException e) {
      throw TesseractSettings.refused(e.problem().message());
    } catch (IOException e) {
      throw TesseractSettings.refused("the program or its data cannot be read.");
    }
  }

  private static String hash(Path folder, String language, List<String> there) throws IOException {
    if (!there.subList(1, there.size()).contains(language)) {
      throw TesseractSettings.refused(
          "there is no data for '" + language + "'; there are: " + there.subList(1, there.size()));
    }
    byte[] data = Files.readAllBytes(folder.resolve(language + ".traineddata"));
    return ContentHash.of(data).hex().substring(0, DIGITS);
  }

  private static List<String> lines(TesseractProgram program, String question)
      throws RefusedException {
    byte[] answer = program.run(List.of(question), new byte[0]);
    List<String> lines = new String(answer, StandardCharsets.UTF_8).lines().toList();
    return lines.isEmpty() ? List.of("") : lines;
  }
}
