package dev.frostbyte.examples.cli;

import dev.frostbyte.core.Passage;
import dev.frostbyte.core.Query;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Writes hits as a TREC run: {@code qid Q0 document rank score frostbyte}, one line for each
 * document by its best passage. A document is its file name as handed in, white space in it as
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
      String name = passage.fileName().value().replaceAll("\\s", "%20");
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
}
