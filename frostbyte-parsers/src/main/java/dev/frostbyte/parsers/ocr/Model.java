package dev.frostbyte.parsers.ocr;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.parsers.internal.OnnxRuntime;
import java.nio.FloatBuffer;
import java.util.Map;

/**
 * One model with one input and one output. Thread-safe; whoever opens it closes it, after the last
 * run. Runs on the caller's thread at a pinned optimisation level, so that the same numbers come
 * out on the same class of processor.
 */
final class Model implements AutoCloseable {
  private final OrtEnvironment environment;
  private final OrtSession session;

  private Model(OrtEnvironment environment, OrtSession session) {
    this.environment = environment;
    this.session = session;
  }

  /**
   * Opens a model.
   *
   * @throws FrostbyteException {@code PARSER_ERROR} when ONNX Runtime does not run here
   */
  static Model open(byte[] model) {
    try {
      OrtEnvironment environment = OnnxRuntime.environment();
      try (SessionOptions options = OnnxRuntime.options()) {
        return new Model(environment, environment.createSession(model, options));
      }
    } catch (OrtException e) {
      throw failure("ONNX Runtime cannot open a model of the text recognition.", e);
    } catch (LinkageError e) {
      throw failure(
          "Text recognition needs ONNX Runtime, which has no native library for this machine, or"
              + " the temp folder does not allow programs.",
          e);
    }
  }

  /** Runs the model once. */
  Tensor run(Tensor input) {
    String name = session.getInputNames().iterator().next();
    try (OnnxTensor tensor =
            OnnxTensor.createTensor(environment, FloatBuffer.wrap(input.values()), input.shape());
        OrtSession.Result result = session.run(Map.of(name, tensor))) {
      OnnxTensor output = (OnnxTensor) result.get(0);
      FloatBuffer values = output.getFloatBuffer();
      return new Tensor(values.array(), output.getInfo().getShape());
    } catch (OrtException e) {
      throw failure("A model of the text recognition failed.", e);
    }
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw failure("A model of the text recognition did not close.", e);
    }
  }

  private static FrostbyteException failure(String what, Throwable cause) {
    return new FrostbyteException(Problem.of(ProblemCode.PARSER_ERROR, what), cause);
  }
}
