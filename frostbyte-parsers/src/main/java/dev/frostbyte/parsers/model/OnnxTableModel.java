package dev.frostbyte.parsers.model;

import dev.frostbyte.api.spi.PageView;
import dev.frostbyte.api.spi.TableGrid;
import dev.frostbyte.api.spi.TableModel;
import dev.frostbyte.parsers.internal.OnnxRuntime;
import java.io.IOException;

/** A table model that detects rows, columns, headers and cells over several. Thread-safe. */
final class OnnxTableModel implements TableModel {
  private final Detection<TablePart> detection;

  OnnxTableModel(Detection<TablePart> detection) {
    this.detection = detection;
  }

  @Override
  public TableGrid grid(PageView table) throws IOException {
    return GridOfParts.of(detection.in(table)).grid();
  }

  @Override
  public int dpi() {
    return detection.settings().dpi();
  }

  @Override
  public String fingerprint() {
    return "onnxruntime " + OnnxRuntime.version();
  }

  @Override
  public void close() {
    detection.close();
  }
}
