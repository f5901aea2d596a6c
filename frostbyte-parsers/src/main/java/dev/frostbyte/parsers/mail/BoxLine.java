package dev.frostbyte.parsers.mail;

import dev.frostbyte.api.spi.DocumentSource;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * The line that a mailbox puts before each mail, {@code From sender date} (RFC 4155), which
 * programs leave there when they save one mail. Stateless.
 */
final class BoxLine {
  private static final Pattern LINE =
      Pattern.compile("From \\S+ .{0,60}\\d\\d:\\d\\d(?::\\d\\d)?\\b.{0,40}", Pattern.DOTALL);

  /** Bytes of a line that are looked at. */
  private static final int LONGEST = 256;

  private BoxLine() {}

  /** The mail without the line before it; the caller closes it. */
  static InputStream behind(DocumentSource source) throws IOException {
    InputStream in = new BufferedInputStream(source.stream());
    in.mark(LONGEST + 1);
    if (!isOne(line(in))) {
      in.reset();
    }
    return in;
  }

  /** Whether such a line begins the file and another one stands behind an empty line. */
  static boolean separatesMails(DocumentSource source) throws IOException {
    try (InputStream in = new BufferedInputStream(source.stream())) {
      in.mark(LONGEST + 1);
      if (!isOne(line(in))) {
        return false;
      }
      boolean empty = false;
      while (more(in)) {
        String line = line(in);
        if (empty && isOne(line)) {
          return true;
        }
        empty = line.isBlank();
      }
      return false;
    }
  }

  private static boolean isOne(String line) {
    return line.startsWith("From ") && LINE.matcher(line.strip()).matches();
  }

  private static boolean more(InputStream in) throws IOException {
    in.mark(LONGEST + 1);
    boolean more = in.read() >= 0;
    in.reset();
    return more;
  }

  /** Begin of the next line, without its end; a longer one is given in pieces. */
  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(LONGEST);
    for (int read = in.read(); read >= 0 && read != '\n'; read = in.read()) {
      line.write(read);
      if (line.size() == LONGEST) {
        break;
      }
    }
    return line.toString(StandardCharsets.ISO_8859_1);
  }
}
