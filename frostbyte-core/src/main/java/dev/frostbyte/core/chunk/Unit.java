package dev.frostbyte.core.chunk;

import dev.frostbyte.api.model.Region;
import dev.frostbyte.api.model.Span;
import java.util.List;

/**
 * The smallest part that packing moves: an element, or a piece of one that fits no chunk whole.
 * Begins and ends with a code point that is no white space. Immutable.
 *
 * @param start first code point of SERVED
 * @param end one past the last
 * @param list whether it is a list item: items that follow each other stay together where they fit
 * @param headings headings it stands under, outermost first, cut down to what fits
 * @param context what is put before it for embedding when a chunk begins with it
 * @param regions where its element stands on paper
 */
record Unit(
    int start,
    int end,
    boolean list,
    List<Span> headings,
    List<Span> context,
    List<Region> regions) {
  Unit {
    headings = List.copyOf(headings);
    context = List.copyOf(context);
  }

  Unit piece(int from, int to) {
    return new Unit(from, to, list, headings, context, regions);
  }
}
