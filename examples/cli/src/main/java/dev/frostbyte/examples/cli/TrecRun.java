package dev.frostbyte.examples.cli;

import dev.frostbyte.core.Passage;
import dev.frostbyte.core.Query;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Writes hits as a TREC run: {@code qid Q0 document rank score frostbyte}, one line for each
 * document by its best passage. A document is its file name as handed in; what a reader could take
 * for the end of a column or line, and the per cent sign, stands as its UTF-8 bytes, a blank as
 * {@code %20}. Immutable.
 *
 * @param documents most documents of one query, 1 to 200
 */
record TrecRun(int documents) {
  private static final int MOST_PASSAGES = 200;

  TrecRun {
    new Query("any", documents);
  }

  /** Asks for as many passages as allowed, since several may be of one document. */
  Query query(String text) {
    return new Query(text, MOST_PASSAGES);
  }

  void append(StringBuilder out, String id, List<Passage> passages) {
    Set<String> seen = new HashSet<>();
    for (Passage passage : passages) {
      String name = encoded(passage.fileName().value());
      if (seen.size() < documents && seen.add(name)) {
        out.append(
            String.format(
                Locale.ROOT,
                "%s Q0 %s %d %.9f frostbyte\n",
                id,
                name,
                seen.size(),
                passage.score()));
      }
    }
  }

  private static String encoded(String name) {
    StringBuilder out = new StringBuilder(name.length());
    name.codePoints().forEach(point -> append(out, point));
    return out.toString();
  }

  private static void append(StringBuilder out, int point) {
    String text = Character.toString(point);
    boolean plain =
        switch (Character.getType(point)) {
          case Character.SPACE_SEPARATOR,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR,
              Character.CONTROL,
              Character.FORMAT,
              Character.SURROGATE ->
              false;
          default -> point != '%';
        };
    if (plain) {
      out.append(text);
    } else {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      out.append('%').append(HexFormat.ofDelimiter("%").withUpperCase().formatHex(bytes));
    }
  }
}
