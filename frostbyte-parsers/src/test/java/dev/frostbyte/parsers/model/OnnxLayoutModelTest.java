package dev.frostbyte.parsers.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frostbyte.api.model.Box;
import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.spi.LayoutBox;
import dev.frostbyte.api.spi.LayoutLabel;
import dev.frostbyte.api.spi.LayoutModel;
import dev.frostbyte.api.spi.PagePicture;
import dev.frostbyte.api.spi.PageView;
import dev.frostbyte.api.spi.StageConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A detection model's numbers become boxes of the page. */
class OnnxLayoutModelTest {
  private static final int WHITE = 0xff_ffff;
  private static final int NO_RED = 0x00_3030;
  private static final int NO_BLUE = 0x30_3000;

  @TempDir private Path folder = Path.of("replaced by JUnit");

  @Test
  void tellsWhereThingsStandAndWhatTheyAre() throws IOException {
    try (LayoutModel model = open(HalvesModel.in(folder, "heading,figure,table"))) {
      List<LayoutBox> boxes = model.boxes(page());
      assertThat(boxes).hasSize(2);
      requireBox(boxes.get(0), LayoutLabel.HEADING, new Box(100, 50, 300, 100));
      requireBox(boxes.get(1), LayoutLabel.TABLE, new Box(50, 500, 550, 700));
    }
  }

  @Test
  void passesOverClassesThatStandForNothing() throws IOException {
    try (LayoutModel model = open(HalvesModel.in(folder, "-,figure, Table"))) {
      assertThat(model.boxes(page())).extracting(LayoutBox::label).containsOnly(LayoutLabel.TABLE);
    }
    try (LayoutModel model = open(HalvesModel.in(folder, "heading"))) {
      assertThat(model.boxes(page()))
          .extracting(LayoutBox::label)
          .containsOnly(LayoutLabel.HEADING);
    }
  }

  @Test
  void passesOverWhatItIsNotSureEnoughOf() throws IOException {
    StageConfig config = HalvesModel.in(folder, "heading,figure,table");
    try (LayoutModel model = open(with(config, "least", "0.95"))) {
      assertThat(model.boxes(page())).isEmpty();
    }
  }

  @Test
  void countsSharesOfThePictureWhereTheModelDoes() throws IOException {
    StageConfig config = with(HalvesModel.in(folder, "heading,-,-"), "boxUnit", "shares");
    PagePicture two = new PagePicture(2, 2, new int[] {NO_RED, NO_RED, WHITE, WHITE});
    try (LayoutModel model = open(config)) {
      LayoutBox box = model.boxes(new PageView(1, new Box(0, 0, 100, 100), two, List.of())).get(0);
      requireBox(box, LayoutLabel.HEADING, new Box(0, 0, 100, 100));
    }
  }

  @Test
  void readsBoxesToldByTheirMiddle() {
    DetectionSettings settings =
        with(StageConfig.none(), "boxForm", "centres").bind(DetectionSettings.DEFAULT);
    DetectionOutput output =
        new DetectionOutput(new long[] {0}, new float[] {50, 40, 20, 10}, new float[] {1});
    PagePicture picture = new PagePicture(100, 100, new int[10_000]);
    assertThat(output.corners(0, settings, picture)).containsExactly(40, 35, 60, 45);
  }

  @Test
  void keepsTheSurestOfBoxesThatLieOnEachOther() {
    Detected<String> sure = new Detected<>("sure", new Box(0, 0, 10, 10), 0.9f);
    Detected<String> inside = new Detected<>("inside", new Box(1, 1, 3, 3), 0.8f);
    Detected<String> beside = new Detected<>("beside", new Box(9, 0, 20, 10), 0.7f);
    assertThat(Detected.apart(List.of(beside, inside, sure), LayoutModel.MOST_SHARED))
        .containsExactly(sure, beside);
  }

  @Test
  void refusesNumbersThatAreNone() {
    assertThatThrownBy(
            () -> new DetectionOutput(new long[1], new float[] {0, 0, Float.NaN, 1}, new float[1]))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> new DetectionOutput(new long[2], new float[4], new float[2]))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void refusesAnotherFileThanTheOneThatWasChosen() throws IOException {
    StageConfig config = HalvesModel.in(folder, "heading");
    Files.write(
        folder.resolve("halves.onnx"), new byte[] {0}, java.nio.file.StandardOpenOption.APPEND);
    assertRefused(config, "SHA-256");
    assertRefused(with(config, "sha256", ""), "64 hexadecimal digits");
    assertRefused(with(config, "model", folder.resolve("none").toString()), "NoSuchFile");
  }

