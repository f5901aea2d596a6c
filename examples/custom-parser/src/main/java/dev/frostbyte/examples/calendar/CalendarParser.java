package dev.frostbyte.examples.calendar;

import static dev.frostbyte.api.model.ProblemCode.FILE_CORRUPTED;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.regex.Matcher.quoteReplacement;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.HiddenChannel;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.spi.DocumentParser;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.ElementSink;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.ParseResult;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;

/** An event becomes a heading with its facts; what a calendar program does not show is hidden. */
final class CalendarParser implements DocumentParser {
  private static final Pattern ESCAPE = Pattern.compile("\\\\(.)");
  private static final Map<String, String> FACTS =
      Map.of("DTSTART", "Begins: ", "DTEND", "Ends: ", "LOCATION", "Place: ", "DESCRIPTION", "");

  @Override
  public ParseResult parse(
      DocumentSource source, MediaType type, ParseLimits limits, ElementSink sink)
      throws IOException {
    try {
      read(unfolded(source).split("(\r?\n)+"), sink);
      return new ParseResult.Complete(0);
    } catch (DataFormatException | CharacterCodingException e) {
      return new ParseResult.Refused(Problem.of(FILE_CORRUPTED, "The calendar is malformed."));
    }
  }

  private static void read(String[] lines, ElementSink sink)
      throws IOException, DataFormatException {
    List<String> open = new ArrayList<>();
    List<Block> entry = new ArrayList<>();
    for (String line : lines) {
      String value = line.substring(colon(line) + 1);
      switch (name(line)) {
        case "BEGIN" -> open.addLast(value);
        case "END" -> require(!open.isEmpty() && open.removeLast().equals(value));
        case "SUMMARY" -> entry.addFirst(block(open.size(), line, value));
        default -> entry.addLast(block(open.size(), line, value));
      }
      if (open.size() < 2) {
        flush(entry, sink);
      }
    }
    require(open.isEmpty());
  }

  /** A fold may part the bytes of one character (RFC 5545, 3.1): unfold first, then decode. */
  private static String unfolded(DocumentSource source) throws IOException {
    try (var in = source.stream()) {
      String folded = new String(in.readAllBytes(), ISO_8859_1);
      byte[] bytes = folded.replaceAll("\r?\n[ \t]", "").getBytes(ISO_8859_1);
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }
  }

  private static String name(String line) {
    return line.split("[:;]", 2)[0].toUpperCase(Locale.ROOT);
  }

  private static int colon(String line) throws DataFormatException {
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      quoted ^= line.charAt(i) == '"';
      if (line.charAt(i) == ':' && !quoted) {
        return i;
      }
    }
    throw new DataFormatException();
  }

  private static Block block(int depth, String line, String value) {
    String name = name(line);
    if (depth == 2 && name.equals("SUMMARY")) {
      return Block.heading(2, unescaped(value), List.of());
    }
    return depth == 2 && FACTS.containsKey(name)
        ? Block.paragraph(FACTS.get(name) + readable(name, value), List.of())
        : Block.hidden(HiddenChannel.METADATA, line, List.of());
  }

  private static String readable(String name, String value) {
    return name.startsWith("DT")
        ? value.replaceFirst("^(\\d{4})(\\d\\d)(\\d\\d)T(\\d\\d)(\\d\\d)\\d\\d", "$1-$2-$3 $4:$5 ")
        : unescaped(value);
  }

  private static String unescaped(String value) {
    return ESCAPE
        .matcher(value)
        .replaceAll(e -> e.group(1).equalsIgnoreCase("n") ? "\n" : quoteReplacement(e.group(1)));
  }

  private static void flush(List<Block> entry, ElementSink sink) throws IOException {
    for (Block block : entry) {
      sink.accept(block);
    }
    entry.clear();
  }

  private static void require(boolean wellFormed) throws DataFormatException {
    if (!wellFormed) {
      throw new DataFormatException();
    }
  }
}
