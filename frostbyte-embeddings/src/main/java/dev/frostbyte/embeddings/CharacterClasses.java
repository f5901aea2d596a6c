package dev.frostbyte.embeddings;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * How BERT's tokenizer reads each code point. Kept as a table, since {@link Character} knows
 * another Unicode version on every JDK and the same text must give the same tokens on all of them.
 * Immutable.
 */
final class CharacterClasses {
  static final char DROPPED = 'D';
  static final char SPACE = 'W';
  static final char ALONE = 'P';
  static final char LETTER = 'L';

  private static final String RESOURCE = "characters.txt";
  private static final CharacterClasses BERT = load();

  private final int[] starts;
  private final char[] classes;

  private CharacterClasses(int[] starts, char[] classes) {
    this.starts = starts;
    this.classes = classes;
  }

  /** The table of BERT models. */
  static CharacterClasses bert() {
    return BERT;
  }

  /** The class of a code point; surrogates that stand alone are dropped. */
  char of(int codePoint) {
    int found = Arrays.binarySearch(starts, codePoint);
    return classes[found >= 0 ? found : -found - 2];
  }

  private static CharacterClasses load() {
    List<String> lines = read().lines().filter(line -> !line.startsWith("#")).toList();
    int[] starts = new int[lines.size()];
    char[] classes = new char[lines.size()];
    for (int i = 0; i < starts.length; i++) {
      String line = lines.get(i);
      starts[i] = Integer.parseInt(line, 0, line.length() - 2, 16);
      classes[i] = line.charAt(line.length() - 1);
    }
    return new CharacterClasses(starts, classes);
  }

  private static String read() {
    try (InputStream in = CharacterClasses.class.getResourceAsStream(RESOURCE)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.US_ASCII);
    } catch (IOException e) {
      throw new IllegalStateException("the jar of this module lacks " + RESOURCE, e);
    }
  }
}
