package dev.frostbyte.store.lucene;

import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.spi.EmbeddingSpace;
import org.apache.lucene.index.VectorSimilarityFunction;

/**
 * The embedding space of an index, and which vectors belong to it.
 *
 * @param id of the space
 * @param dimensions length of its vectors
 * @param similarity dot product for spaces of normalisation {@code l2}, whose vectors must have
 *     length one; cosine for all others
 */
record BoundSpace(String id, int dimensions, VectorSimilarityFunction similarity) {
  private static final double LENGTH_TOLERANCE = 1e-3;

  static BoundSpace of(EmbeddingSpace space) {
    if (space.dimensions() < 1 || space.dimensions() > WideHnswFormat.MAX_DIMENSIONS) {
      throw invalid(
          "An embedding space has "
              + space.dimensions()
              + " dimensions; the index takes 1 to "
              + WideHnswFormat.MAX_DIMENSIONS
              + ".");
    }
    boolean unit = space.normalisation().equals("l2");
    return new BoundSpace(
        space.id().hex(),
        space.dimensions(),
        unit ? VectorSimilarityFunction.DOT_PRODUCT : VectorSimilarityFunction.COSINE);
  }

  /** Refuses a vector that cannot be of this space. */
  float[] checked(float[] vector) {
    if (vector.length != dimensions) {
      throw FrostbyteException.of(
          ProblemCode.SPACE_MISMATCH,
          "A vector has " + vector.length + " dimensions, the index " + dimensions + ".");
    }
    double square = 0;
    for (float component : vector) {
      square += (double) component * component;
    }
    requireLength(square);
    return vector;
  }

  private void requireLength(double square) {
    if (!Double.isFinite(square) || square == 0) {
      throw invalid("A vector has a component that is no finite number, or no direction.");
    }
    boolean unit = similarity == VectorSimilarityFunction.DOT_PRODUCT;
    if (unit && Math.abs(square - 1) > LENGTH_TOLERANCE) {
      throw invalid("A vector of a space with l2 normalisation does not have length one.");
    }
  }

  private static FrostbyteException invalid(String message) {
    return FrostbyteException.of(ProblemCode.INVALID_ARGUMENT, message);
  }
}
