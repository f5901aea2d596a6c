package dev.frostbyte.store.lucene;

import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.seal.SealBrokenException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.IndexWriter;

/**
 * What a commit carries besides documents.
 *
 * @param position the next journal position wanted
 * @param space id of the embedding space; empty while none is bound
 */
record CommitData(long position, String space) {
  static final CommitData EMPTY = new CommitData(0, "");

  private static final int VERSION = 1;
  private static final String FORMAT = "frostbyte.format";
  private static final String POSITION = "frostbyte.position";
  private static final String SPACE = "frostbyte.space";

  static CommitData of(IndexWriter writer) throws SealBrokenException {
    Iterable<Map.Entry<String, String>> entries = writer.getLiveCommitData();
    if (entries == null) {
      return EMPTY;
    }
    Map<String, String> values = new HashMap<>();
    entries.forEach(entry -> values.put(entry.getKey(), entry.getValue()));
    return values.isEmpty() ? EMPTY : parse(values);
  }

  private static CommitData parse(Map<String, String> values) throws SealBrokenException {
    try {
      requireReadable(Integer.parseInt(values.getOrDefault(FORMAT, "")));
      long position = Long.parseLong(values.getOrDefault(POSITION, ""));
      return new CommitData(position, values.getOrDefault(SPACE, ""));
    } catch (NumberFormatException e) {
      throw new SealBrokenException("the commit of the index carries no position");
    }
  }

  private static void requireReadable(int version) {
    if (version > VERSION) {
      throw FrostbyteException.of(
          ProblemCode.FORMAT_TOO_NEW,
          "The index has format " + version + "; this version reads up to " + VERSION + ".");
    }
  }

  CommitData at(long next) {
    return new CommitData(next, space);
  }

  CommitData in(String boundSpace) {
    return new CommitData(position, boundSpace);
  }

  void putInto(IndexWriter writer) {
    Map<String, String> values =
        Map.of(FORMAT, "" + VERSION, POSITION, "" + position, SPACE, space);
    writer.setLiveCommitData(values.entrySet());
  }
}
