package dev.frostbyte.parsers.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;

/** Decodes header bodies: folding, encoded words (RFC 2047), parameters (RFC 2231). */
final class HeaderText {
  private static final Pattern PARAMETER =
      Pattern.compile(
          ";\\s*([\\w!#$&+.^`|~-]+(?:\\*\\d*)?\\*?)\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|([^;\\s]*+))");
  private static final int LONGEST = 10_000;

  private HeaderText() {}

  /** The words of a header on one line. */
  static String decode(String body) {
    String line = body.replaceAll("[\\r\\n]+[ \\t]*", " ").strip();
    String bounded = line.substring(0, Math.min(LONGEST, line.length()));
    try {
      return DecoderUtil.decodeEncodedWords(bounded, DecodeMonitor.SILENT, StandardCharsets.UTF_8);
    } catch (RuntimeException e) {
      return bounded;
    }
  }

  /** A parameter, put together from its numbered pieces; empty when absent. */
  static String parameter(String body, String name) {
    List<String> pieces = new ArrayList<>();
    boolean extended = false;
    String bounded = body.substring(0, Math.min(LONGEST, body.length()));
    Matcher matcher = PARAMETER.matcher(bounded);
    while (matcher.find()) {
      String key = matcher.group(1).toLowerCase(Locale.ROOT);
      if (key.equals(name) || key.startsWith(name + "*")) {
        extended |= key.endsWith("*");
        pieces.add(matcher.group(2) == null ? matcher.group(3) : unquoted(matcher.group(2)));
      }
    }
    String value = String.join("", pieces);
    return extended ? percent(value) : decode(value);
  }

  private static String unquoted(String quoted) {
    return quoted.replaceAll("\\\\(.)", "$1");
  }

  /** {@code charset'language'percent-encoded}. */
  private static String percent(String value) {
    String[] parts = value.split("'", 3);
    if (parts.length < 3) {
      return value;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < parts[2].length(); i++) {
      boolean hex = parts[2].substring(i).matches("(?s)%[0-9a-fA-F]{2}.*");
      bytes.write(
          hex ? Integer.parseInt(parts[2].substring(i + 1, i + 3), 16) : parts[2].charAt(i));
      i += hex ? 2 : 0;
    }
    return new String(bytes.toByteArray(), charset(parts[0]));
  }

  private static Charset charset(String name) {
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return StandardCharsets.UTF_8;
    }
  }
}
