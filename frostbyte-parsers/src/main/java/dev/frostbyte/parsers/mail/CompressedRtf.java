package dev.frostbyte.parsers.mail;

import dev.frostbyte.api.spi.BudgetReachedException;
import dev.frostbyte.api.spi.ParseLimits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Inflates the RTF of an Outlook message ([MS-OXRTFCP] 2.1). */
final class CompressedRtf {
  private static final int COMPRESSED = 0x75465a4c;
  private static final int PLAIN = 0x414c454d;
  private static final int HEADER = 16;
  private static final int WINDOW = 4_096;

  /** What every message refers back to, before its first byte. */
  private static final byte[] BEFORE =
      ("{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern "
              + "\\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0"
              + "\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx")
          .getBytes(StandardCharsets.US_ASCII);

  private final byte[] window = Arrays.copyOf(BEFORE, WINDOW);
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteBuffer in;
  private final long most;
  private int write = BEFORE.length;

  private CompressedRtf(ByteBuffer in, long most) {
    this.in = in;
    this.most = most;
  }

  /**
   * The RTF.
   *
   * @throws BudgetReachedException when it is longer than all that may be inflated
   */
  static byte[] inflate(byte[] bytes, ParseLimits limits) throws IOException {
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    if (bytes.length < HEADER) {
      throw new IOException("no header");
    }
    int kind = in.getInt(8);
    in.position(HEADER);
    if (kind == PLAIN) {
      return Arrays.copyOfRange(bytes, HEADER, bytes.length);
    }
    if (kind != COMPRESSED) {
      throw new IOException("unknown compression");
    }
    CompressedRtf rtf = new CompressedRtf(in, limits.maxInflatedBytes());
    rtf.run();
    return rtf.out.toByteArray();
  }

  private void run() throws IOException {
    boolean more = true;
    while (more && in.hasRemaining()) {
      int control = in.get();
      for (int bit = 0; more && bit < 8 && in.hasRemaining(); bit++) {
        more = (control & (1 << bit)) == 0 ? literal() : copy();
      }
    }
  }

  private boolean literal() throws BudgetReachedException {
    put(in.get());
    return true;
  }

  /** Copies from the window; a reference to where writing goes on is the end. */
  private boolean copy() throws BudgetReachedException {
    if (in.remaining() < 2) {
      return false;
    }
    int reference = ((in.get() & 0xff) << 8) | (in.get() & 0xff);
    int from = reference >> 4;
    if (from == write) {
      return false;
    }
    int length = (reference & 0xf) + 2;
    for (int i = 0; i < length; i++) {
      put(window[(from + i) % WINDOW]);
    }
    return true;
  }

  private void put(byte value) throws BudgetReachedException {
    if (out.size() >= most) {
      throw new BudgetReachedException("maxInflatedBytes", most);
    }
    out.write(value);
    window[write] = value;
    write = (write + 1) % WINDOW;
  }
}
