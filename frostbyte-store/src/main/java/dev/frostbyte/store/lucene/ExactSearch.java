package dev.frostbyte.store.lucene;

import dev.frostbyte.api.spi.VectorIndex.Hit;
import java.io.IOException;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.VectorScorer;
import org.apache.lucene.util.Bits;

/** Compares a vector with every live one and keeps the best. One thread, one search. */
final class ExactSearch {
  private final float[] vector;
  private final int limit;
  private final PriorityQueue<Hit> best = new PriorityQueue<>(Ranking.ORDER.reversed());

  private ExactSearch(float[] vector, int limit) {
    this.vector = vector;
    this.limit = limit;
  }

  static List<Hit> run(IndexReader reader, float[] vector, int limit) throws IOException {
    ExactSearch search = new ExactSearch(vector, limit);
    for (LeafReaderContext leaf : reader.leaves()) {
      search.visit(leaf.reader());
    }
    return search.best.stream().sorted(Ranking.ORDER).toList();
  }

  private void visit(LeafReader reader) throws IOException {
    FloatVectorValues values = reader.getFloatVectorValues(ChunkFields.VECTOR);
    VectorScorer scorer = values == null ? null : values.scorer(vector);
    if (scorer == null) {
      return;
    }
    Bits live = reader.getLiveDocs();
    DocIdSetIterator docs = scorer.iterator();
    for (int doc = docs.nextDoc(); doc != KnnVectorValues.DocIndexIterator.NO_MORE_DOCS; ) {
      if (live == null || live.get(doc)) {
        offer(reader, doc, scorer.score());
      }
      doc = docs.nextDoc();
    }
  }

  /** Reads the id only when the score may make it into the answer. */
  private void offer(LeafReader reader, int doc, float score) throws IOException {
    Hit worst = best.peek();
    if (best.size() == limit && worst != null && score < worst.score()) {
      return;
    }
    best.add(new Hit(Ranking.chunk(reader, doc), score));
    if (best.size() > limit) {
      best.remove();
    }
  }
}
