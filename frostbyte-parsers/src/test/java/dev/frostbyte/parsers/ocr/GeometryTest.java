package dev.frostbyte.parsers.ocr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GeometryTest {
  private static final long SEED = 20_261_126;

  @Test
  void findsTheAngleOfAPage() {
    Pixels page =
        GreyImage.of(
            Picture.lines(
                "The supplier delivers the goods to the warehouse",
                "of the buyer, who pays within thirty days of the",
                "delivery, unless both have agreed on something",
                "else before the goods have left the harbour."));
    assertThat(Skew.of(page)).isZero();
    Level straight = new Level(page.width(), page.height(), 0);
    for (double degrees : new double[] {-4, -1.5, 0.7, 3}) {
      float angle = (float) Math.toRadians(degrees);
      Slant tilted = new Slant(page.width() / 2f, page.height() / 2f, 800, 400, -angle);
      Pixels turned = Strip.of(page, straight.onPage(tilted), 400, 800);
      assertThat(Math.toDegrees(Skew.of(turned))).isCloseTo(degrees, within(0.15));
    }
  }

  @Test
  void mapsBetweenAPageAndTheLevelOne() {
    Level level = new Level(600, 800, (float) Math.toRadians(2));
    Slant middle = new Slant(level.levelWidth() / 2f, level.levelHeight() / 2f, 10, 4, 0);
    assertThat(level.onPage(middle)).isEqualTo(new Slant(300, 400, 10, 4, level.angle()));
    Slant right = new Slant(level.levelWidth() / 2f + 100, level.levelHeight() / 2f, 10, 4, 0);
    assertThat(level.onPage(right).centreY()).isGreaterThan(400);
  }

  @Test
  void enclosesSlantedRectanglesTightly() {
    Random random = new Random(SEED);
    for (int i = 0; i < 200; i++) {
      float angle = random.nextFloat(-0.7f, 0.7f);
      Slant drawn = new Slant(50, 60, random.nextFloat(20, 40), random.nextFloat(5, 15), angle);
      List<Corner> hull =
          List.of(drawn.point(0, 0), drawn.point(1, 0), drawn.point(1, 1), drawn.point(0, 1));
      Slant found = Enclosure.of(hull);
      assertThat(found.width() * found.height())
          .as("seed %d, round %d", SEED, i)
          .isCloseTo(drawn.width() * drawn.height(), within(0.05f * drawn.width()));
      assertThat(found.centreX()).isCloseTo(50, within(0.01f));
    }
  }

  @Test
  void joinsWhatTouchesAndNothingElse() {
    String[] rows = {
      "#..#.....", //
      ".##...##.",
      "......##.",
      "###......",
      "..#..#...",
      "###...#.."
    };
    float[] map = new float[54];
    for (int i = 0; i < map.length; i++) {
      map[i] = rows[i / 9].charAt(i % 9) == '#' ? 1 : 0;
    }
    List<Blob> blobs = Blobs.of(new Tensor(map, 1, 1, 6, 9), 9, 6, 0.5f);
    assertThat(blobs).extracting(Blob::pixels).containsExactly(4, 4, 7, 2);
    assertThat(blobs.get(1).hull())
        .containsExactlyInAnyOrder(
            new Corner(6, 1), new Corner(7, 1), new Corner(7, 2), new Corner(6, 2));
  }

  @Test
  void hullsHoldTheirPixels() {
    Random random = new Random(SEED);
    for (int round = 0; round < 100; round++) {
      Blob blob = new Blob(0);
      List<Corner> pixels = new ArrayList<>();
      for (int y = 0; y < 12; y++) {
        int left = random.nextInt(10);
        int right = left + random.nextInt(10);
        blob.add(y, left, right);
        pixels.addAll(List.of(new Corner(left, y), new Corner(right, y)));
      }
      Slant box = Enclosure.of(blob.hull()).grown(0.01f);
      assertThat(pixels).as("seed %d, round %d", SEED, round).allMatch(pixel -> holds(box, pixel));
    }
  }

  @Test
  void keepsBrightnessWhenItResizes() {
    Random random = new Random(SEED);
    byte[] grey = new byte[97 * 61];
    random.nextBytes(grey);
    Pixels noise = new Pixels(97, 61, grey);
    assertThat(mean(noise.resized(32, 20))).isCloseTo(mean(noise), within(1.0));
    Arrays.fill(grey, (byte) 77);
    Pixels flat = new Pixels(97, 61, grey).resized(250, 17);
    assertThat(flat.at(0, 0)).isEqualTo(77);
    assertThat(flat.at(249, 16)).isEqualTo(77);
  }

  @Test
  void turnsPixels() {
    Pixels two = new Pixels(2, 1, new byte[] {1, 2});
    assertThat(two.clockwise().at(0, 0)).isEqualTo(1);
    assertThat(two.clockwise().at(0, 1)).isEqualTo(2);
    assertThat(two.upsideDown().at(0, 0)).isEqualTo(2);
    assertThat(two.at(5, 5)).isEqualTo(255);
    assertThatThrownBy(() -> new Pixels(2, 2, new byte[3]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static boolean holds(Slant box, Corner corner) {
    double cos = Math.cos(box.angle());
    double sin = Math.sin(box.angle());
    double right = corner.x() - box.centreX();
    double down = corner.y() - box.centreY();
    return Math.abs(right * cos + down * sin) <= box.width() / 2
        && Math.abs(down * cos - right * sin) <= box.height() / 2;
  }

  private static double mean(Pixels pixels) {
    double sum = 0;
    for (int i = 0; i < pixels.width() * pixels.height(); i++) {
      sum += pixels.at(i % pixels.width(), i / pixels.width());
    }
    return sum / (pixels.width() * pixels.height());
  }
}
