package dev.frostbyte.parsers.model;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.TensorInfo;
import dev.frostbyte.api.spi.PagePicture;
import dev.frostbyte.parsers.internal.OnnxRuntime;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.HashMap;
import java.util.Map;

/** A loaded detection model. Thread-safe; whoever opens it closes it, after the last run. */
final class DetectionSession implements AutoCloseable {
  private final OrtEnvironment environment;
  private final OrtSession session;

  private DetectionSession(OrtEnvironment environment, OrtSession session) {
    this.environment = environment;
    this.session = session;
  }

  /** Loads the model from its file; its weights never pass through the Java heap. */
  static DetectionSession open(ModelFile file) throws OrtException {
    OrtEnvironment environment = OnnxRuntime.environment();
    try (SessionOptions options = OnnxRuntime.options()) {
      return new DetectionSession(
          environment, environment.createSession(file.path().toString(), options));
    }
  }

  DetectionOutput run(PagePicture picture, DetectionSettings settings) throws OrtException {
    Map<String, OnnxTensor> inputs = new HashMap<>();
    try {
      inputs.put(settings.pixelInput(), pixels(picture, settings));
      if (!settings.sizeInput().isEmpty()) {
        inputs.put(settings.sizeInput(), size(picture, settings));
      }
      try (OrtSession.Result result = session.run(inputs)) {
        return new DetectionOutput(
            longs(output(result, settings.labelOutput())),
            floats(output(result, settings.boxOutput())),
            floats(output(result, settings.scoreOutput())));
      }
    } finally {
      inputs.values().forEach(OnnxTensor::close);
    }
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("a model did not close: code " + e.getCode());
    }
  }

  private OnnxTensor pixels(PagePicture picture, DetectionSettings settings) throws OrtException {
    FloatBuffer pixels = InputPixels.of(picture, settings);
    return OnnxTensor.createTensor(
        environment, pixels, new long[] {1, 3, settings.height(), settings.width()});
  }

  /** Whole numbers or others, as the model takes them. */
  private OnnxTensor size(PagePicture picture, DetectionSettings settings) throws OrtException {
    boolean wide = settings.sizeOrder() == DetectionSettings.SizeOrder.WIDTH_HEIGHT;
    long first = wide ? picture.width() : picture.height();
    long second = wide ? picture.height() : picture.width();
    NodeInfo node = session.getInputInfo().get(settings.sizeInput());
    long[] shape = {1, 2};
    if (node != null && node.getInfo() instanceof TensorInfo it && it.type == OnnxJavaType.FLOAT) {
      FloatBuffer numbers = FloatBuffer.wrap(new float[] {first, second});
      return OnnxTensor.createTensor(environment, numbers, shape);
    }
    return OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[] {first, second}), shape);
  }

  private static OnnxTensor output(OrtSession.Result result, String name) {
    OnnxValue value = result.get(name).orElseThrow(() -> new IllegalStateException("no " + name));
    if (value instanceof OnnxTensor tensor) {
      return tensor;
    }
    throw new IllegalStateException("an output of the detection model is no tensor");
  }

  private static long[] longs(OnnxTensor tensor) {
    LongBuffer buffer = tensor.getLongBuffer();
    if (buffer != null) {
      long[] numbers = new long[buffer.remaining()];
      buffer.get(numbers);
      return numbers;
    }
    float[] others = floats(tensor);
    long[] numbers = new long[others.length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (long) others[i];
    }
    return numbers;
  }

  private static float[] floats(OnnxTensor tensor) {
    FloatBuffer buffer = tensor.getFloatBuffer();
    if (buffer == null) {
      throw new IllegalStateException("an output of the detection model holds no floats");
    }
    float[] numbers = new float[buffer.remaining()];
    buffer.get(numbers);
    return numbers;
  }
}
