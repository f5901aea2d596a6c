package dev.frostbyte.parsers.mail;

import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.TextEncoding;
import dev.frostbyte.parsers.internal.PartParsers;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A part of a mail while it is read: a leaf with bytes, or a container with parts. One thread. */
final class Part {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  /** RFC 8551 and RFC 3156. */
  private static final Set<String> SIGNATURES =
      Set.of(
          "application/pkcs7-signature",
          "application/x-pkcs7-signature",
          "application/pgp-signature",
          "application/pgp-keys");

  private final Map<String, String> headers = new TreeMap<>();
  private final List<Part> children = new ArrayList<>();
  private final StringBuilder beside = new StringBuilder();
  private String mimeType = "text/plain";
  private Optional<String> charset = Optional.empty();
  private byte[] bytes = new byte[0];

  /** Keeps the first header of a name, in lower case. */
  void header(String name, String body) {
    headers.putIfAbsent(name.toLowerCase(Locale.ROOT), body);
  }

  /** A header, decoded (RFC 2047) and on one line; empty when absent. */
  String header(String name) {
    return HeaderText.decode(headers.getOrDefault(name, ""));
  }

  /** A parameter of a header, decoded; empty when absent. */
  String parameter(String header, String name) {
    return HeaderText.parameter(headers.getOrDefault(header, ""), name);
  }

  /** Whether it has any header a mail has. */
  boolean isMail() {
    return headers.keySet().stream()
        .anyMatch(List.of("from", "to", "subject", "date", "received", "message-id")::contains);
  }

  /** Names of its headers, in lower case. */
  Set<String> headerNames() {
    return Collections.unmodifiableSet(headers.keySet());
  }

  /** Takes text that stands before, between or behind parts, where no mail program shows it. */
  void beside(String text) {
    beside.append(text).append('\n');
  }

  String beside() {
    return beside.toString();
  }

  int headerCount() {
    return headers.size();
  }

  void content(String type, Optional<String> declared, byte[] content) {
    mimeType = type;
    charset = declared;
    bytes = content;
  }

  void container(String type) {
    mimeType = type;
  }

  void add(Part child) {
    children.add(child);
  }

  List<Part> children() {
    return children;
  }

  String mimeType() {
    return mimeType;
  }

  byte[] bytes() {
    return bytes;
  }

  /** File name, from either header; empty when there is none. */
  String name() {
    String name = parameter("content-disposition", "filename");
    return name.isEmpty() ? parameter("content-type", "name") : name;
  }

  boolean isAttachment() {
    return disposition().startsWith("attachment") || !name().isEmpty();
  }

  /**
   * Whether it is a file that a person attached: no signature of the mail, and no picture that the
   * mail shows where its text says.
   */
  boolean isDocument() {
    boolean attached = disposition().startsWith("attachment");
    boolean shown = disposition().startsWith("inline") || headers.containsKey("content-id");
    boolean picture = mimeType.startsWith("image/") && shown && !attached;
    return bytes.length > 0 && !picture && !SIGNATURES.contains(mimeType);
  }

  private String disposition() {
    return headers.getOrDefault("content-disposition", "").strip().toLowerCase(Locale.ROOT);
  }

  /** The type of its text; attachments of no telling type go by their name. */
  MediaType textType() {
    String name = name().toLowerCase(Locale.ROOT);
    boolean telling =
        !mimeType.equals("text/plain") && !mimeType.equals("application/octet-stream");
    if (!telling && name.endsWith(".csv")) {
      return MediaType.CSV;
    }
    if (!telling && name.endsWith(".md")) {
      return MediaType.MARKDOWN;
    }
    if (!telling && name.endsWith(".txt")) {
      return MediaType.TEXT;
    }
    if (!telling && name.endsWith(".rtf")) {
      return PartParsers.RTF;
    }
    if (!telling && name.endsWith(".xml")) {
      return PartParsers.XML;
    }
    if (!telling && name.endsWith(".json")) {
      return PartParsers.JSON;
    }
    return switch (mimeType) {
      case "text/plain" -> MediaType.TEXT;
      case "text/html", "application/xhtml+xml" -> MediaType.HTML;
      case "text/csv", "application/csv" -> MediaType.CSV;
      case "text/markdown", "text/x-markdown" -> MediaType.MARKDOWN;
      case "application/rtf", "text/rtf" -> PartParsers.RTF;
      case "application/json" -> PartParsers.JSON;
      case "application/xml", "text/xml" -> PartParsers.XML;
      case "text/tab-separated-values" -> PartParsers.TSV;
      default -> MediaType.UNKNOWN;
    };
  }

  /** Its text as UTF-8 with byte order mark, so that no parser guesses again; else its bytes. */
  byte[] unicode() {
    if (charset.isEmpty() || bytes.length == 0) {
      return bytes;
    }
    Charset declared = Charset.forName(encoding().orElseThrow().name());
    byte[] text = new String(bytes, declared).getBytes(StandardCharsets.UTF_8);
    byte[] marked = new byte[text.length + 3];
    marked[0] = (byte) 0xef;
    marked[1] = (byte) 0xbb;
    marked[2] = (byte) 0xbf;
    System.arraycopy(text, 0, marked, 3, text.length);
    return marked;
  }

  /** How its bytes are to be read; empty when its headers do not say. */
  Optional<TextEncoding> encoding() {
    return charset.map(Part::known);
  }

  /** Latin-1 means windows-1252, as browsers have it; a name nobody knows is taken for UTF-8. */
  private static TextEncoding known(String name) {
    try {
      Charset charset = Charset.forName(name);
      boolean latin = charset.equals(StandardCharsets.ISO_8859_1);
      return TextEncoding.of(latin ? WINDOWS : charset, TextEncoding.Basis.DECLARED);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return TextEncoding.of(StandardCharsets.UTF_8, TextEncoding.Basis.ASSUMED);
    }
  }
}
