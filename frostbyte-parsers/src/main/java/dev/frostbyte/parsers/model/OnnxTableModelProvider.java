package dev.frostbyte.parsers.model;

import dev.frostbyte.api.spi.FileKeys;
import dev.frostbyte.api.spi.Stage;
import dev.frostbyte.api.spi.StageConfig;
import dev.frostbyte.api.spi.TableModel;
import dev.frostbyte.api.spi.TableModelProvider;

/**
 * Runs a detection model of your own that sees rows and columns in the picture of a table, such as
 * a table transformer, on ONNX Runtime. Takes the keys of the layout model {@code onnx}; its {@code
 * labels} are {@code row}, {@code column}, {@code header} and {@code span}. No model comes with the
 * library. Thread-safe.
 */
@Stage(name = "onnx", spi = 1)
@FileKeys("model")
public final class OnnxTableModelProvider implements TableModelProvider {
  /** For ServiceLoader. */
  public OnnxTableModelProvider() {}

  /** As the layout model does. */
  @Override
  public TableModel open(StageConfig config) {
    DetectionSettings settings = config.bind(DetectionSettings.DEFAULT);
    return new OnnxTableModel(new Detection<>(settings, TablePart.class));
  }
}
