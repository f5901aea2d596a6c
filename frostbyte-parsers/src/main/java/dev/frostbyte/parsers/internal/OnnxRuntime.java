package dev.frostbyte.parsers.internal;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession.SessionOptions;

/**
 * ONNX Runtime as every model here uses it: silent, on the caller's thread, and at a pinned
 * optimisation level, so that the same numbers come out on the same class of processor. Stateless.
 */
public final class OnnxRuntime {
  private OnnxRuntime() {}

  /** The one environment of this JVM; loads the native library. */
  public static OrtEnvironment environment() throws OrtException {
    OrtEnvironment environment =
        OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "frostbyte");
    environment.setTelemetry(false);
    return environment;
  }

  /** Options of a session; the caller closes them. */
  public static SessionOptions options() throws OrtException {
    SessionOptions options = new SessionOptions();
    options.setExecutionMode(SessionOptions.ExecutionMode.SEQUENTIAL);
    options.setOptimizationLevel(SessionOptions.OptLevel.ALL_OPT);
    options.setDeterministicCompute(true);
    options.setInterOpNumThreads(1);
    options.setIntraOpNumThreads(1);
    options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
    return options;
  }

  /** Version from its jar, or {@code unknown}; loads no native library. */
  public static String version() {
    String version = OrtEnvironment.class.getPackage().getImplementationVersion();
    return version == null ? "unknown" : version;
  }
}
