package dev.frostbyte.parsers.model;

import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.api.spi.StageConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * A detection model that fits into a test: it cuts the picture into an upper and a lower half and
 * tells for each the rectangle around all that is dark in it, how dark the darkest of it is, and of
 * which of red, green and blue it has least. All of it is computed from the picture, by ONNX
 * Runtime. One thread.
 */
public final class HalvesModel {
  /** Side of its input. */
  static final int SIDE = 64;

  private final OnnxBytes bytes = new OnnxBytes();

  private HalvesModel() {}

  /** The model as a file, with everything the provider {@code onnx} needs to know of it. */
  public static StageConfig in(Path folder, String labels) throws IOException {
    byte[] model = bytes();
    Path file = Files.write(folder.resolve("halves.onnx"), model);
    Map<String, String> config = new HashMap<>();
    config.put("model", file.toString());
    config.put("sha256", ContentHash.of(model).hex());
    config.put("labels", labels);
    config.put("width", Integer.toString(SIDE));
    config.put("height", Integer.toString(SIDE));
    config.put("least", "0.05");
    return StageConfig.of(config);
  }

  static byte[] bytes() {
    HalvesModel model = new HalvesModel();
    model.ends();
    model.half("upper", 0);
    model.half("lower", SIDE / 2);
    model.results();
    return model.bytes.model();
  }

  private void ends() {
    bytes
        .input("images", OnnxBytes.FLOAT, 1, 3, SIDE, SIDE)
        .input("orig_target_sizes", OnnxBytes.LONG, 1, 2)
        .output("labels", OnnxBytes.LONG, 1, 2)
        .output("boxes", OnnxBytes.FLOAT, 1, 2, 4)
        .output("scores", OnnxBytes.FLOAT, 1, 2)
        .fraction("one", 1)
        .fraction("side", SIDE)
        .fraction("dark", 0.02f)
        .wholes("first", 0)
        .wholes("second", 1)
        .wholes("downAxis", 2)
        .wholes("pair", 1, 2)
        .wholes("quadruple", 1, 2, 4)
        .wholes("single", 1)
        .node("Cast", "given", Map.of("to", new long[] {OnnxBytes.FLOAT}), "orig_target_sizes")
        .node("Reshape", "sizes", "given", "two")
        .wholes("two", 2)
        .node("Slice", "widthOf", "sizes", "first", "second")
        .node("Slice", "heightOf", "sizes", "second", "two")
        .node("Div", "perColumn", "widthOf", "side")
        .node("Div", "perRow", "heightOf", "side");
  }

  private void half(String it, int from) {
    bytes
        .wholes(it + "From", from)
        .wholes(it + "To", from + SIDE / 2)
        .node("Slice", it + "Part", "images", it + "From", it + "To", "downAxis")
        .node("ReduceMean", it + "Grey", axes(1, 0), it + "Part")
        .node("Sub", it + "Dark", "one", it + "Grey")
        .node("ReduceMean", it + "Colour", Map.of("axes", new long[] {2, 3}), it + "Part");
    extent(it, "Rows", 2, from);
    extent(it, "Columns", 1, 0);
    bytes
        .node("ReduceMax", it + "Score", axes(1, 0), it + "Rows")
        .node("Reshape", it + "Mean", it + "Colour", "three")
        .node("ArgMin", it + "Class", Map.of("axis", new long[] {0}), it + "Mean");
    scaled(it, "Columns", "perColumn");
    scaled(it, "Rows", "perRow");
  }

  /** First and last place along an axis of the picture where anything is dark. */
  private void extent(String half, String along, int over, int from) {
    String it = half + along;
    bytes
        .node("ReduceMax", it, axes(over, 0), half + "Dark")
        .node("Greater", it + "Any", it, "dark")
        .node("Cast", it + "Seen", Map.of("to", new long[] {OnnxBytes.FLOAT}), it + "Any")
        .node("ArgMax", it + "First", Map.of("axis", new long[] {1}), it + "Seen")
        .node(
            "ArgMax",
            it + "Last",
            Map.of("axis", new long[] {1}, "select_last_index", new long[] {1}),
            it + "Seen")
        .wholes(it + "Offset", from)
        .wholes(it + "Beyond", from + 1)
        .node("Add", it + "Start", it + "First", it + "Offset")
        .node("Add", it + "End", it + "Last", it + "Beyond");
  }

  private void scaled(String half, String along, String by) {
    for (String end : new String[] {"Start", "End"}) {
      String it = half + along + end;
      bytes
          .node("Cast", it + "Number", Map.of("to", new long[] {OnnxBytes.FLOAT}), it)
          .node("Reshape", it + "Flat", it + "Number", "single")
          .node("Mul", it + "Scaled", it + "Flat", by);
    }
  }

  private void results() {
    Map<String, long[]> along = Map.of("axis", new long[] {0});
    bytes
        .wholes("three", 3)
        .node("Concat", "bothClasses", along, "upperClass", "lowerClass")
        .node("Reshape", "labels", "bothClasses", "pair")
        .node("Reshape", "upperSure", "upperScore", "single")
        .node("Reshape", "lowerSure", "lowerScore", "single")
        .node("Concat", "bothScores", along, "upperSure", "lowerSure")
        .node("Reshape", "scores", "bothScores", "pair")
        .node(
            "Concat",
            "bothBoxes",
            along,
            "upperColumnsStartScaled",
            "upperRowsStartScaled",
            "upperColumnsEndScaled",
            "upperRowsEndScaled",
            "lowerColumnsStartScaled",
            "lowerRowsStartScaled",
            "lowerColumnsEndScaled",
            "lowerRowsEndScaled")
        .node("Reshape", "boxes", "bothBoxes", "quadruple");
  }

  private static Map<String, long[]> axes(int axis, int keep) {
    return Map.of("axes", new long[] {axis}, "keepdims", new long[] {keep});
  }
}
