package dev.frostbyte.core.document;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Vectors as bytes: count, dimensions, then little-endian float32. */
final class Vectors {
  private Vectors() {}

  static byte[] encode(List<float[]> vectors) {
    int dimensions = vectors.isEmpty() ? 0 : vectors.getFirst().length;
    ByteBuffer out =
        ByteBuffer.allocate(8 + vectors.size() * dimensions * Float.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN);
    out.putInt(vectors.size()).putInt(dimensions);
    for (float[] vector : vectors) {
      for (float value : vector) {
        out.putFloat(value);
      }
    }
    return out.array();
  }

  static List<float[]> decode(byte[] bytes) throws IOException {
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int count = in.getInt();
    int dimensions = in.getInt();
    if (in.remaining() != (long) count * dimensions * Float.BYTES) {
      throw new IOException(
          "vectors: "
              + in.remaining()
              + " bytes are not "
              + count
              + " times "
              + dimensions
              + " floats");
    }
    List<float[]> vectors = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      float[] vector = new float[dimensions];
      for (int d = 0; d < dimensions; d++) {
        vector[d] = in.getFloat();
      }
      vectors.add(vector);
    }
    return vectors;
  }
}
