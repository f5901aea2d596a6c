package dev.frostbyte.parsers.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.spi.BudgetReachedException;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.ParseResult;
import dev.frostbyte.api.spi.StageConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Reads records that would fill a small heap, each in a JVM of its own with {@code -Xmx256m}. */
class LargeRecordsTest {
  private static final int LARGE = 100 << 20;

  @Test
  void refusesARecordOfAMillionColumns() throws Exception {
    assertThat(read("columns", 2_000_000)).isEqualTo("Refused LIMIT_EXCEEDED 0");
    assertThat(read("columns", LARGE)).isEqualTo("Refused LIMIT_EXCEEDED 0");
  }

  @Test
  void cutsAtACellOfAHundredMegabytes() throws Exception {
    assertThat(read("cell", LARGE)).isEqualTo("Cut LIMIT_EXCEEDED 4");
    assertThat(read("quoted", LARGE)).isEqualTo("Cut LIMIT_EXCEEDED 4");
  }

  @Test
  void readsACellOfSixMegabytes() throws Exception {
    assertThat(read("cell", 6 << 20)).isEqualTo("Complete 6");
    assertThat(read("quoted", 6 << 20)).isEqualTo("Complete 6");
  }

  @Test
  void readsManyRowsWhateverTheirQuotes() throws Exception {
    assertThat(read("stray", 20 << 20)).startsWith("Complete");
  }

  private static String read(String kind, int size) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Reader.class.getName(),
                kind,
                String.valueOf(size))
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said.strip();
  }

  /** Says how the reading ended, and how many cells it gave. */
  static final class Reader {
    private static long cells;

    private Reader() {}

    public static void main(String[] arguments) throws IOException {
      byte[] bytes = bytes(arguments[0], Integer.parseInt(arguments[1]));
      String end;
      try {
        end =
            said(
                new CsvParserProvider()
                    .open(StageConfig.none())
                    .parse(
                        DocumentSource.of(bytes),
                        MediaType.CSV,
                        ParseLimits.DEFAULT,
                        Reader::count));
      } catch (BudgetReachedException e) {
        end = "Budget";
      }
      System.out.println(end + " " + cells);
    }

    private static String said(ParseResult result) {
      return switch (result) {
        case ParseResult.Complete complete -> "Complete";
        case ParseResult.Cut cut -> "Cut " + cut.problem().code();
        case ParseResult.Refused refused -> "Refused " + refused.problem().code();
      };
    }

    private static void count(Block block) {
      cells += block.bare() instanceof Block.Table table ? table.cells().size() : 0;
    }

    private static byte[] bytes(String kind, int size) {
      byte[] bytes = new byte[size];
      Arrays.fill(bytes, (byte) (kind.equals("columns") ? ',' : 'x'));
      String start =
          switch (kind) {
            case "columns" -> "a";
            case "stray" -> "";
            case "quoted" -> "a,b\n1,2\n3,\"";
            default -> "a,b\n1,2\n3,";
          };
      place(start, bytes, 0);
      if (kind.equals("quoted")) {
        bytes[size - 2] = '"';
      }
      for (int at = 0; kind.equals("stray") && at + 16 <= size; at += 16) {
        place("5\" pipe,\"in\" ch\n", bytes, at);
      }
      bytes[size - 1] = '\n';
      return bytes;
    }

    private static void place(String text, byte[] bytes, int at) {
      byte[] start = text.getBytes(StandardCharsets.UTF_8);
      System.arraycopy(start, 0, bytes, at, start.length);
    }
  }
}
