package dev.frostbyte.parsers.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What has to be known of a detection model. Immutable.
 *
 * @param model path of the ONNX file
 * @param sha256 of that file
 * @param labels what its classes stand for, in the order of their numbers, joined by commas; {@code
 *     -} for one that is passed over
 * @param width of its input, pixels
 * @param height of its input, pixels
 * @param mean of red, green and blue, 0 to 1, taken from every pixel, joined by commas
 * @param deviation that every pixel is divided by then
 * @param pixelInput name of the input of pixels, {@code 1 x 3 x height x width}
 * @param sizeInput name of the input of the picture's size, {@code 1 x 2}; empty when there is none
 * @param sizeOrder what comes first in it
 * @param labelOutput name of the output of class numbers, {@code 1 x N}
 * @param boxOutput name of the output of boxes, {@code 1 x N x 4}
 * @param scoreOutput name of the output of scores, {@code 1 x N}
 * @param boxForm what the four numbers of a box are
 * @param boxUnit what they count
 * @param least score of a box that counts
 * @param dpi of the picture of the page
 */
record DetectionSettings(
    String model,
    String sha256,
    String labels,
    int width,
    int height,
    String mean,
    String deviation,
    String pixelInput,
    String sizeInput,
    SizeOrder sizeOrder,
    String labelOutput,
    String boxOutput,
    String scoreOutput,
    BoxForm boxForm,
    BoxUnit boxUnit,
    double least,
    int dpi) {
  private static final Pattern COMMA = Pattern.compile(",");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,4}(\\.\\d{1,9})?");
  private static final int MOST_SIDE = 2_048;

  /** As RT-DETR is exported, for pictures of 640 x 640. */
  static final DetectionSettings DEFAULT =
      new DetectionSettings(
          "",
          "",
          "",
          640,
          640,
          "0,0,0",
          "1,1,1",
          "images",
          "orig_target_sizes",
          SizeOrder.WIDTH_HEIGHT,
          "labels",
          "boxes",
          "scores",
          BoxForm.CORNERS,
          BoxUnit.PIXELS,
          0.5,
          100);

  /** What comes first in a size. */
  enum SizeOrder {
    /** Width, then height. */
    WIDTH_HEIGHT,
    /** Height, then width. */
    HEIGHT_WIDTH
  }

  /** What the numbers of a box are. */
  enum BoxForm {
    /** Left, top, right, bottom. */
    CORNERS,
    /** Middle across, middle down, width, height. */
    CENTRES
  }

  /** What the numbers of a box count. */
  enum BoxUnit {
    /** Pixels of the size that was handed in; without such an input, of the input itself. */
    PIXELS,
    /** Shares of the picture, 0 to 1. */
    SHARES
  }

  DetectionSettings {
    require(width >= 32 && width <= MOST_SIDE, "width must be 32 to " + MOST_SIDE);
    require(height >= 32 && height <= MOST_SIDE, "height must be 32 to " + MOST_SIDE);
    require(least > 0 && least <= 1, "least must be more than 0 and at most 1");
    require(dpi >= 36 && dpi <= 200, "dpi must be 36 to 200");
    numbers("mean", mean);
    for (float number : numbers("deviation", deviation)) {
      require(number > 0, "deviation must be three numbers above 0");
    }
  }

  float[] means() {
    return numbers("mean", mean);
  }

  float[] deviations() {
    return numbers("deviation", deviation);
  }

  /** What the classes stand for; null where they are passed over. */
  <L extends Enum<L>> List<@Nullable L> classes(Class<L> kind) {
    List<@Nullable L> classes = new ArrayList<>();
    for (String name : COMMA.split(labels)) {
      classes.add(name.strip().equals("-") ? null : constant(kind, name.strip()));
    }
    return classes;
  }

  private static <L extends Enum<L>> L constant(Class<L> kind, String name) {
    return Arrays.stream(kind.getEnumConstants())
        .filter(constant -> constant.name().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(
            () ->
                ModelFile.refused(
                    "labels must be names among "
                        + Arrays.toString(kind.getEnumConstants())
                        + " or -, joined by commas, in the order of the model's class numbers."));
  }

  private static float[] numbers(String key, String text) {
    String[] parts = COMMA.split(text);
    float[] numbers = new float[3];
    require(parts.length == numbers.length, key + " must be three numbers joined by commas");
    for (int i = 0; i < numbers.length; i++) {
      require(NUMBER.matcher(parts[i].strip()).matches(), key + " must be three numbers");
      numbers[i] = Float.parseFloat(parts[i].strip());
    }
    return numbers;
  }

  private static void require(boolean sound, String message) {
    if (!sound) {
      throw ModelFile.refused("Detection model: " + message + ".");
    }
  }
}
