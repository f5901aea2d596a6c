package dev.frostbyte.bench;

import dev.frostbyte.api.spi.ProjectionChange;
import dev.frostbyte.api.spi.StageConfig;
import dev.frostbyte.api.spi.VectorIndex;
import dev.frostbyte.store.lucene.LuceneVectorIndexProvider;
import dev.frostbyte.testkit.TestSpace;
import dev.frostbyte.testkit.TestSpaces;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.MMapDirectory;

/**
 * Warm queries on the sealed index against plain Lucene on {@code MMapDirectory}: the same segments
 * (copied out of the sealed index), the same queries for ten ids each, rounds taken in turn in one
 * run, one thread, CPU time of that thread. Arguments: an empty folder, number of chunks, rounds.
 *
 * <p>The package {@code dev.frostbyte.bench} says how to start it.
 */
public final class SealedIndexSpeed {
  private static final int QUERIES = 200;
  private static final int TOP = 10;
  private static final int CANDIDATES = 100;
  private static final int CHUNKS_EACH = 100;
  private static final Analyzer ANALYZER = new EnglishAnalyzer();
  private static final StageConfig CONFIG =
      StageConfig.of(Map.of("bufferMegabytes", "1024", "cacheMegabytes", "1024"));

  private SealedIndexSpeed() {}

  /** One search for ten ids. */
  private interface Search {
    List<String> ids(int query) throws IOException;
  }

  /** Runs it. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    int chunks = Integer.parseInt(arguments[1]);
    int rounds = Integer.parseInt(arguments[2]);
    try (TestSpaces spaces = TestSpaces.in(folder.resolve("home"));
        Directory plain = new MMapDirectory(folder.resolve("plain"))) {
      TestSpace space = spaces.space("alpha", "index");
      build(space, chunks);
      copy(space, plain);
      compare(space, plain, rounds);
    }
  }

  private static void build(TestSpace space, int chunks) throws IOException {
    long start = System.nanoTime();
    try (VectorIndex index = new LuceneVectorIndexProvider().open(CONFIG, space)) {
      index.bind(SampleIndex.SPACE);
      for (int n = 0; n < chunks / CHUNKS_EACH; n++) {
        index.apply(new ProjectionChange.Publish(SampleIndex.document(n, CHUNKS_EACH, "")));
      }
      index.commit(1);
    }
    print("sealed index of %d chunks built in %.1f s%n", chunks, (System.nanoTime() - start) / 1e9);
  }

  private static void copy(TestSpace space, Directory to) throws IOException {
    try (Directory from = SealedDirectories.open(space, 1 << 20)) {
      for (String name : from.listAll()) {
        to.copyFrom(from, name, name, IOContext.DEFAULT);
      }
    }
  }

  private static void compare(TestSpace space, Directory plain, int rounds) throws IOException {
    try (VectorIndex index = new LuceneVectorIndexProvider().open(CONFIG, space);
        DirectoryReader reader = DirectoryReader.open(plain)) {
      index.bind(SampleIndex.SPACE);
      IndexSearcher searcher = new IndexSearcher(reader);
      searcher.setQueryCache(null);
      report(
          "BM25",
          query -> ids(searcher, words(query)),
          query -> ids(index.keyword(text(query), TOP)),
          rounds);
      report(
          "HNSW",
          query -> ids(searcher, new KnnFloatVectorQuery("vector", vector(query), CANDIDATES)),
          query -> ids(index.nearest(vector(query), TOP)),
          rounds);
    }
  }

  private static String text(int query) {
    return SampleIndex.words(new Random(-1 - query), 2 + query % 5);
  }

  /** Analysed at each query, as the index does. */
  private static Query words(int query) throws IOException {
    BooleanQuery.Builder words = new BooleanQuery.Builder();
    try (TokenStream tokens = ANALYZER.tokenStream("text", text(query))) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        Query word = new TermQuery(new Term("text", term.toString()));
        words.add(word, BooleanClause.Occur.SHOULD);
      }
      tokens.end();
    }
    return words.build();
  }

  private static float[] vector(int query) {
    return SampleIndex.vector(new Random(-1 - query));
  }

  private static List<String> ids(IndexSearcher searcher, Query query) throws IOException {
    List<String> ids = new ArrayList<>();
    for (ScoreDoc hit : searcher.search(query, TOP).scoreDocs) {
      var values = MultiDocValues.getBinaryValues(searcher.getIndexReader(), "chunk");
      values.advanceExact(hit.doc);
      ids.add(values.binaryValue().utf8ToString());
    }
    return ids;
  }

  private static List<String> ids(List<VectorIndex.Hit> hits) {
    return hits.stream().map(hit -> hit.chunk().value()).toList();
  }

  private static void report(String what, Search plain, Search sealed, int rounds)
      throws IOException {
    double[] ofPlain = new double[rounds];
    double[] ofSealed = new double[rounds];
    double[] ratios = new double[rounds];
    for (int warm = 0; warm < rounds; warm++) {
      micros(plain);
      micros(sealed);
    }
    for (int round = 0; round < rounds; round++) {
      ofPlain[round] = micros(plain);
      ofSealed[round] = micros(sealed);
      ratios[round] = ofPlain[round] / ofSealed[round];
    }
    Arrays.sort(ratios);
    print(
        "%s: plain %.0f us, sealed %.0f us a query (medians of %d rounds); ratio %.2f (%.2f to"
            + " %.2f); same ids in %d of %d queries%n",
        what,
        median(ofPlain),
        median(ofSealed),
        rounds,
        median(ratios),
        ratios[0],
        ratios[rounds - 1],
        same(plain, sealed),
        QUERIES);
  }

  private static int same(Search plain, Search sealed) throws IOException {
    int same = 0;
    for (int query = 0; query < QUERIES; query++) {
      same += plain.ids(query).equals(sealed.ids(query)) ? 1 : 0;
    }
    return same;
  }

  /** Mean CPU time of a query. */
  private static double micros(Search search) throws IOException {
    int answers = 0;
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    for (int query = 0; query < QUERIES; query++) {
      answers += search.ids(query).size();
    }
    long end = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    if (answers < QUERIES) {
      throw new IllegalStateException("only " + answers + " answers");
    }
    return (end - start) / 1e3 / QUERIES;
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }

  private static void print(String format, Object... values) {
    System.out.printf(Locale.ROOT, format, values);
  }
}
