package dev.frostbyte.it;

import dev.frostbyte.api.spi.EmbeddingModel;
import dev.frostbyte.api.spi.EmbeddingSpace;
import dev.frostbyte.api.spi.TokenCounter;
import java.util.Locale;

/** A model that counts words in a few drawers; deterministic, and cheap to open. */
final class WordCounts implements EmbeddingModel, TokenCounter {
  private static final int DRAWERS = 16;

  @Override
  public EmbeddingSpace space() {
    return new EmbeddingSpace("test", "word-counts", "1", DRAWERS, "none", "l2", "", "", "1");
  }

  @Override
  public float[] embedDocument(String text) {
    float[] vector = new float[DRAWERS];
    vector[0] = 1;
    for (String word : text.toLowerCase(Locale.ROOT).split("\\W+", -1)) {
      vector[Math.floorMod(word.hashCode(), DRAWERS)]++;
    }
    double square = 0;
    for (float value : vector) {
      square += value * value;
    }
    for (int i = 0; i < DRAWERS; i++) {
      vector[i] /= (float) Math.sqrt(square);
    }
    return vector;
  }

  @Override
  public float[] embedQuery(String text) {
    return embedDocument(text);
  }

  @Override
  public TokenCounter tokens() {
    return this;
  }

  @Override
  public int count(String text) {
    return text.split("\\s+", -1).length;
  }

  @Override
  public int limit() {
    return 400;
  }

  @Override
  public void close() {}
}
