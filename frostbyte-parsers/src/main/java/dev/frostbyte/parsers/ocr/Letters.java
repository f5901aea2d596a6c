package dev.frostbyte.parsers.ocr;

import java.text.Normalizer;
import java.util.List;

/**
 * Which characters belong together: the model's dictionary is Chinese and English, and among
 * English words it reads Chinese punctuation of the same shape. Stateless.
 */
final class Letters {
  private Letters() {}

  /** Whether a class of the model can occur in English. */
  static boolean isEnglish(String text) {
    return text.codePoints().allMatch(point -> point < 0x2e80 || isWide(point));
  }

  /** Whether text is of a language that is written without the letters of English. */
  static boolean isIdeographic(String text) {
    return text.codePoints().anyMatch(Character::isIdeographic);
  }

  /** Most of the characters are Chinese. */
  static boolean areChinese(List<Symbol> symbols) {
    long chinese = symbols.stream().filter(symbol -> isIdeographic(symbol.text())).count();
    long latin =
        symbols.stream().filter(symbol -> Character.isLetter(symbol.text().charAt(0))).count()
            - chinese;
    return chinese > latin;
  }

  /** Full-width forms become the plain ones. */
  static String plain(String text) {
    return text.codePoints().anyMatch(Letters::isWide)
        ? Normalizer.normalize(text, Normalizer.Form.NFKC)
        : text;
  }

  private static boolean isWide(int point) {
    return point >= 0xff01 && point <= 0xff5e;
  }
}
