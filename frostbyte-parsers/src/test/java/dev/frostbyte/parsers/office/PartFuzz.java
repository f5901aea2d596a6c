package dev.frostbyte.parsers.office;

import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.spi.BudgetReachedException;
import dev.frostbyte.api.spi.DocumentParser;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.ParseResult;
import dev.frostbyte.api.spi.ParserProvider;
import dev.frostbyte.api.spi.StageConfig;
import dev.frostbyte.testkit.Recording;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Breaks the parts inside a container, which changes to the compressed bytes rarely reach, and asks
 * for one typed outcome each time.
 */
final class PartFuzz {
  private static final long SEED = 20_261_126;
  private static final int ROUNDS = 400;

  private PartFuzz() {}

  static void run(ParserProvider provider, byte[] good) throws IOException {
    Random random = new Random(SEED);
    int complete = 0;
    try (DocumentParser parser = provider.open(StageConfig.none())) {
      for (int round = 0; round < ROUNDS; round++) {
        byte[] broken = broken(good, random);
        complete += isComplete(parser, broken, "seed " + SEED + " round " + round) ? 1 : 0;
      }
    }
    if (complete == 0 || complete == ROUNDS) {
      throw new AssertionError(complete + " of " + ROUNDS + " read: the changes are no test");
    }
  }

  private static boolean isComplete(DocumentParser parser, byte[] broken, String where) {
    try {
      DocumentSource source = DocumentSource.of(broken);
      return parser.parse(source, MediaType.UNKNOWN, ParseLimits.DEFAULT, new Recording())
          instanceof ParseResult.Complete;
    } catch (BudgetReachedException e) {
      return false;
    } catch (IOException | RuntimeException | StackOverflowError e) {
      throw new AssertionError("no outcome, " + where, e);
    }
  }

  private static byte[] broken(byte[] good, Random random) throws IOException {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(good))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.put(entry.getName(), zip.readAllBytes());
      }
    }
    List<String> names = List.copyOf(parts.keySet());
    String chosen = names.get(random.nextInt(names.size()));
    parts.computeIfPresent(chosen, (name, bytes) -> changed(bytes, random));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }

  /**
   * Cut, or some bytes changed: digits into digits and quotes left alone, so that much stays XML.
   */
  private static byte[] changed(byte[] bytes, Random random) {
    if (bytes.length == 0 || random.nextInt(6) == 0) {
      return Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
    }
    byte[] changed = bytes.clone();
    for (int i = random.nextInt(6); i >= 0; i--) {
      int at = random.nextInt(changed.length);
      boolean digit = changed[at] >= '0' && changed[at] <= '9';
      boolean letter = Character.isLetter(changed[at]);
      changed[at] =
          digit
              ? (byte) ('0' + random.nextInt(10))
              : letter && random.nextBoolean()
                  ? (byte) ('a' + random.nextInt(26))
                  : random.nextInt(4) == 0 ? (byte) random.nextInt(256) : changed[at];
    }
    return changed;
  }
}
