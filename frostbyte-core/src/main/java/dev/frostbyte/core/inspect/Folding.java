package dev.frostbyte.core.inspect;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.Normalizer2;

/**
 * Folds a view for matching: compatibility decomposition (NFKD, so NFKC-equal texts fold alike),
 * marks and default-ignorable code points taken out, case folded, look-alikes turned into ASCII
 * letters. Thread-safe.
 */
final class Folding {
  private static final Normalizer2 NFKD = Normalizer2.getNFKDInstance();
  private static final int FIRST_SQUARED = 0x1F130;
  private static final int FIRST_REGIONAL = 0x1F1E6;

  private final Confusables confusables = new Confusables();

  View fold(View view) {
    View.Builder out = new View.Builder(view.length() + 16);
    for (int i = 0; i < view.length(); i++) {
      fold(view.at(i), view.from(i), view.to(i), out);
    }
    return out.build();
  }

  private void fold(int codePoint, int from, int to, View.Builder out) {
    if (codePoint < 0x80) {
      out.add(codePoint >= 'A' && codePoint <= 'Z' ? codePoint + 32 : codePoint, from, to);
      return;
    }
    if (UCharacter.hasBinaryProperty(codePoint, UProperty.DEFAULT_IGNORABLE_CODE_POINT)) {
      return;
    }
    String decomposed = NFKD.getDecomposition(codePoint);
    String folded =
        UCharacter.foldCase(decomposed == null ? Character.toString(codePoint) : decomposed, true);
    folded.codePoints().filter(Folding::isBase).forEach(base -> out.add(latin(base), from, to));
  }

  private static boolean isBase(int codePoint) {
    int type = Character.getType(codePoint);
    return type != Character.NON_SPACING_MARK && type != Character.ENCLOSING_MARK;
  }

  private int latin(int codePoint) {
    if (codePoint < 0x80) {
      return codePoint;
    }
    if (codePoint >= FIRST_SQUARED && codePoint < FIRST_REGIONAL + 26) {
      return emblem(codePoint);
    }
    return Character.isLetter(codePoint) ? confusables.ascii(codePoint) : plain(codePoint);
  }

  /** Squared, circled and regional letters that have no compatibility mapping. */
  private static int emblem(int codePoint) {
    if (codePoint >= FIRST_REGIONAL) {
      return 'a' + codePoint - FIRST_REGIONAL;
    }
    int offset = (codePoint - FIRST_SQUARED) % 32;
    return codePoint < 0x1F18A && offset < 26 ? 'a' + offset : codePoint;
  }

  private static int plain(int codePoint) {
    return switch (codePoint) {
      case 0x2018, 0x2019, 0x201B, 0x2032, 0x02BC -> '\'';
      case 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2212 -> '-';
      default -> codePoint;
    };
  }
}
