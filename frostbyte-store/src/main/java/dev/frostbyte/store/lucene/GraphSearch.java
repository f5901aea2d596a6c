package dev.frostbyte.store.lucene;

import dev.frostbyte.api.spi.VectorIndex.Hit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.codecs.KnnVectorsReader;
import org.apache.lucene.codecs.hnsw.HnswGraphProvider;
import org.apache.lucene.codecs.lucene95.HasIndexSlice;
import org.apache.lucene.codecs.perfield.PerFieldKnnVectorsFormat;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopKnnCollector;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.hnsw.HnswGraph;
import org.apache.lucene.util.hnsw.HnswGraphSearcher;
import org.apache.lucene.util.hnsw.RandomVectorScorer;

/**
 * Lucene's graph search, segment by segment, over vectors from {@link VectorTable}s. One thread,
 * one search.
 */
final class GraphSearch {
  private final float[] vector;
  private final VectorSimilarityFunction similarity;
  private final int candidates;
  private final List<ScoreDoc> found = new ArrayList<>();

  private GraphSearch(float[] vector, VectorSimilarityFunction similarity, int candidates) {
    this.vector = vector;
    this.similarity = similarity;
    this.candidates = candidates;
  }

  static List<Hit> run(
      IndexReader reader,
      float[] vector,
      VectorSimilarityFunction similarity,
      int candidates,
      int limit)
      throws IOException {
    GraphSearch search = new GraphSearch(vector, similarity, candidates);
    for (LeafReaderContext leaf : reader.leaves()) {
      search.visit(leaf);
    }
    return Ranking.hits(reader, search.bestFirst(), limit);
  }

  private ScoreDoc[] bestFirst() {
    found.sort(Comparator.comparingDouble((ScoreDoc hit) -> -hit.score));
    return found.toArray(ScoreDoc[]::new);
  }

  private void visit(LeafReaderContext leaf) throws IOException {
    FloatVectorValues values = leaf.reader().getFloatVectorValues(ChunkFields.VECTOR);
    if (values == null || values.size() == 0) {
      return;
    }
    TopKnnCollector collector =
        new TopKnnCollector(Math.min(candidates, values.size()), Integer.MAX_VALUE);
    RandomVectorScorer scorer = new TableScorer(values, table(values));
    Bits live = values.getAcceptOrds(leaf.reader().getLiveDocs());
    Optional<HnswGraph> graph = graph(leaf.reader());
    if (graph.isPresent()) {
      HnswGraphSearcher.search(scorer, collector, graph.get(), live);
    } else {
      compareAll(scorer, collector, live);
    }
    Arrays.stream(collector.topDocs().scoreDocs)
        .map(hit -> new ScoreDoc(leaf.docBase + values.ordToDoc(hit.doc), hit.score))
        .forEach(found::add);
  }

  /** A small segment may have no graph. */
  private static Optional<HnswGraph> graph(LeafReader leaf) throws IOException {
    if (!(leaf instanceof CodecReader reader)) {
      return Optional.empty();
    }
    KnnVectorsReader vectors = reader.getVectorReader();
    if (vectors instanceof PerFieldKnnVectorsFormat.FieldsReader fields) {
      vectors = fields.getFieldReader(ChunkFields.VECTOR);
    }
    HnswGraph graph =
        vectors instanceof HnswGraphProvider graphs ? graphs.getGraph(ChunkFields.VECTOR) : null;
    return Optional.ofNullable(graph).filter(present -> present.size() > 0);
  }

  private static void compareAll(RandomVectorScorer scorer, TopKnnCollector collector, Bits live)
      throws IOException {
    for (int ordinal = 0; ordinal < scorer.maxOrd(); ordinal++) {
      if (live == null || live.get(ordinal)) {
        collector.collect(ordinal, scorer.score(ordinal));
      }
    }
  }

  private static Optional<VectorTable> table(FloatVectorValues values) {
    return values instanceof HasIndexSlice has && has.getSlice() instanceof SealedIndexInput input
        ? Optional.of(input.vectors(values.size()))
        : Optional.empty();
  }

  /** Compares with vectors of the table. */
  private final class TableScorer extends RandomVectorScorer.AbstractRandomVectorScorer {
    private final FloatVectorValues values;
    private final Optional<VectorTable> table;

    TableScorer(FloatVectorValues values, Optional<VectorTable> table) {
      super(values);
      this.values = values;
      this.table = table;
    }

    @Override
    public float score(int ordinal) throws IOException {
      float[] other =
          table.isPresent() ? table.get().vector(ordinal, values) : values.vectorValue(ordinal);
      return similarity.compare(vector, other);
    }
  }
}
