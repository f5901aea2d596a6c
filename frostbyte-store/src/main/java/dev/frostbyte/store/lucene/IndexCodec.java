package dev.frostbyte.store.lucene;

import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;

/** Lucene's own codec with {@link WideHnswFormat}. */
final class IndexCodec extends Lucene104Codec {
  private final KnnVectorsFormat vectors = new WideHnswFormat();

  @Override
  public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
    return vectors;
  }
}
