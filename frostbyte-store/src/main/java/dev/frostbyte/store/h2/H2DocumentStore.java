package dev.frostbyte.store.h2;

import dev.frostbyte.api.model.Chunk;
import dev.frostbyte.api.model.ChunkId;
import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.spi.DocumentRow;
import dev.frostbyte.api.spi.DocumentStore;
import dev.frostbyte.api.spi.ProjectionChange;
import dev.frostbyte.api.spi.PublishedDocument;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A tenant's rows in a {@link Database}. One thread writes; readers are thread-safe. */
final class H2DocumentStore implements DocumentStore {
  private static final int MAX_PAGE = 10_000;

  private final Database database;
  private final RowSeals seals;

  /** A row as it stands in the database. */
  private record StoredRow(String document, long generation, byte[] sealed) {
    static StoredRow read(ResultSet row) throws SQLException {
      return new StoredRow(row.getString(1), row.getLong(2), row.getBytes(3));
    }

    DocumentId documentId() {
      return new DocumentId(document);
    }
  }

  H2DocumentStore(Database database, RowSeals seals) {
    this.database = database;
    this.seals = seals;
  }

  @Override
  public long position() throws IOException {
    return database.with(
        open ->
            Database.first(
                    open,
                    "SELECT position FROM meta WHERE one = 1",
                    List.of(),
                    row -> row.getLong(1))
                .orElse(0L));
  }

  @Override
  public void apply(ProjectionChange change) throws IOException {
    database.atomically(
        open -> {
          delete(open, change.document());
          return switch (change) {
            case ProjectionChange.Publish publish -> insert(open, publish.published());
            case ProjectionChange.Withdraw withdraw -> 0;
          };
        });
  }

  private static void delete(Connection open, DocumentId document) throws SQLException {
    List<Object> id = List.of(document.value());
    Database.update(open, "DELETE FROM chunks WHERE document = ?", id);
    Database.update(open, "DELETE FROM documents WHERE id = ?", id);
  }

  /** Inserts nothing for a document whose key is gone: it was erased later in the journal. */
  private int insert(Connection open, PublishedDocument published) throws SQLException {
    DocumentRow row = published.row();
    Optional<byte[]> sealed = seals.seal(row);
    if (sealed.isEmpty()) {
      return 0;
    }
    Database.update(
        open,
        "INSERT INTO documents (id, generation, chunks, sealed) VALUES (?, ?, ?, ?)",
        List.of(row.document().value(), row.generation(), published.chunks().size(), sealed.get()));
    return insertChunks(open, row, published.chunks());
  }

  private int insertChunks(Connection open, DocumentRow row, List<Chunk> chunks)
      throws SQLException {
    String statement = "INSERT INTO chunks (id, document, generation, sealed) VALUES (?, ?, ?, ?)";
    try (PreparedStatement insert = open.prepareStatement(statement)) {
      for (Chunk chunk : chunks) {
        insert.setString(1, chunk.id().value());
        insert.setString(2, row.document().value());
        insert.setLong(3, row.generation());
        insert.setBytes(4, seals.seal(row, chunk).orElse(new byte[0]));
        insert.addBatch();
      }
      return insert.executeBatch().length;
    }
  }

  @Override
  public void commit(long position) throws IOException {
    if (position < 0) {
      throw FrostbyteException.of(
          ProblemCode.INVALID_ARGUMENT, "Position " + position + " is negative.");
    }
    database.with(
        open -> {
          Database.update(open, "MERGE INTO meta (one, position) VALUES (1, ?)", List.of(position));
          open.commit();
          return Database.execute(open, "CHECKPOINT SYNC");
        });
  }

  @Override
  public void clear() throws IOException {
    database.with(
        open -> {
          for (String table : List.of("meta", "chunks", "documents")) {
            Database.execute(open, "DELETE FROM " + table);
          }
          open.commit();
          return Database.execute(open, "CHECKPOINT SYNC");
        });
  }

  @Override
  public void purge() throws IOException {
    database.compact();
  }

