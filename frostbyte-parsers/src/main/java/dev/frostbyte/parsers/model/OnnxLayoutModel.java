package dev.frostbyte.parsers.model;

import dev.frostbyte.api.spi.LayoutBox;
import dev.frostbyte.api.spi.LayoutLabel;
import dev.frostbyte.api.spi.LayoutModel;
import dev.frostbyte.api.spi.PageView;
import dev.frostbyte.parsers.internal.OnnxRuntime;
import java.io.IOException;
import java.util.List;

/** A layout model that detects the parts of pages. Thread-safe. */
final class OnnxLayoutModel implements LayoutModel {
  private final Detection<LayoutLabel> detection;

  OnnxLayoutModel(Detection<LayoutLabel> detection) {
    this.detection = detection;
  }

  @Override
  public List<LayoutBox> boxes(PageView page) throws IOException {
    return Detected.apart(detection.in(page), MOST_SHARED).stream()
        .limit(MOST_BOXES)
        .map(it -> new LayoutBox(it.label(), it.box(), it.score()))
        .toList();
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
