package dev.frostbyte.parsers.ocr;

import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.model.ProblemCode;
import java.io.IOException;

/**
 * Calls an image reader: whatever it throws becomes a {@link RefusedException} that does not quote
 * it. Stateless.
 */
final class Decoding {
  private Decoding() {}

  /** A call of an image reader. */
  interface Call<T> {
    T make() throws IOException;
  }

  static <T> T of(Call<T> call) throws RefusedException {
    try {
      return call.make();
    } catch (RefusedException e) {
      throw e;
    } catch (IOException | RuntimeException | LinkageError e) {
      throw new RefusedException(
          Problem.of(
              ProblemCode.FILE_CORRUPTED,
              "The picture is broken (" + e.getClass().getSimpleName() + ")."));
    }
  }
}
