package dev.frostbyte.embeddings;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.model.ProblemCode;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Runs a BERT-like encoder, one text per run: a quantised model scales its activations per run, so
 * that texts run together would change each other's vectors. Thread-safe; callers share one
 * session. Closing waits for runs under way; later runs are refused with {@link
 * IllegalStateException}.
 */
final class OnnxEncoder implements AutoCloseable {
  private static final Set<String> INPUTS = Set.of("input_ids", "attention_mask", "token_type_ids");

  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private final OrtEnvironment environment;
  private final OrtSession session;
  private boolean closed;

  private OnnxEncoder(OrtEnvironment environment, OrtSession session) {
    this.environment = environment;
    this.session = session;
  }

  /**
   * Opens a model.
   *
   * @param threads used inside one run
   * @throws FrostbyteException {@code CONFIGURATION_INVALID} when it is no such model, {@code
   *     EMBEDDING_FAILED} when ONNX Runtime does not run on this machine
   */
  static OnnxEncoder open(byte[] model, int threads) {
    try {
      OrtEnvironment environment =
          OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "frostbyte");
      environment.setTelemetry(false);
      return checked(new OnnxEncoder(environment, session(environment, model, threads)));
    } catch (OrtException e) {
      throw failure(ProblemCode.CONFIGURATION_INVALID, "ONNX Runtime cannot open the model.", e);
    } catch (LinkageError e) {
      throw failure(
          ProblemCode.EMBEDDING_FAILED,
          "ONNX Runtime has no native library for this machine, or the temp folder does not allow"
              + " programs.",
          e);
    }
  }

  /** The normalised vector of token ids, special tokens included. */
  float[] encode(long[] ids) {
    lock.readLock().lock();
    try {
      if (closed) {
        throw new IllegalStateException("the embedding model was closed; open it again");
      }
      return run(ids);
    } catch (OrtException e) {
      throw failure(ProblemCode.EMBEDDING_FAILED, "The embedding model failed.", e);
    } finally {
      lock.readLock().unlock();
    }
  }

  @Override
  public void close() {
    lock.writeLock().lock();
    try {
      if (!closed) {
        closed = true;
        session.close();
      }
    } catch (OrtException e) {
      throw failure(ProblemCode.EMBEDDING_FAILED, "The embedding model did not close.", e);
    } finally {
      lock.writeLock().unlock();
    }
  }

  private static OrtSession session(OrtEnvironment environment, byte[] model, int threads)
      throws OrtException {
    try (SessionOptions options = new SessionOptions()) {
      options.setExecutionMode(SessionOptions.ExecutionMode.SEQUENTIAL);
      options.setOptimizationLevel(SessionOptions.OptLevel.ALL_OPT);
      options.setDeterministicCompute(true);
      options.setInterOpNumThreads(1);
      options.setIntraOpNumThreads(threads);
      options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
      options.addConfigEntry("session.intra_op.allow_spinning", "0");
      return environment.createSession(model, options);
    }
  }

  private static OnnxEncoder checked(OnnxEncoder encoder) {
    Set<String> inputs = encoder.session.getInputNames();
    if (inputs.contains("input_ids") && INPUTS.containsAll(inputs)) {
      return encoder;
    }
    encoder.close();
    throw FrostbyteException.of(
        ProblemCode.CONFIGURATION_INVALID,
        "The model is no text encoder of the BERT kind: its inputs must be among " + INPUTS + ".");
  }

  private float[] run(long[] ids) throws OrtException {
    Map<String, OnnxTensor> inputs = new HashMap<>();
    try {
      for (String name : session.getInputNames()) {
        inputs.put(name, tensor(values(name, ids)));
      }
      try (OrtSession.Result result = session.run(inputs)) {
        return Pooling.firstToken(result.get(0));
      }
    } finally {
      inputs.values().forEach(OnnxTensor::close);
    }
  }

  private static long[] values(String input, long[] ids) {
    long[] values = input.equals("input_ids") ? ids : new long[ids.length];
    if (input.equals("attention_mask")) {
      Arrays.fill(values, 1);
    }
    return values;
  }

  private OnnxTensor tensor(long[] values) throws OrtException {
    return OnnxTensor.createTensor(
        environment, LongBuffer.wrap(values), new long[] {1, values.length});
  }

  private static FrostbyteException failure(ProblemCode code, String what, Throwable cause) {
    return new FrostbyteException(Problem.of(code, what), cause);
  }
}
