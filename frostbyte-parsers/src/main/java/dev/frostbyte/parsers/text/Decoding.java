package dev.frostbyte.parsers.text;

import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.ParseResult;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns bytes into text: by byte order mark, else as strict UTF-8, else as UTF-16 when every other
 * byte is zero, else in the encoding that is clearly likelier than Western, else as windows-1252.
 * Line ends become {@code \n}.
 */
final class Decoding {
  /** Text, or why there is none. */
  sealed interface Result {
    /** The text without byte order mark. */
    record Text(String value) implements Result {}

    /** No text. */
    record None(ParseResult.Refused refused) implements Result {}
  }

  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final int SAMPLE = 4_096;
  private static final int HEAD = 400;
  private static final Pattern DECLARED =
      Pattern.compile(
          "\\s*<\\?xml\\s[^>]{0,200}?encoding\\s*=\\s*[\"']([A-Za-z0-9._-]{1,40})[\"']");

  private Decoding() {}

  static Result read(DocumentSource source) throws IOException {
    if (source.size() > Integer.MAX_VALUE - 8) {
      return none(ProblemCode.SIZE_EXCEEDED, "The text has " + source.size() + " bytes.");
    }
    byte[] bytes;
    try (InputStream in = source.stream()) {
      bytes = in.readAllBytes();
    }
    if (bytes.length == 0) {
      return none(ProblemCode.FILE_EMPTY, "The file has no bytes.");
    }
    String text = lines(decode(bytes));
    return looksBinary(text)
        ? none(ProblemCode.FILE_CORRUPTED, "The file is not text: it holds control bytes.")
        : new Result.Text(text);
  }

  /** Reads XML, which may say its encoding itself. */
  static Result readXml(DocumentSource source) throws IOException {
    byte[] head;
    try (InputStream in = source.stream()) {
      head = in.readNBytes(HEAD);
    }
    Matcher said = DECLARED.matcher(new String(head, StandardCharsets.ISO_8859_1));
    if (!said.lookingAt() || source.size() > Integer.MAX_VALUE - 8) {
      return read(source);
    }
    byte[] bytes;
    try (InputStream in = source.stream()) {
      bytes = in.readAllBytes();
    }
    Optional<String> text =
        charset(said.group(1)).flatMap(known -> strict(bytes, 0, known)).map(Decoding::lines);
    return text.isPresent() ? new Result.Text(text.get()) : read(source);
  }

  private static Optional<Charset> charset(String name) {
    try {
      return Optional.of(Charset.forName(name));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String decode(byte[] bytes) {
    return marked(bytes)
        .or(() -> strict(bytes, 0, StandardCharsets.UTF_8).filter(text -> text.indexOf('\0') < 0))
        .or(() -> unmarkedWide(bytes))
        .or(() -> ForeignCharset.guess(bytes).flatMap(guess -> strict(bytes, 0, guess)))
        .orElseGet(() -> new String(bytes, WINDOWS));
  }

  private static Optional<String> marked(byte[] bytes) {
    if (starts(bytes, 0xef, 0xbb, 0xbf)) {
      return Optional.of(new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8));
    }
    if (starts(bytes, 0xff, 0xfe)) {
      return Optional.of(new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE));
    }
    if (starts(bytes, 0xfe, 0xff)) {
      return Optional.of(new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE));
    }
    return Optional.empty();
  }

  private static Optional<String> unmarkedWide(byte[] bytes) {
    int[] zeros = new int[2];
    int sample = Math.min(SAMPLE, bytes.length) & ~1;
    for (int i = 0; i < sample; i++) {
      zeros[i & 1] += bytes[i] == 0 ? 1 : 0;
    }
    if (zeros[1] > sample / 5 && zeros[0] == 0) {
      return strict(bytes, 0, StandardCharsets.UTF_16LE);
    }
    return zeros[0] > sample / 5 && zeros[1] == 0
        ? strict(bytes, 0, StandardCharsets.UTF_16BE)
        : Optional.empty();
  }

  private static Optional<String> strict(byte[] bytes, int from, Charset charset) {
    try {
      return Optional.of(
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
              .toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static boolean starts(byte[] bytes, int... first) {
    boolean same = bytes.length >= first.length;
    for (int i = 0; same && i < first.length; i++) {
      same = (bytes[i] & 0xff) == first[i];
    }
    return same;
  }

  /** More than one control character in fifty, or any NUL in a short text, is no text. */
  private static boolean looksBinary(String text) {
    long controls = text.chars().filter(Decoding::isControl).count();
    return controls * 50 > text.length();
  }

  private static boolean isControl(int c) {
    boolean space = c == '\t' || c == '\n' || c == '\f' || c == 0x1b;
    return (c < 0x20 && !space) || c == 0x7f || c == 0xfffd;
  }

  private static String lines(String text) {
    return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
  }

  private static Result none(ProblemCode code, String message) {
    return new Result.None(new ParseResult.Refused(Problem.of(code, message)));
  }
}
