package dev.frostbyte.store.lucene;

import dev.frostbyte.api.model.Chunk;
import dev.frostbyte.api.model.DocumentId;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.util.BytesRef;

/** The fields of a chunk. Its words and vector are indexed; only its id is kept to be read back. */
final class ChunkFields {
  static final String CHUNK = "chunk";
  static final String DOCUMENT = "document";
  static final String TEXT = "text";
  static final String VECTOR = "vector";

  private static final FieldType WORDS = words();

  private ChunkFields() {}

  private static FieldType words() {
    FieldType type = new FieldType();
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    type.setTokenized(true);
    type.freeze();
    return type;
  }

  static Term document(DocumentId document) {
    return new Term(DOCUMENT, document.value());
  }

  static Document of(
      DocumentId document, Chunk chunk, float[] vector, VectorSimilarityFunction similarity) {
    Document fields = new Document();
    fields.add(new BinaryDocValuesField(CHUNK, new BytesRef(chunk.id().value())));
    fields.add(new StringField(DOCUMENT, document.value(), Field.Store.NO));
    texts(chunk).forEach(text -> fields.add(new Field(TEXT, text, WORDS)));
    fields.add(new KnnFloatVectorField(VECTOR, vector.clone(), similarity));
    return fields;
  }

  private static List<String> texts(Chunk chunk) {
    return Stream.concat(chunk.headings().stream(), Stream.of(chunk.text()))
        .map(dev.frostbyte.api.model.UntrustedText::value)
        .toList();
  }
}
