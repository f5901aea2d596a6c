package dev.frostbyte.bench;

import dev.frostbyte.testkit.TestSpaces;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.MMapDirectory;

/**
 * Warm queries on the sealed directory against {@code MMapDirectory}: the same files in both, the
 * same queries, rounds taken in turn in one run, one thread, CPU time of that thread. Arguments: a folder (the plain index
 * is made there once and used again), number of chunks, rounds.
 */
public final class SealedIndexSpeed {
  private static final int QUERIES = 200;
  private static final int TOP = 10;
  private static final int CANDIDATES = 100;

  private SealedIndexSpeed() {}

  /** Runs it. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    int chunks = Integer.parseInt(arguments[1]);
    int rounds = Integer.parseInt(arguments[2]);
    Path plainFolder = folder.resolve("plain-" + chunks);
    if (!Files.isDirectory(plainFolder)) {
      build(plainFolder, chunks);
    }
    try (TestSpaces spaces = TestSpaces.in(folder.resolve("sealed-" + System.nanoTime()));
        Directory plain = new MMapDirectory(plainFolder);
        Directory sealed = SealedDirectories.open(spaces.space("alpha", "index"), 1L << 30)) {
      copy(plain, sealed);
      compare(plain, sealed, rounds);
    }
  }

  private static void build(Path folder, int chunks) throws IOException {
    long start = System.nanoTime();
    IndexWriterConfig config =
        new IndexWriterConfig(new EnglishAnalyzer()).setRAMBufferSizeMB(1024);
    try (Directory directory = new MMapDirectory(folder);
        IndexWriter writer = new IndexWriter(directory, config)) {
      for (int n = 0; n < chunks; n++) {
        Random random = new Random(n);
        Document document = new Document();
        document.add(new TextField("text", SampleIndex.words(random, 120), Field.Store.NO));
        document.add(
            new KnnFloatVectorField(
                "vector", SampleIndex.vector(random), VectorSimilarityFunction.DOT_PRODUCT));
        writer.addDocument(document);
      }
      writer.forceMerge(1);
    }
    print("plain index of %d chunks built in %.1f s%n", chunks, (System.nanoTime() - start) / 1e9);
  }

  private static void copy(Directory from, Directory to) throws IOException {
    for (String name : from.listAll()) {
      if (!name.endsWith(".lock")) {
        to.copyFrom(from, name, name, IOContext.DEFAULT);
      }
    }
  }

  private static void compare(Directory plain, Directory sealed, int rounds) throws IOException {
    try (DirectoryReader plainReader = DirectoryReader.open(plain);
        DirectoryReader sealedReader = DirectoryReader.open(sealed)) {
      IndexSearcher plainSearcher = searcher(plainReader);
      IndexSearcher sealedSearcher = searcher(sealedReader);
      report("BM25", words(), plainSearcher, sealedSearcher, rounds);
      report("HNSW", vectors(), plainSearcher, sealedSearcher, rounds);
    }
  }

  private static IndexSearcher searcher(DirectoryReader reader) {
    IndexSearcher searcher = new IndexSearcher(reader);
    searcher.setQueryCache(null);
    return searcher;
  }

  private static List<Query> words() {
    List<Query> queries = new ArrayList<>();
    for (int i = 0; i < QUERIES; i++) {
      BooleanQuery.Builder query = new BooleanQuery.Builder();
      for (String word : SampleIndex.words(new Random(-1 - i), 2 + i % 5).strip().split(" ")) {
        query.add(new TermQuery(new Term("text", word)), BooleanClause.Occur.SHOULD);
      }
      queries.add(query.build());
    }
    return queries;
  }

  private static List<Query> vectors() {
    List<Query> queries = new ArrayList<>();
    for (int i = 0; i < QUERIES; i++) {
      float[] vector = SampleIndex.vector(new Random(-1 - i));
      queries.add(new KnnFloatVectorQuery("vector", vector, CANDIDATES));
    }
    return queries;
  }

  private static void report(
      String what, List<Query> queries, IndexSearcher plain, IndexSearcher sealed, int rounds)
      throws IOException {
    double[] ofPlain = new double[rounds];
    double[] ofSealed = new double[rounds];
    double[] ratios = new double[rounds];
    for (int warm = 0; warm < rounds; warm++) {
      requireSame(micros(queries, plain), micros(queries, sealed));
    }
    for (int round = 0; round < rounds; round++) {
      ofPlain[round] = micros(queries, plain)[0];
      ofSealed[round] = micros(queries, sealed)[0];
      ratios[round] = ofPlain[round] / ofSealed[round];
    }
    print(
        "%s: plain %.0f us, sealed %.0f us a query (medians of %d rounds); ratio %.2f, from %.2f to"
            + " %.2f%n",
        what, median(ofPlain), median(ofSealed), rounds, median(ratios), ratios[0],
        ratios[rounds - 1]);
  }

  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  /** Mean CPU time of a query, and a sum over the answers. */
  private static double[] micros(List<Query> queries, IndexSearcher searcher) throws IOException {
    double answers = 0;
    long start = cpuNanos();
    for (Query query : queries) {
      for (var hit : searcher.search(query, TOP).scoreDocs) {
        answers += hit.doc;
      }
    }
    return new double[] {(cpuNanos() - start) / 1e3 / queries.size(), answers};
  }

  private static void requireSame(double[] plain, double[] sealed) {
    if (plain[1] != sealed[1]) {
      throw new IllegalStateException("the two directories give different answers");
    }
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }

  private static void print(String format, Object... values) {
    System.out.printf(Locale.ROOT, format, values);
  }
}
