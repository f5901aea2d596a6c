package dev.frostbyte.parsers.model;

import dev.frostbyte.api.spi.FileKeys;
import dev.frostbyte.api.spi.LayoutLabel;
import dev.frostbyte.api.spi.LayoutModel;
import dev.frostbyte.api.spi.LayoutModelProvider;
import dev.frostbyte.api.spi.Stage;
import dev.frostbyte.api.spi.StageConfig;

/**
 * Runs a detection model of your own on ONNX Runtime, in the form in which RT-DETR and DETR are
 * exported: pixels and the picture's size in, class numbers, boxes and scores out. Needs the keys
 * {@code model}, {@code sha256} and {@code labels}, names of {@link LayoutLabel} in the order of
 * the model's classes; the others say what its inputs and outputs are called and hold. No model
 * comes with the library. Thread-safe.
 */
@Stage(name = "onnx", spi = 1)
@FileKeys("model")
public final class OnnxLayoutModelProvider implements LayoutModelProvider {
  /** For ServiceLoader. */
  public OnnxLayoutModelProvider() {}

  /** Reads the file once, to know that it is the one that was chosen; it is loaded later. */
  @Override
  public LayoutModel open(StageConfig config) {
    DetectionSettings settings = config.bind(DetectionSettings.DEFAULT);
    return new OnnxLayoutModel(new Detection<>(settings, LayoutLabel.class));
  }
}
