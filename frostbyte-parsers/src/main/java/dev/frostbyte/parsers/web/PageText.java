package dev.frostbyte.parsers.web;

import dev.frostbyte.api.model.TextEncoding;
import dev.frostbyte.api.model.TextEncoding.Basis;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decodes a page: byte order mark, else what the page declares, else UTF-8, else windows-1252. */
final class PageText {
  private static final Pattern DECLARED =
      Pattern.compile(
          "(?i)<(?:meta|\\?xml)[^>]{0,200}?(?:charset|encoding)\\s*=\\s*[\"']?\\s*([\\w.:-]+)");
  private static final Pattern DECLARATION = Pattern.compile("\\A\\s*<\\?xml\\s[^<>]{0,300}\\?>");
  private static final Pattern AT_ONCE =
      Pattern.compile(
          "<(?!(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)\\b)"
              + "([a-zA-Z][\\w:-]*)((?:\\s[^<>]*)?)/>");
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final int HEAD = 4_096;

  private PageText() {}

  /** A page as text, and how its bytes were read. */
  record Decoded(String page, TextEncoding encoding) {
    static Decoded of(byte[] bytes, int from, Charset charset, Basis basis) {
      String page = new String(bytes, from, bytes.length - from, charset);
      return new Decoded(page, TextEncoding.of(charset, basis));
    }

    /** Never shows the page. */
    @Override
    public String toString() {
      return "Decoded(" + encoding + ")";
    }
  }

  static Decoded decode(byte[] bytes) {
    if (starts(bytes, 0xef, 0xbb, 0xbf)) {
      return Decoded.of(bytes, 3, StandardCharsets.UTF_8, Basis.MARK);
    }
    if (starts(bytes, 0xff, 0xfe)) {
      return Decoded.of(bytes, 2, StandardCharsets.UTF_16LE, Basis.MARK);
    }
    if (starts(bytes, 0xfe, 0xff)) {
      return Decoded.of(bytes, 2, StandardCharsets.UTF_16BE, Basis.MARK);
    }
    return unmarked(bytes);
  }

  /**
   * A page of XML in the syntax of HTML: an element that XML closes at once, such as {@code
   * <title/>}, would swallow what follows.
   */
  static String closed(String page) {
    String body = DECLARATION.matcher(page).replaceFirst("");
    return AT_ONCE.matcher(body).replaceAll("<$1$2></$1>");
  }

  /** More than one control character in fifty. */
  static boolean looksBinary(String page) {
    long controls =
        page.chars().filter(c -> (c < 0x20 && "\t\n\r\f".indexOf(c) < 0) || c == 0xfffd).count();
    return controls * 50 > page.length();
  }

  private static Decoded unmarked(byte[] bytes) {
    String head = new String(bytes, 0, Math.min(HEAD, bytes.length), StandardCharsets.ISO_8859_1);
    Matcher declared = DECLARED.matcher(head);
    if (declared.find()) {
      return Decoded.of(bytes, 0, charset(declared.group(1)), Basis.DECLARED);
    }
    try {
      String page = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return new Decoded(page, TextEncoding.of(StandardCharsets.UTF_8, Basis.DETECTED));
    } catch (CharacterCodingException e) {
      return Decoded.of(bytes, 0, WINDOWS, Basis.ASSUMED);
    }
  }

  /** As browsers do: Latin-1 means windows-1252, and a page readable as ASCII is no UTF-16. */
  private static Charset charset(String name) {
    try {
      Charset charset = Charset.forName(name);
      boolean latin =
          charset.equals(StandardCharsets.ISO_8859_1) || charset.equals(StandardCharsets.US_ASCII);
      boolean wide = charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32");
      return latin ? WINDOWS : wide ? StandardCharsets.UTF_8 : charset;
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return StandardCharsets.UTF_8;
    }
  }

  private static boolean starts(byte[] bytes, int... first) {
    boolean same = bytes.length >= first.length;
    for (int i = 0; same && i < first.length; i++) {
      same = (bytes[i] & 0xff) == first[i];
    }
    return same;
  }
}
