package dev.frostbyte.parsers.mail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.poifs.filesystem.DocumentNode;
import org.apache.poi.poifs.filesystem.Entry;

/**
 * The properties of one storage of an Outlook message ([MS-OXMSG] 2.4): those of fixed length from
 * one stream, each of the others from its own. Tags are four hexadecimal digits in capitals.
 */
final class MsgProperties {
  /** Name of the stream of properties of fixed length. */
  static final String STREAM = "__properties_version1.0";

  private static final String VALUE = "__substg1.0_";
  private static final String WIDE = "001F";
  private static final String NARROW = "001E";
  private static final String BINARY = "0102";
  private static final int ENTRY = 16;

  /** From 1601, where file times begin, to 1970; seconds. */
  private static final long EPOCH = 11_644_473_600L;

  private static final long TICKS = 10_000_000;

  private final Map<String, Long> fixed = new HashMap<>();
  private final Map<String, byte[]> values = new HashMap<>();

  private MsgProperties() {}

  /**
   * Reads the properties of a storage.
   *
   * @param header bytes before the first property of fixed length
   */
  static MsgProperties read(DirectoryNode storage, int header) throws IOException {
    MsgProperties properties = new MsgProperties();
    for (Entry entry : storage) {
      if (entry instanceof DocumentNode stream && stream.getName().equals(STREAM)) {
        properties.fixed(bytes(stream), header);
      } else if (entry instanceof DocumentNode stream && stream.getName().startsWith(VALUE)) {
        String tag = stream.getName().substring(VALUE.length()).toUpperCase(Locale.ROOT);
        properties.values.put(tag, bytes(stream));
      }
    }
    return properties;
  }

  boolean isEmpty() {
    return fixed.isEmpty() && values.isEmpty();
  }

  /** The first of some properties that is there, as text; empty when none is. */
  String text(String... tags) {
    for (String tag : tags) {
      byte[] wide = values.get(tag + WIDE);
      byte[] narrow = values.get(tag + NARROW);
      if (wide != null || narrow != null) {
        String text =
            wide != null
                ? new String(wide, StandardCharsets.UTF_16LE)
                : new String(narrow == null ? new byte[0] : narrow, charset());
        return text.replace("\0", "");
      }
    }
    return "";
  }

  /** Whether a property is text rather than bytes. */
  boolean isText(String tag) {
    return !values.containsKey(tag + BINARY);
  }

  /** A property as bytes: as they are, or its text as UTF-8; none when it is not there. */
  byte[] binary(String tag) {
    byte[] found = values.get(tag + BINARY);
    return found == null ? text(tag).getBytes(StandardCharsets.UTF_8) : found;
  }

  /** The first of some times that is there, as a mail header has it (RFC 5322), in UTC. */
  String time(String... tags) {
    for (String tag : tags) {
      long ticks = fixed.getOrDefault(tag + "0040", 0L);
      if (ticks > EPOCH * TICKS && ticks < 2 * EPOCH * TICKS) {
        Instant instant = Instant.ofEpochSecond(ticks / TICKS - EPOCH);
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC));
      }
    }
    return "";
  }

  /** Name of the code page of text that is not Unicode. */
  String page() {
    return charset().name();
  }

  private Charset charset() {
    long number = fixed.getOrDefault("3FFD0003", fixed.getOrDefault("3FDE0003", 1_252L));
    String name =
        switch ((int) number) {
          case 65_001 -> "UTF-8";
          case 932 -> "windows-31j";
          case 936 -> "GBK";
          case 949 -> "x-windows-949";
          case 950 -> "Big5";
          case 20_127, 28_591 -> "windows-1252";
          default ->
              number >= 28_592 && number <= 28_605
                  ? "ISO-8859-" + (number - 28_590)
                  : "windows-" + number;
        };
    return Charset.isSupported(name) ? Charset.forName(name) : Charset.forName("windows-1252");
  }

  private void fixed(byte[] stream, int header) {
    ByteBuffer buffer = ByteBuffer.wrap(stream).order(ByteOrder.LITTLE_ENDIAN);
    for (int at = header; at + ENTRY <= stream.length; at += ENTRY) {
      int type = buffer.getShort(at) & 0xffff;
      int tag = buffer.getShort(at + 2) & 0xffff;
      long value = type == 3 ? buffer.getInt(at + 8) : buffer.getLong(at + 8);
      fixed.put(String.format(Locale.ROOT, "%04X%04X", tag, type), value);
    }
  }

  private static byte[] bytes(DocumentNode stream) throws IOException {
    try (InputStream in = new DocumentInputStream(stream)) {
      return in.readAllBytes();
    }
  }
}
