package dev.frostbyte.parsers.text;

import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.model.TextEncoding;
import dev.frostbyte.api.model.TextEncoding.Basis;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.ParseResult;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells how bytes are to be read as text: by byte order mark, else as strict UTF-8, else as UTF-16
 * when every other byte is zero, else in the encoding that is clearly likelier than Western, else
 * as windows-1252. Reads the bytes as a stream, once for each encoding it tries.
 */
final class Decoding {
  /** A text, or why there is none. */
  sealed interface Result {
    /** The text without byte order mark, line ends as {@code \n}. */
    record Text(String value, TextEncoding encoding) implements Result {
      /** Never shows the text. */
      @Override
      public String toString() {
        return "Text(" + encoding + ")";
      }
    }
  }

  /** A text that is not read yet, or why there is none. */
  sealed interface Opened {
    /** The text as a stream. */
    record Stream(TextStream value) implements Opened {}
  }

  /** No text. */
  record None(ParseResult.Refused refused) implements Result, Opened {}

  /** A text and what it is made of, so that it is not counted again. */
  private record Counted(TextStream stream, TextStream.Census census) {}

  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final int LONGEST = Integer.MAX_VALUE - 8;
  private static final int SAMPLE = 4_096;
  private static final Pattern DECLARED =
      Pattern.compile(
          "\\s*<\\?xml\\s[^>]{0,200}?encoding\\s*=\\s*[\"']([A-Za-z0-9._-]{1,40})[\"']");

  private final DocumentSource source;
  private final byte[] head;

  private Decoding(DocumentSource source) throws IOException {
    this.source = source;
    try (InputStream in = source.stream()) {
      this.head = in.readNBytes(ForeignCharset.SAMPLE);
    }
  }

  /** The whole text. */
  static Result read(DocumentSource source) throws IOException {
    return whole(open(source));
  }

  /** The whole text of XML, which may say its encoding itself. */
  static Result readXml(DocumentSource source) throws IOException {
    Decoding decoding = new Decoding(source);
    Optional<TextStream> declared = decoding.declared();
    return declared.isPresent() ? whole(new Opened.Stream(declared.get())) : read(source);
  }

  /** The text as a stream. */
  static Opened open(DocumentSource source) throws IOException {
    if (source.size() > LONGEST) {
      return none(ProblemCode.SIZE_EXCEEDED, "The text has " + source.size() + " bytes.");
    }
    Decoding decoding = new Decoding(source);
    if (decoding.head.length == 0) {
      return none(ProblemCode.FILE_EMPTY, "The file has no bytes.");
    }
    return decoding.found();
  }

  private static Result whole(Opened opened) throws IOException {
    return switch (opened) {
      case None none -> none;
      case Opened.Stream stream -> new Result.Text(stream.value().all(), stream.value().encoding());
    };
  }

  private Opened found() throws IOException {
    Optional<TextStream> marked = marked();
    Optional<Counted> text = marked.isPresent() ? Optional.empty() : kept();
    Counted counted = text.isPresent() ? text.get() : repaired(marked);
    return counted.census().looksBinary()
        ? none(ProblemCode.FILE_CORRUPTED, "The file is not text: it holds control bytes.")
        : new Opened.Stream(counted.stream());
  }

  /** The text in the first encoding whose rules its bytes keep. */
  private Optional<Counted> kept() throws IOException {
    Optional<Counted> text = strict(StandardCharsets.UTF_8, Basis.DETECTED, false);
    if (text.isEmpty()) {
      text = unmarkedWide();
    }
    Optional<Charset> guess = text.isEmpty() ? ForeignCharset.guess(head) : Optional.empty();
    return guess.isPresent() ? strict(guess.get(), Basis.DETECTED, true) : text;
  }

  /** The text as its mark says, else as most old files are written. */
  private Counted repaired(Optional<TextStream> marked) throws IOException {
    TextStream stream = marked.orElseGet(() -> stream(0, WINDOWS, Basis.ASSUMED));
    return new Counted(stream, stream.count(true));
  }

  private Optional<TextStream> declared() throws IOException {
    Matcher said = DECLARED.matcher(new String(head, StandardCharsets.ISO_8859_1));
    if (!said.lookingAt() || source.size() > LONGEST) {
      return Optional.empty();
    }
    Optional<Charset> charset = charset(said.group(1));
    return charset.isEmpty()
        ? Optional.empty()
        : strict(charset.get(), Basis.DECLARED, true).map(Counted::stream);
  }

  private static Optional<Charset> charset(String name) {
    try {
      return Optional.of(Charset.forName(name));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Optional<TextStream> marked() {
    if (starts(0xef, 0xbb, 0xbf)) {
      return Optional.of(stream(3, StandardCharsets.UTF_8, Basis.MARK));
    }
    if (starts(0xff, 0xfe)) {
      return Optional.of(stream(2, StandardCharsets.UTF_16LE, Basis.MARK));
    }
    return starts(0xfe, 0xff)
        ? Optional.of(stream(2, StandardCharsets.UTF_16BE, Basis.MARK))
        : Optional.empty();
  }

  private Optional<Counted> unmarkedWide() throws IOException {
    int[] zeros = new int[2];
    int sample = Math.min(SAMPLE, head.length) & ~1;
    for (int i = 0; i < sample; i++) {
      zeros[i & 1] += head[i] == 0 ? 1 : 0;
    }
    if (zeros[1] > sample / 5 && zeros[0] == 0) {
      return strict(StandardCharsets.UTF_16LE, Basis.DETECTED, true);
    }
    return zeros[0] > sample / 5 && zeros[1] == 0
        ? strict(StandardCharsets.UTF_16BE, Basis.DETECTED, true)
        : Optional.empty();
  }

  /** The text in an encoding whose rules its bytes keep. */
  private Optional<Counted> strict(Charset charset, Basis basis, boolean withZeros)
      throws IOException {
    TextStream stream = stream(0, charset, basis);
    try {
      TextStream.Census census = stream.count(false);
      boolean refused = census.hasZeros() && !withZeros;
      return refused ? Optional.empty() : Optional.of(new Counted(stream, census));
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private TextStream stream(int skip, Charset charset, Basis basis) {
    return new TextStream(source, skip, TextEncoding.of(charset, basis));
  }

  private boolean starts(int... first) {
    boolean same = head.length >= first.length;
    for (int i = 0; same && i < first.length; i++) {
      same = (head[i] & 0xff) == first[i];
    }
    return same;
  }

  private static None none(ProblemCode code, String message) {
    return new None(new ParseResult.Refused(Problem.of(code, message)));
  }
}