  @Override
  public Optional<DocumentRow> document(DocumentId document) throws IOException {
    Optional<StoredRow> stored = database.with(open -> storedDocument(open, document.value()));
    return stored.isEmpty() ? Optional.empty() : opened(stored.get());
  }

  private static Optional<StoredRow> storedDocument(Connection open, String document)
      throws SQLException, IOException {
    return Database.first(
        open,
        "SELECT id, generation, sealed FROM documents WHERE id = ?",
        List.of(document),
        StoredRow::read);
  }

  private Optional<DocumentRow> opened(StoredRow stored) throws IOException {
    return seals.document(stored.documentId(), stored.generation(), stored.sealed());
  }

  @Override
  public Optional<ChunkRow> chunk(ChunkId chunk) throws IOException {
    Optional<List<StoredRow>> stored = database.with(open -> storedChunk(open, chunk));
    return stored.isEmpty() ? Optional.empty() : opened(chunk, stored.get());
  }

  /** The chunk's row and its document's row, of one moment. */
  private static Optional<List<StoredRow>> storedChunk(Connection open, ChunkId chunk)
      throws SQLException, IOException {
    Optional<StoredRow> row =
        Database.first(
            open,
            "SELECT document, generation, sealed FROM chunks WHERE id = ?",
            List.of(chunk.value()),
            StoredRow::read);
    if (row.isEmpty()) {
      return Optional.empty();
    }
    return storedDocument(open, row.get().document())
        .filter(document -> document.generation() == row.get().generation())
        .map(document -> List.of(row.get(), document));
  }

  private Optional<ChunkRow> opened(ChunkId id, List<StoredRow> stored) throws IOException {
    StoredRow row = stored.getFirst();
    Optional<Chunk> chunk = seals.chunk(row.documentId(), row.generation(), id, row.sealed());
    Optional<DocumentRow> document = opened(stored.getLast());
    return chunk.isEmpty()
        ? Optional.empty()
        : document.map(parent -> new ChunkRow(parent, chunk.get()));
  }

  @Override
  public List<DocumentRow> documents(String after, int limit) throws IOException {
    requirePage(limit);
    List<DocumentRow> page = new ArrayList<>();
    String from = after;
    boolean more = true;
    while (more && page.size() < limit) {
      List<StoredRow> stored = storedDocuments(from, limit - page.size());
      for (StoredRow row : stored) {
        opened(row).ifPresent(page::add);
        from = row.document();
      }
      more = !stored.isEmpty();
    }
    return List.copyOf(page);
  }

  private List<StoredRow> storedDocuments(String after, int limit) throws IOException {
    String statement =
        "SELECT id, generation, sealed FROM documents WHERE id > ? ORDER BY id LIMIT " + limit;
    return database.with(
        open -> {
          List<StoredRow> rows = new ArrayList<>();
          try (PreparedStatement query = Database.prepare(open, statement, List.of(after));
              ResultSet answer = query.executeQuery()) {
            while (answer.next()) {
              rows.add(StoredRow.read(answer));
            }
          }
          return rows;
        });
  }

  private static void requirePage(int limit) {
    if (limit < 1 || limit > MAX_PAGE) {
      throw FrostbyteException.of(
          ProblemCode.INVALID_ARGUMENT, "A limit is " + limit + ", must be 1 to " + MAX_PAGE + ".");
    }
  }

  /** Asks for every document whether its key is there, so the time grows with their number. */
  @Override
  public Counts counts() throws IOException {
    return database.with(
        open -> {
          long documents = 0;
          long chunks = 0;
          try (PreparedStatement query =
                  Database.prepare(open, "SELECT id, chunks FROM documents", List.of());
              ResultSet answer = query.executeQuery()) {
            while (answer.next()) {
              boolean readable = seals.readable(new DocumentId(answer.getString(1)));
              documents += readable ? 1 : 0;
              chunks += readable ? answer.getLong(2) : 0;
            }
          }
          return new Counts(documents, chunks);
        });
  }

  @Override
  public void close() throws IOException {
    database.close();
  }
}
