package dev.frostbyte.parsers.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frostbyte.api.spi.BudgetReachedException;
import dev.frostbyte.api.spi.ParseLimits;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PreflightTest {
  private static final ParseLimits LIMITS =
      new ParseLimits(9, 9, 9, 20, 8 << 20, 200, 9, Duration.ofMinutes(1), 100, 50, 1_000_000);

  @Test
  void saysTheLimitAndWhatTheFileHas() {
    assertThatThrownBy(() -> require(Bombs.docxOfEntries(30)))
        .isInstanceOfSatisfying(
            BudgetReachedException.class,
            e -> {
              assertThat(e.limit()).isEqualTo("maxEntries");
              assertThat(e.allowed()).isEqualTo(20);
              assertThat(e).hasMessage("maxEntries of 20 reached by 33");
            });
  }

  @Test
  void countsEntriesOfWideContainersToo() {
    reaches("maxEntries of 20 reached by 70003", Bombs.docxOfEntries(70_000));
  }

  @Test
  void believesNoSizeThatIsWrittenDown() {
    byte[] bomb = Bombs.docxWithEntry("word/a.bin", Bombs.repeated("", "a", 16 << 20, ""));
    reaches("maxInflatedBytes", bomb);
    int directory = Bytes.indexOf(bomb, "PK\1\2", 0, bomb.length);
    for (int at = directory; at >= 0; at = Bytes.indexOf(bomb, "PK\1\2", at + 4, bomb.length)) {
      Arrays.fill(bomb, at + 24, at + 28, (byte) 1);
    }
    reaches("maxInflatedBytes", bomb);
  }

  @Test
  void holdsMarkupToTheRatioAndPicturesToTheSum() {
    Bombs.Part white = Bombs.repeated("", "\u00ff", 4 << 20, "");
    assertThatCode(() -> require(Bombs.docxWithEntry("word/media/a.bmp", white)))
        .doesNotThrowAnyException();
    reaches("maxInflationRatio", Bombs.docxWithEntry("word/a.XML", white));
  }

  @Test
  void readsTheSizeOfPictures() {
    reaches("maxPixels of 1000000 reached by 4000000", jpeg(2_000));
    assertThatCode(() -> require(jpeg(1_000))).doesNotThrowAnyException();
    reaches("maxPixels of 1000000 reached by 4000000", tiff(ByteOrder.LITTLE_ENDIAN, 9, 2_000));
    reaches("maxPixels of 1000000 reached by 4000000", tiff(ByteOrder.BIG_ENDIAN, 9, 2_000));
    assertThatCode(() -> require(tiff(ByteOrder.BIG_ENDIAN, 9, 9))).doesNotThrowAnyException();
    reaches("maxObjects of 50 reached by 52", tiff(ByteOrder.BIG_ENDIAN, new int[30]));
    byte[] gif = Bombs.latin("GIF89a\u00d0\u0007\u00d0\u0007");
    reaches("maxPixels of 1000000 reached by 4000000", gif);
    reaches("maxPixels", Bombs.png(2_000, 2_000, "tEXt", new byte[0]));
  }

  @Test
  void countsObjectsThatStandInStreams() throws IOException {
    assertThatCode(() -> require(PdfBombs.manyObjects(40))).doesNotThrowAnyException();
    reaches("maxObjects of 50 reached by 103", PdfBombs.manyObjects(100));
    reaches(
        "maxObjects", PdfBombs.page("/Type /ObjStm /N 1000 /First 4", Bombs.latin("9 0 []"), ""));
    reaches("maxInflatedBytes", PdfBombs.objectStream(16 << 20));
  }

  @Test
  void countsObjectsHoweverTheyAreWritten() throws IOException {
    String[] spellings = {"%d 0 obj", "%d 0obj", "%d 0 %% one\nobj", "%d 0 %% one\n%% two\r\nobj"};
    for (String spelling : spellings) {
      StringBuilder file = new StringBuilder("%PDF-1.7\n");
      for (int i = 1; i <= 60; i++) {
        file.append(spelling.formatted(i)).append(" null endobj\n");
      }
      reaches("maxObjects of 50 reached by 60", Bombs.latin(file.toString()));
    }
  }

  @Test
  void findsStreamsOfObjectsHoweverTheyAreDescribed() throws IOException {
    String[] descriptions = {
      "/Type /Obj#53tm /N 1000 /First 4",
      "/Type % one\n/ObjStm /N % two\n1000 /First 4",
      "/N 1000 /First 4",
      "/N 1 /N 1000 /First 4",
      "/Type /ObjStm /#4e 1000 /First 4",
      "/Type /ObjStm /N 1000 /First 4" + " ".repeat(9_000),
      "/A(%)/Type/ObjStm/N 1000/First 4",
      "/N %" + "x".repeat(300) + "\n1000 /First 4",
      "/N" + " %\r".repeat(40) + "1000 /First 4",
      "/N %#0ax\n1000 /First 4",
      "/N 00000000001000 /First 4",
      "/N +1000 /First 4"
    };
    for (String description : descriptions) {
      reaches("maxObjects", PdfBombs.page(description, Bombs.latin("9 0 []"), ""));
    }
  }

  @Test
  void findsTheFrameOfAPictureBehindBytesThatDecodersPassOver() {
    for (String between : new String[] {"\u00ff", "\u00ff\u00d0", "\u00ff\1", "\u00ff\0", "ab"}) {
      byte[] whole = jpeg(2_000);
      byte[] file =
          Bombs.bytes(
              out -> {
                out.write(whole, 0, 2);
                out.write(Bombs.latin(between));
                out.write(whole, 2, whole.length - 2);
              });
      reaches("maxPixels of 1000000 reached by 4000000", file);
    }
  }

  @Test
  void measuresTranslatedTextsBehindALongLanguage() {
    byte[] packed = Bombs.deflated(Bombs.repeated("", "a", 16 << 20, ""));
    byte[] chunk =
        Bombs.bytes(
            out -> {
              out.write(Bombs.latin("k\0\1\0" + "x".repeat(500) + "\0\0"));
              out.write(packed);
            });
    reaches("maxInflat", Bombs.png(9, 9, "iTXt", chunk));
  }

  @Test
  void letsBrokenFilesPassToTheirParser() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    byte[][] whole = {
      Bombs.docxOfLetters(100),
      PdfBombs.onePageOften(3),
      jpeg(9),
      Bombs.png(9, 9, "tEXt", new byte[0])
    };
    for (int i = 0; i < 4_000; i++) {
      byte[] broken = whole[i % whole.length].clone();
      for (int change = random.nextInt(6); change >= 0; change--) {
        broken[4 + random.nextInt(broken.length - 4)] = (byte) random.nextInt();
      }
      byte[] cut = Arrays.copyOf(broken, random.nextInt(broken.length + 1));
      assertThatCode(() -> answers(broken)).as("seed %s", seed).doesNotThrowAnyException();
      assertThatCode(() -> answers(cut)).as("seed %s", seed).doesNotThrowAnyException();
    }
  }

  /** Either passes or names a limit; anything else is a fault of ours. */
  private static void answers(byte[] file) {
    try {
      require(file);
    } catch (BudgetReachedException e) {
      assertThat(e.limit()).startsWith("max");
    }
  }

  private static void reaches(String message, byte[] file) {
    assertThatThrownBy(() -> require(file))
        .isInstanceOf(BudgetReachedException.class)
        .hasMessageStartingWith(message);
  }

  private static void require(byte[] file) throws BudgetReachedException {
    Preflight.require(file, LIMITS);
  }

  /** The directories of a TIFF of pictures with these sides, the last of which names the first. */
  private static byte[] tiff(ByteOrder order, int... sides) {
    ByteBuffer file = ByteBuffer.allocate(8 + 30 * sides.length).order(order);
    file.put(order == ByteOrder.LITTLE_ENDIAN ? Bombs.latin("II*\0") : Bombs.latin("MM\0*"));
    file.putInt(8);
    for (int side : sides) {
      file.putShort((short) 2);
      file.putShort((short) 256).putShort((short) 3).putInt(1).putShort((short) side);
      file.putShort((short) 0);
      file.putShort((short) 257).putShort((short) 4).putInt(1).putInt(side);
      file.putInt(file.position() + 4 < file.limit() ? file.position() + 4 : 8);
    }
    return file.array();
  }

  /** A JPEG of this many pixels on each side, as far as its frame header. */
  private static byte[] jpeg(int side) {
    return Bombs.bytes(
        out -> {
          out.write(Bombs.latin("\u00ff\u00d8\u00ff\u00e0\0\u0010JFIF\0\1\1\0\0\1\0\1\0\0"));
          out.write(Bombs.latin("\u00ff\u00c0\0\u0011\u0008"));
          out.write(new byte[] {(byte) (side >> 8), (byte) side, (byte) (side >> 8), (byte) side});
          out.write(Bombs.latin("\3\1\"\0\2\21\1\3\21\1\u00ff\u00d9"));
        });
  }
}
