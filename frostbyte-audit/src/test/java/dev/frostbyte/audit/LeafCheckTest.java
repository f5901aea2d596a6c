package dev.frostbyte.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.audit.AuditEvent;
import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.api.model.ContentHash;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The check in one pass accepts exactly what reading and spelling again accepts. */
final class LeafCheckTest {
  private static final String ORIGIN = "example.com/frostbyte/tenants/a";
  private static final int EVENTS = 1_000;
  private static final int CHANGES = 40;
  private static final long LARGEST = (1L << 53) - 1;
  private static final long[] NUMBERS = {0, 1, -1, 9, 10, -10, LARGEST, -LARGEST, LARGEST - 1};
  private static final String PLACES = "\"\\{}[],:-.0123456789abefTZz _tru+eE\u0000\u007f";
  private static final List<String> TIMES =
      List.of(
          "0000-01-01T00:00:00.000Z",
          "2023-02-28T23:59:59.999Z",
          "2024-02-29T00:00:00.000Z",
          "1900-02-28T12:00:00.001Z",
          "2000-02-29T12:00:00.001Z",
          "2026-04-30T12:00:00.100Z",
          "9999-12-31T23:59:59.999Z");

  /** Times that do not exist or are spelled otherwise. */
  private static final List<String> NO_TIMES =
      List.of(
          "2023-02-29T00:00:00.000Z",
          "1900-02-29T00:00:00.000Z",
          "2026-04-31T00:00:00.000Z",
          "2026-13-01T00:00:00.000Z",
          "2026-00-01T00:00:00.000Z",
          "2026-01-00T00:00:00.000Z",
          "2026-01-01T24:00:00.000Z",
          "2026-01-01T23:60:00.000Z",
          "2026-06-30T23:59:60.000Z",
          "2026-01-01T00:00:00Z",
          "2026-01-01T00:00:00.0Z",
          "2026-01-01t00:00:00.000z",
          "-001-01-01T00:00:00.000Z");

  private final LeafCheck check = new LeafCheck(ORIGIN);

  @Test
  void acceptsAndRefusesWhatReadingDoes() {
    long seed = new Random().nextLong();
    System.out.println("LeafCheckTest seed " + seed);
    Random random = new Random(seed);
    int[] accepted = new int[2];
    for (int i = 0; i < EVENTS; i++) {
      byte[] leaf = leaf(event(random), random);
      same(leaf, accepted);
      for (int change = 0; change < CHANGES; change++) {
        same(changed(leaf, random), accepted);
      }
    }
    System.out.println("accepted " + accepted[1] + ", refused " + accepted[0]);
    assertThat(accepted[1]).isGreaterThan(EVENTS);
    assertThat(accepted[0]).isGreaterThan(EVENTS * CHANGES / 2);
  }

  @Test
  void knowsWhichTimesExist() {
    String leaf = text(event(new Random(1)));
    String time = leaf.substring(leaf.indexOf("\"time\":\"") + 8, leaf.indexOf("\",\"type\""));
    int[] accepted = new int[2];
    TIMES.forEach(other -> same(bytes(leaf.replace(time, other)), accepted));
    NO_TIMES.forEach(other -> same(bytes(leaf.replace(time, other)), accepted));
    assertThat(accepted).containsExactly(NO_TIMES.size(), TIMES.size());
  }

  @Test
  void knowsEveryTypeAndNoOther() {
    for (EventType type : EventType.values()) {
      AuditEvent event = AuditEvent.of(new UUID(1, 2), type, Instant.EPOCH, "a", "s", facts());
      same(bytes(text(event)), new int[2]);
      same(bytes(text(event).replace(".v1\"}", ".v2\"}")), new int[2]);
    }
  }

  @Test
  void refusesEveryBeginningAndWhatComesBehind() {
    byte[] leaf = leaf(event(new Random(2)), new Random(3));
    for (int length = 0; length < leaf.length; length++) {
      assertThat(accepts(Arrays.copyOf(leaf, length))).as("%d bytes", length).isEmpty();
    }
    assertThat(accepts(Arrays.copyOf(leaf, leaf.length + 1))).isEmpty();
    assertThat(accepts(leaf)).isPresent();
  }

  @Test
  void refusesFactsThatStandTwiceOrOutOfOrder() {
    SortedMap<String, Object> data = facts();
    data.put("a", 1L);
    data.put("b", 2L);
    String leaf =
        text(AuditEvent.of(new UUID(1, 2), EventType.LOG_SEALED, Instant.EPOCH, "a", "s", data));
    int[] accepted = new int[2];
    same(bytes(leaf), accepted);
    same(bytes(leaf.replace("\"b\"", "\"a\"")), accepted);
    same(bytes(leaf.replace("\"b\"", "\"B\"")), accepted);
    same(bytes(leaf.replace("\"a\":1,\"b\":2", "\"b\":2,\"a\":1")), accepted);
    assertThat(accepted).containsExactly(3, 1);
  }

