package dev.frostbyte.store.lucene;

import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.spi.EmbeddingSpace;
import dev.frostbyte.api.spi.ProjectionChange;
import dev.frostbyte.api.spi.PublishedDocument;
import dev.frostbyte.api.spi.VectorIndex;
import dev.frostbyte.api.tenant.TenantSpace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.similarities.BM25Similarity;

/**
 * The index itself; its exceptions may quote content, so only {@link GuardedIndex} uses it. One
 * thread writes; readers are thread-safe.
 */
final class LuceneVectorIndex implements VectorIndex {
  private static final float K1 = 1.2f;
  private static final float B = 0.75f;

  private final IndexSettings settings;
  private final SealedDirectory directory;
  private final Analyzer analyzer;
  private final IndexWriter writer;
  private final CommitMerges merges;
  private final FreshSearchers searchers;
  private volatile CommitData committed;
  private volatile Optional<BoundSpace> bound = Optional.empty();
  private boolean closed;

  private LuceneVectorIndex(
      IndexSettings settings,
      SealedDirectory directory,
      Analyzer analyzer,
      IndexWriter writer,
      CommitMerges merges)
      throws IOException {
    this.settings = settings;
    this.directory = directory;
    this.analyzer = analyzer;
    this.writer = writer;
    this.merges = merges;
    this.committed = CommitData.of(writer);
    this.searchers = new FreshSearchers(writer);
  }

  static LuceneVectorIndex open(IndexSettings settings, TenantSpace space) throws IOException {
    SealedDirectory directory =
        SealedDirectory.open(space.files(), space.path(), space.epochKey(), settings.cacheBytes());
    try {
      return open(settings, directory);
    } catch (IOException | RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  static LuceneVectorIndex open(IndexSettings settings, SealedDirectory directory)
      throws IOException {
    Analyzer analyzer = new EnglishAnalyzer();
    CommitMerges merges = new CommitMerges();
    IndexWriter writer = new IndexWriter(directory, config(settings, analyzer, merges));
    try {
      return new LuceneVectorIndex(settings, directory, analyzer, writer, merges);
    } catch (IOException | RuntimeException e) {
      writer.rollback();
      throw e;
    }
  }

  private static IndexWriterConfig config(
      IndexSettings settings, Analyzer analyzer, CommitMerges merges) {
    TieredMergePolicy policy = new TieredMergePolicy();
    policy.setForceMergeDeletesPctAllowed(0);
    return new IndexWriterConfig(analyzer)
        .setCodec(new IndexCodec())
        .setSimilarity(new BM25Similarity(K1, B))
        .setMergePolicy(policy)
        .setMergeScheduler(merges)
        .setMaxFullFlushMergeWaitMillis(0)
        .setRAMBufferSizeMB(settings.bufferMegabytes())
        .setCommitOnClose(false);
  }

  @Override
  public void bind(EmbeddingSpace space) {
    BoundSpace wanted = BoundSpace.of(space);
    String present = bound.map(BoundSpace::id).orElse(committed.space());
    if (!present.isEmpty() && !present.equals(wanted.id())) {
      throw FrostbyteException.of(
          ProblemCode.SPACE_MISMATCH,
          "The index holds vectors of space " + present + ", not of " + wanted.id() + ".");
    }
    bound = Optional.of(wanted);
  }

  @Override
  public long position() {
    return committed.position();
  }

  @Override
  public void apply(ProjectionChange change) throws IOException {
    switch (change) {
      case ProjectionChange.Publish publish -> publish(publish.published());
      case ProjectionChange.Withdraw withdraw ->
          writer.deleteDocuments(ChunkFields.document(withdraw.document()));
    }
    searchers.changed();
  }

  private void publish(PublishedDocument published) throws IOException {
    BoundSpace space = boundSpace();
    DocumentId document = published.row().document();
    List<Document> chunks = new ArrayList<>(published.chunks().size());
    for (int i = 0; i < published.chunks().size(); i++) {
      float[] vector = space.checked(published.vectors().get(i));
      chunks.add(ChunkFields.of(document, published.chunks().get(i), vector, space.similarity()));
    }
    writer.updateDocuments(ChunkFields.document(document), chunks);
  }

  private BoundSpace boundSpace() {
    return bound.orElseThrow(
        () ->
            FrostbyteException.of(
                ProblemCode.INVALID_ARGUMENT, "The index is bound to no space; call bind first."));
  }

  @Override
  public void commit(long position) throws IOException {
    if (position < 0) {
      throw FrostbyteException.of(
          ProblemCode.INVALID_ARGUMENT, "Position " + position + " is negative.");
    }
    writer.flush();
    writer.maybeMerge();
    merges.runWaiting();
    CommitData next = committed.at(position);
    commit(bound.map(space -> next.in(space.id())).orElse(next));
  }

  private void commit(CommitData data) throws IOException {
    data.putInto(writer);
    writer.commit();
    committed = data;
    searchers.changed();
  }

  @Override
  public void clear() throws IOException {
    bound = Optional.empty();
    writer.deleteAll();
    commit(CommitData.EMPTY);
    searchers.refresh();
  }

  /**
   * Merges deletions out, then makes every older copy of the files unreadable. Whoever still reads
   * an older state goes on reading it.
   */
  @Override
  public void purge() throws IOException {
    writer.forceMergeDeletes(true);
    if (writer.hasDeletions()) {
      throw new IOException("deletions stayed after a purge");
    }
    commit(committed);
    searchers.refresh();
    writer.deleteUnusedFiles();
    directory.renew(SegmentInfos.readLatestCommit(directory).files(true));
  }

  @Override
  public List<Hit> keyword(String query, int limit) throws IOException {
    return searchers.search(
        searcher -> Ranking.best(searcher, KeywordQuery.of(query, analyzer), limit));
  }

  @Override
  public List<Hit> nearest(float[] vector, int limit) throws IOException {
    int candidates = Math.max(limit, settings.candidates());
    BoundSpace space = boundSpace();
    float[] checked = space.checked(vector);
    return searchers.search(
        searcher ->
            GraphSearch.run(
                searcher.getIndexReader(), checked, space.similarity(), candidates, limit));
  }

  @Override
  public List<Hit> exact(float[] vector, int limit) throws IOException {
    float[] checked = boundSpace().checked(vector);
    return searchers.search(searcher -> ExactSearch.run(searcher.getIndexReader(), checked, limit));
  }

  @Override
  public long chunks() throws IOException {
    return searchers.search(searcher -> (long) searcher.getIndexReader().numDocs());
  }

  /** Leaves the state of the last commit. */
  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    try (directory;
        analyzer) {
      searchers.close();
      writer.rollback();
    }
  }
}
