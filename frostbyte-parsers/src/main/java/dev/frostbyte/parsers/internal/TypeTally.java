package dev.frostbyte.parsers.internal;

import dev.frostbyte.api.model.Evidence;
import java.util.Map;
import java.util.TreeMap;

/** Counts how the characters of one block are set, to tell how most of them are. One thread. */
public final class TypeTally {
  private static final float LARGEST = 10_000;

  private final Map<Float, Integer> sizes = new TreeMap<>();
  private int all;
  private int bold;
  private int italic;

  /** Nothing counted yet. */
  public TypeTally() {}

  /**
   * Counts a stretch of text; white space does not count.
   *
   * @param size in points; 0 or less when unknown
   */
  public void add(String text, double size, boolean inBold, boolean inItalic) {
    int inked = (int) text.codePoints().filter(point -> !Character.isWhitespace(point)).count();
    all += inked;
    bold += inBold ? inked : 0;
    italic += inItalic ? inked : 0;
    if (inked > 0 && size > 0 && size <= LARGEST) {
      sizes.merge((float) size, inked, Integer::sum);
    }
  }

  /** Whether more than half of the characters are bold. */
  public boolean isBold() {
    return bold * 2 > all;
  }

  /** A judgement of this origin about text that looks so. */
  public Evidence evidence(Evidence.Basis basis) {
    float size = 0;
    int most = 0;
    for (Map.Entry<Float, Integer> each : sizes.entrySet()) {
      size = each.getValue() > most ? each.getKey() : size;
      most = Math.max(most, each.getValue());
    }
    return Evidence.of(basis).set(size, isBold(), italic * 2 > all);
  }
}