  @Test
  void refusesALeafOfAnotherLog() {
    byte[] other = Leaf.encode(ORIGIN + "/b", event(new Random(4)), Optional.empty());
    assertThat(accepts(other)).isEmpty();
  }

  private void same(byte[] leaf, int[] accepted) {
    Optional<String> read = read(leaf);
    assertThat(accepts(leaf)).as(new String(leaf, StandardCharsets.ISO_8859_1)).isEqualTo(read);
    accepted[read.isPresent() ? 1 : 0]++;
  }

  private Optional<String> accepts(byte[] leaf) {
    try {
      return Optional.of(Arrays.toString(check.payloadHash(leaf)));
    } catch (BrokenLog refused) {
      return Optional.empty();
    }
  }

  private static Optional<String> read(byte[] leaf) {
    try {
      byte[] none = new byte[0];
      byte[] named = Leaf.decode(ORIGIN, leaf).payloadHash().map(ContentHash::bytes).orElse(none);
      return Optional.of(Arrays.toString(named));
    } catch (BrokenLog refused) {
      return Optional.empty();
    }
  }

  private static byte[] changed(byte[] leaf, Random random) {
    int at = random.nextInt(leaf.length);
    int other = random.nextInt(leaf.length);
    byte put = (byte) PLACES.charAt(random.nextInt(PLACES.length()));
    byte[] same = leaf.clone();
    return switch (random.nextInt(6)) {
      case 0 -> replaced(same, at, (byte) (leaf[at] ^ 1 << random.nextInt(8)));
      case 1 -> replaced(same, at, put);
      case 2 -> replaced(replaced(same, at, leaf[other]), other, leaf[at]);
      case 3 -> spliced(leaf, at, at + 1, new byte[0]);
      case 4 -> spliced(leaf, at, at, new byte[] {put});
      default ->
          spliced(leaf, at, at, Arrays.copyOfRange(leaf, other, random(other, leaf, random)));
    };
  }

  private static int random(int from, byte[] leaf, Random random) {
    return from + random.nextInt(leaf.length - from + 1);
  }

  private static byte[] replaced(byte[] leaf, int at, byte by) {
    leaf[at] = by;
    return leaf;
  }

  private static byte[] spliced(byte[] leaf, int from, int to, byte[] in) {
    byte[] out = Arrays.copyOf(leaf, leaf.length - (to - from) + in.length);
    System.arraycopy(in, 0, out, from, in.length);
    System.arraycopy(leaf, to, out, from + in.length, leaf.length - to);
    return out;
  }

  private static AuditEvent event(Random random) {
    EventType[] types = EventType.values();
    List<UUID> previous = new ArrayList<>();
    while (random.nextInt(3) == 0) {
      previous.add(new UUID(random.nextLong(), random.nextLong()));
    }
    SortedMap<String, Object> data = new TreeMap<>();
    while (random.nextInt(3) > 0) {
      data.put(letters(random), value(random));
    }
    return new AuditEvent(
        new UUID(random.nextLong(), random.nextLong()),
        types[random.nextInt(types.length)],
        Instant.ofEpochMilli(random.nextLong(-62_167_219_200_000L, 253_402_300_800_000L)),
        "act_" + random.nextInt(100),
        "doc-" + "z".repeat(random.nextInt(77)),
        data,
        previous);
  }

  private static String letters(Random random) {
    return random
        .ints(1 + random.nextInt(random.nextBoolean() ? 3 : 40), 0, 52)
        .mapToObj(i -> "" + (char) (i < 26 ? 'a' + i : 'A' + i - 26))
        .reduce("", String::concat);
  }

  private static Object value(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> random.nextBoolean();
      case 1 -> NUMBERS[random.nextInt(NUMBERS.length)];
      case 2 -> random.nextLong(-LARGEST, LARGEST + 1);
      default ->
          random
              .ints(random.nextBoolean() ? random.nextInt(9) : 256, ' ', 0x7f)
              .mapToObj(c -> "" + (char) c)
              .reduce("", String::concat);
    };
  }

  private static SortedMap<String, Object> facts() {
    return new TreeMap<>();
  }

  private static byte[] leaf(AuditEvent event, Random random) {
    Optional<ContentHash> payload =
        random.nextBoolean()
            ? Optional.empty()
            : Optional.of(ContentHash.of(new byte[] {(byte) random.nextInt()}));
    return Leaf.encode(ORIGIN, event, payload);
  }

  private static String text(AuditEvent event) {
    return new String(Leaf.encode(ORIGIN, event, Optional.empty()), StandardCharsets.US_ASCII);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
