package dev.frostbyte.audit;

import dev.frostbyte.api.audit.EventType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Checks that leaves are exactly what {@link Leaf#encode} writes for one log, in one pass over the
 * bytes and without making the event. Accepts what {@link Leaf#decode} accepts and nothing else;
 * {@code LeafCheckTest} holds the two against each other. One thread.
 */
final class LeafCheck {
  private static final int MOST_NAME = 80;
  private static final int MOST_KEY = 40;
  private static final int MOST_TEXT = 256;
  private static final byte[] NONE = new byte[0];
  private static final Set<String> TYPES =
      Arrays.stream(EventType.values())
          .map(EventType::wireName)
          .collect(Collectors.toUnmodifiableSet());

  private static final byte[] START = ascii("{\"authid\":\"");
  private static final byte[] DATA = ascii("\",\"authtype\":\"unknown\",\"data\":{");
  private static final byte[] TRUE = ascii("true");
  private static final byte[] FALSE = ascii("false");
  private static final byte[] ID = ascii(",\"id\":\"");
  private static final byte[] PAYLOAD = ascii(",\"payloadhash\":\"");
  private static final byte[] PREVIOUS = ascii(",\"previous\":\"");
  private static final byte[] TIME = ascii("\",\"time\":\"");
  private static final byte[] TYPE = ascii("\",\"type\":\"");
  private static final byte[] END = ascii("\"}");

  private final byte[] source;
  private final LeafCursor in = new LeafCursor();
  private byte[] payloadHash = NONE;

  LeafCheck(String origin) {
    this.source = ascii(",\"source\":\"" + origin + "\",\"specversion\":\"1.0\",\"subject\":\"");
  }

  /**
   * Checks a leaf.
   *
   * @return the SHA-256 of the payload that it names; empty when it names none
   */
  byte[] payloadHash(byte[] leaf) throws BrokenLog {
    in.begin(leaf);
    payloadHash = NONE;
    boolean fits =
        leaf.length <= Leaf.MAX_BYTES
            && in.take(START)
            && in.name(MOST_NAME)
            && in.take(DATA)
            && facts()
            && links()
            && in.take(source)
            && in.name(MOST_NAME)
            && in.take(TIME)
            && in.time()
            && in.take(TYPE)
            && type()
            && in.take(END)
            && in.ended();
    if (!fits) {
      throw new BrokenLog("the leaf is no event of this format, or is of another log");
    }
    return payloadHash;
  }

  /** Members in strict order of their names, up to the brace. */
  private boolean facts() {
    if (in.take('}')) {
      return true;
    }
    int before = -1;
    do {
      int key = in.position() + 1;
      if (!in.take('"') || !in.letters(MOST_KEY) || !in.isAfter(before, key)) {
        return false;
      }
      before = key;
      if (!in.take('"') || !in.take(':') || !value()) {
        return false;
      }
    } while (in.take(','));
    return in.take('}');
  }

  private boolean value() {
    return switch (in.peek()) {
      case '"' -> in.text(MOST_TEXT);
      case 't' -> in.take(TRUE);
      case 'f' -> in.take(FALSE);
      default -> in.number();
    };
  }

  /** The event's id, its payload's hash, the events before it. */
  private boolean links() {
    return in.take(ID)
        && in.uuid()
        && in.take('"')
        && (!in.take(PAYLOAD) || hash())
        && (!in.take(PREVIOUS) || previous());
  }

  private boolean hash() {
    int start = in.position();
    boolean fits = in.hex(2 * Sha256.BYTES) && in.take('"');
    payloadHash = fits ? HexFormat.of().parseHex(in.string(start, 2 * Sha256.BYTES)) : NONE;
    return fits;
  }

  private boolean previous() {
    do {
      if (!in.uuid()) {
        return false;
      }
    } while (in.take(' '));
    return in.take('"');
  }

  private boolean type() {
    int start = in.position();
    while (in.peek() != '"' && in.peek() != LeafCursor.PAST) {
      in.skip();
    }
    return TYPES.contains(in.string(start, in.position() - start));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
