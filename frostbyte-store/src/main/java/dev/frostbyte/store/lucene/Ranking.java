package dev.frostbyte.store.lucene;

import dev.frostbyte.api.model.ChunkId;
import dev.frostbyte.api.spi.VectorIndex.Hit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;

/** Turns Lucene's hits into answers: larger scores first, equal scores by chunk id. */
final class Ranking {
  static final Comparator<Hit> ORDER =
      Comparator.comparingDouble(Hit::score)
          .reversed()
          .thenComparing((Hit hit) -> hit.chunk().value());

  private static final int MORE = 50;

  private Ranking() {}

  /**
   * The best hits. Lucene orders equal scores by its own numbers, so more hits are fetched than
   * wanted, and more again until the last fetched is worse than the last wanted.
   */
  static List<Hit> best(IndexSearcher searcher, Query query, int limit) throws IOException {
    int most = Math.max(1, searcher.getIndexReader().maxDoc());
    int fetch = Math.min(most, limit + 1);
    ScoreDoc[] found = searcher.search(query, fetch).scoreDocs;
    while (found.length == fetch && fetch < most && tied(found, limit)) {
      fetch = (int) Math.min(most, (fetch + MORE) * 4L);
      found = searcher.search(query, fetch).scoreDocs;
    }
    return hits(searcher.getIndexReader(), found, limit);
  }

  private static boolean tied(ScoreDoc[] found, int limit) {
    return found.length > limit && found[limit - 1].score == found[found.length - 1].score;
  }

  /**
   * These hits, best first, as an answer cut to the limit; ids are read only of those as good as
   * the last wanted.
   */
  static List<Hit> hits(IndexReader reader, ScoreDoc[] found, int limit) throws IOException {
    List<Hit> hits = new ArrayList<>(found.length);
    for (ScoreDoc hit : found) {
      if (hits.size() >= limit && hit.score < hits.get(limit - 1).score()) {
        break;
      }
      LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(hit.doc, reader.leaves()));
      hits.add(new Hit(chunk(leaf.reader(), hit.doc - leaf.docBase), hit.score));
    }
    return hits.stream().sorted(ORDER).limit(limit).toList();
  }

  static ChunkId chunk(LeafReader reader, int doc) throws IOException {
    BinaryDocValues ids = reader.getBinaryDocValues(ChunkFields.CHUNK);
    if (ids == null || !ids.advanceExact(doc)) {
      throw new org.apache.lucene.index.CorruptIndexException("a chunk has no id", "chunk");
    }
    return new ChunkId(ids.binaryValue().utf8ToString());
  }
}
