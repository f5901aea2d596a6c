package dev.frostbyte.embeddings;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import java.nio.FloatBuffer;

/** Turns the output of an encoder into one vector of length 1. */
final class Pooling {
  static final String NAME = "cls";
  static final String NORMALISATION = "l2";

  private Pooling() {}

  /**
   * The hidden state of the first token, normalised.
   *
   * @throws FrostbyteException {@code EMBEDDING_FAILED} when the output has another shape or no
   *     direction
   */
  static float[] firstToken(OnnxValue output) {
    if (!(output instanceof OnnxTensor tensor) || tensor.getInfo().getShape().length != 3) {
      throw failed("its first output must be a tensor of batch, tokens, dimensions");
    }
    FloatBuffer values = tensor.getFloatBuffer();
    int dimensions = Math.toIntExact(tensor.getInfo().getShape()[2]);
    if (values == null || values.remaining() < dimensions) {
      throw failed("its first output must hold 32-bit floats");
    }
    float[] vector = new float[dimensions];
    values.get(vector);
    return normalised(vector);
  }

  private static float[] normalised(float[] vector) {
    double squares = 0;
    for (float value : vector) {
      squares += (double) value * value;
    }
    double length = Math.sqrt(squares);
    if (!(length > 0) || Double.isInfinite(length)) {
      throw failed("its vector has no direction");
    }
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) (vector[i] / length);
    }
    return vector;
  }

  private static FrostbyteException failed(String why) {
    return FrostbyteException.of(
        ProblemCode.EMBEDDING_FAILED, "The embedding model cannot be used: " + why + ".");
  }
}