  @Test
  void refusesLabelsAndNumbersItDoesNotKnow() throws IOException {
    StageConfig config = HalvesModel.in(folder, "heading");
    assertRefused(with(config, "labels", "heading,headline"), "LIST_ITEM");
    assertRefused(with(config, "labels", ""), "labels");
    assertRefused(with(config, "mean", "0,0"), "mean");
    assertRefused(with(config, "deviation", "1,0,1"), "deviation");
    assertRefused(with(config, "width", "4096"), "width");
    assertRefused(with(config, "least", "0"), "least");
  }

  @Test
  void saysWhenTheFileIsNoModel() throws IOException {
    byte[] noise = "no model".getBytes(StandardCharsets.US_ASCII);
    StageConfig config =
        with(
            HalvesModel.in(folder, "heading"),
            "model",
            Files.write(folder.resolve("noise"), noise).toString());
    try (LayoutModel model = open(with(config, "sha256", ContentHash.of(noise).hex()))) {
      assertThatThrownBy(() -> model.boxes(page())).isInstanceOf(IOException.class);
    }
  }

  @Test
  void refusesPagesOnceClosed() throws IOException {
    LayoutModel model = open(HalvesModel.in(folder, "heading"));
    model.close();
    assertThatThrownBy(() -> model.boxes(page())).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void normalisesPixelsColourByColour() {
    StageConfig numbers =
        with(with(StageConfig.none(), "mean", "0.5,0.25,0"), "deviation", "0.5,1,2");
    DetectionSettings settings =
        with(with(numbers, "width", "32"), "height", "32").bind(DetectionSettings.DEFAULT);
    int[] rgb = new int[64 * 64];
    Arrays.fill(rgb, 0xff_8000);
    java.nio.FloatBuffer pixels = InputPixels.of(new PagePicture(64, 64, rgb), settings);
    assertThat(pixels.get(0)).isEqualTo(1);
    assertThat(pixels.get(32 * 32)).isEqualTo(0x80 / 255f - 0.25f, Offset.offset(1e-6f));
    assertThat(pixels.get(2 * 32 * 32 + 5)).isZero();
  }

  private void assertRefused(StageConfig config, String said) {
    assertThatThrownBy(() -> open(config))
        .isInstanceOfSatisfying(
            FrostbyteException.class,
            e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.CONFIGURATION_INVALID))
        .hasMessageContaining(said);
  }

  /** Something without red above, something without blue below. */
  private static PageView page() {
    int[] rgb = new int[600 * 800];
    Arrays.fill(rgb, WHITE);
    for (int y = 0; y < 800; y++) {
      for (int x = 0; x < 600; x++) {
        boolean above = x >= 100 && x < 300 && y >= 50 && y < 100;
        boolean below = x >= 50 && x < 550 && y >= 500 && y < 700;
        rgb[y * 600 + x] = above ? NO_RED : below ? NO_BLUE : WHITE;
      }
    }
    Box area = new Box(0, 0, 600, 800);
    return new PageView(1, area, new PagePicture(600, 800, rgb), List.of());
  }

  /** The input has 64 x 64 pixels, so nothing is told nearer than that. */
  private static void requireBox(LayoutBox found, LayoutLabel label, Box box) {
    assertThat(found.label()).isEqualTo(label);
    assertThat(found.confidence()).isBetween(0.5f, 1f);
    assertThat(found.box().left()).isCloseTo(box.left(), Offset.offset(10f));
    assertThat(found.box().top()).isCloseTo(box.top(), Offset.offset(13f));
    assertThat(found.box().right()).isCloseTo(box.right(), Offset.offset(10f));
    assertThat(found.box().bottom()).isCloseTo(box.bottom(), Offset.offset(13f));
  }

  private static LayoutModel open(StageConfig config) {
    return new OnnxLayoutModelProvider().open(config);
  }

  private static StageConfig with(StageConfig config, String key, String value) {
    Map<String, String> values = new TreeMap<>(config.values());
    values.put(key, value);
    return StageConfig.of(values);
  }
}
