package dev.frostbyte.parsers.pdf;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How the running text of a document is set: size and weight of most letters. Immutable.
 *
 * @param size in points
 * @param letters how many letters each look has
 * @param all letters
 */
record Typography(float size, boolean bold, Map<Look, Integer> letters, int all) {
  static Typography of(List<Piece> pieces) {
    Map<Look, Integer> letters = new TreeMap<>();
    int all = 0;
    for (Piece piece : pieces) {
      if (piece instanceof Piece.Text text) {
        letters.merge(Look.of(text), text.text().length(), Integer::sum);
        all += text.text().length();
      }
    }
    Look body =
        letters.entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .orElse(new Look(20, false, false));
    return new Typography(body.halfPoints() / 2f, body.bold(), letters, all);
  }

  /** Share of the document's letters that look like this text. */
  float share(Piece.Text text) {
    return all == 0 ? 0 : (float) letters.getOrDefault(Look.of(text), 0) / all;
  }

  /** Size in half points, weight and slant. */
  record Look(int halfPoints, boolean bold, boolean italic) implements Comparable<Look> {
    static Look of(Piece.Text text) {
      FontStyle style = text.style();
      return new Look(Math.round(text.size() * 2), style.bold(), style.italic());
    }

    @Override
    public int compareTo(Look other) {
      int bySize = Integer.compare(other.halfPoints, halfPoints);
      int byWeight = bySize != 0 ? bySize : Boolean.compare(other.bold, bold);
      return byWeight != 0 ? byWeight : Boolean.compare(italic, other.italic);
    }
  }
}
