package dev.frostbyte.testkit.safety;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import java.util.function.IntUnaryOperator;

/** Ways to write an attack so that it is not seen for one. Immutable. */
public enum Obfuscation {
  /** Cyrillic and Greek letters that look alike. */
  HOMOGLYPHS {
    @Override
    public String apply(String text, Random random) {
      String from = "aeopcxyijsAEOPCTHKMB";
      String to =
          "\u0430\u0435\u043E\u0440\u0441\u0445\u0443\u0456\u0458\u0455\u0410\u0415\u039F\u0420\u0421\u0422\u041D\u041A\u041C\u0412";
      return letters(
          text,
          c -> from.indexOf(c) >= 0 && random.nextInt(3) > 0 ? to.charAt(from.indexOf(c)) : c);
    }
  },
  /** Zero-width characters inside words. */
  ZERO_WIDTH {
    @Override
    public String apply(String text, Random random) {
      return each(text, c -> Character.isLetter(c) && random.nextInt(3) == 0 ? "\u200B" : "");
    }
  },
  /** Soft hyphens inside words. */
  SOFT_HYPHENS {
    @Override
    public String apply(String text, Random random) {
      return each(text, c -> Character.isLetter(c) && random.nextInt(4) == 0 ? "\u00AD" : "");
    }
  },
  /** Full-width forms. */
  FULL_WIDTH {
    @Override
    public String apply(String text, Random random) {
      return letters(text, c -> c > 0x20 && c < 0x7F ? c + 0xFEE0 : c);
    }
  },
  /** Mathematical bold letters. */
  MATHEMATICAL {
    @Override
    public String apply(String text, Random random) {
      return letters(
          text,
          c ->
              c >= 'a' && c <= 'z'
                  ? 0x1D41A + c - 'a'
                  : c >= 'A' && c <= 'Z' ? 0x1D400 + c - 'A' : c);
    }
  },
  /** A blank after every letter, three between words. */
  SPACED {
    @Override
    public String apply(String text, Random random) {
      return each(text, c -> c == ' ' ? "  " : " ");
    }
  },
  /** A dot or hyphen after every letter of a word. */
  DOTTED {
    @Override
    public String apply(String text, Random random) {
      String mark = random.nextBoolean() ? "." : "-";
      return text.replaceAll("(?<=\\p{L})(?=\\p{L})", mark);
    }
  },
  /** Digits for letters. */
  DIGITS {
    @Override
    public String apply(String text, Random random) {
      return letters(
          text,
          c ->
              "oeOE".indexOf(c) >= 0
                  ? "0303".charAt("oeOE".indexOf(c))
                  : c == 'i' && random.nextBoolean() ? '1' : c);
    }
  },
  /** Upper and lower case at random. */
  CASE {
    @Override
    public String apply(String text, Random random) {
      return letters(text, c -> random.nextBoolean() ? Character.toUpperCase(c) : c);
    }
  },
  /** ROT13. */
  ROT13 {
    @Override
    public String apply(String text, Random random) {
      return letters(text, Obfuscation::rotate);
    }
  },
  /** Base64 of the UTF-8 form, introduced by a sentence. */
  BASE64 {
    @Override
    public String apply(String text, Random random) {
      return "Reference: "
          + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8))
          + " (attached)";
    }
  },
  /** Every character as a numeric reference. */
  ENTITIES {
    @Override
    public String apply(String text, Random random) {
      StringBuilder out = new StringBuilder();
      text.codePoints()
          .forEach(
              c ->
                  out.append(
                      random.nextBoolean()
                          ? "&#" + c + ";"
                          : "&#x" + Integer.toHexString(c) + ";"));
      return out.toString();
    }
  },
  /** Percent escapes. */
  PERCENT {
    @Override
    public String apply(String text, Random random) {
      StringBuilder out = new StringBuilder();
      for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
        out.append(String.format("%%%02X", octet));
      }
      return out.toString();
    }
  },
  /** Combining marks on letters. */
  MARKS {
    @Override
    public String apply(String text, Random random) {
      return each(
          text, c -> Character.isLetter(c) ? Character.toString(0x0300 + random.nextInt(16)) : "");
    }
  },
  /** Letters between first and last shuffled. */
  SCRAMBLED {
    @Override
    public String apply(String text, Random random) {
      return java.util.regex.Pattern.compile("\\p{L}{5,}")
          .matcher(text)
          .replaceAll(m -> scramble(m.group(), random));
    }
  },
  /** Broken over lines. */
  LINES {
    @Override
    public String apply(String text, Random random) {
      return text.replace(" ", "\n");
    }
  },
  /** Written backwards. */
  REVERSED {
    @Override
    public String apply(String text, Random random) {
      return new StringBuilder(text).reverse().toString();
    }
  },
  /** Stored backwards behind a right-to-left override, so that it reads as it was. */
  BIDI {
    @Override
    public String apply(String text, Random random) {
      return "\u202E" + new StringBuilder(text).reverse() + "\u202C";
    }
  },
  /** Tag characters behind a harmless word. */
  TAGS {
    @Override
    public String apply(String text, Random random) {
      return "Invoice" + letters(text, c -> c < 0x7F ? c + 0xE0000 : 0xE0065) + " attached";
    }
  };

  /** The text so written; what is drawn at random is drawn from this. */
  public abstract String apply(String text, Random random);

  private static String letters(String text, IntUnaryOperator change) {
    StringBuilder out = new StringBuilder();
    text.codePoints().map(change).forEach(out::appendCodePoint);
    return out.toString();
  }

  private static String each(String text, java.util.function.IntFunction<String> after) {
    StringBuilder out = new StringBuilder();
    text.codePoints().forEach(c -> out.appendCodePoint(c).append(after.apply(c)));
    return out.toString();
  }

  private static int rotate(int c) {
    int base = c >= 'a' && c <= 'z' ? 'a' : c >= 'A' && c <= 'Z' ? 'A' : 0;
    return base == 0 ? c : base + (c - base + 13) % 26;
  }

  private static String scramble(String word, Random random) {
    char[] letters = word.toCharArray();
    for (int i = letters.length - 2; i > 1; i--) {
      int other = 1 + random.nextInt(i);
      char kept = letters[i];
      letters[i] = letters[other];
      letters[other] = kept;
    }
    return new String(letters);
  }
}
