package dev.frostbyte.bench.safety.hidden;

import dev.frostbyte.api.model.HiddenChannel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * One channel of hidden text in one format, with the ways to use it. Immutable.
 *
 * @param format as people call it
 * @param name of the channel, as people call it
 * @param proper how the hidden text may be called in the evidence; empty where the gates judge
 * @param ending of the file
 * @param page where the hidden text stands, from 1; 0 where the format or the channel has no pages
 */
record Channel(
    String format,
    String name,
    Set<HiddenChannel> proper,
    String ending,
    int page,
    List<Way> ways) {
  /** Draws a document. */
  interface Way {
    /** The bytes of a document with these marks; numbers and nestings are drawn. */
    byte[] draw(Marks marks, Random random) throws IOException;
  }

  static Channel of(
      String format, String name, HiddenChannel proper, String ending, int page, Way... ways) {
    return new Channel(format, name, Set.of(proper), ending, page, List.of(ways));
  }

  /** The same channel, whose hidden text may be called otherwise too. */
  Channel or(HiddenChannel other) {
    HiddenChannel first = proper.iterator().next();
    return new Channel(format, name, Set.of(first, other), ending, page, ways);
  }

  /**
   * Documents of every way.
   *
   * @param each documents of one way
   */
  List<Specimen> specimens(int each, long seed) throws IOException {
    List<Specimen> specimens = new ArrayList<>();
    for (int way = 0; way < ways.size(); way++) {
      for (int number = 0; number < each; number++) {
        long own = seed * 1_000_003 + (format + name).hashCode() * 31L + way * 101L + number;
        Random random = new Random(own);
        Marks marks = Marks.drawn(random);
        byte[] bytes = ways.get(way).draw(marks, random);
        String file = "way" + way + "-" + number + "." + ending;
        specimens.add(new Specimen(this, way, file, bytes, marks));
      }
    }
    return specimens;
  }
}
