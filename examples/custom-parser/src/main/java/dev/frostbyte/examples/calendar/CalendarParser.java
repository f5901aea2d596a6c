package dev.frostbyte.examples.calendar;

import static dev.frostbyte.api.spi.MalformedTextException.unless;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.regex.Matcher.quoteReplacement;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.HiddenChannel;
import dev.frostbyte.api.spi.ElementSink;
import dev.frostbyte.api.spi.Utf8Parser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** An event becomes a heading with its facts; what a calendar program does not show is hidden. */
final class CalendarParser implements Utf8Parser {
  /** Name and value, colons in quotes left alone (RFC 5545, 3.1); possessive, so never deep. */
  private static final Pattern LINE =
      Pattern.compile("(?s)([^:;\"]++)[^:\"]*+(?:\"[^\"]*+\"[^:\"]*+)*+:(.*+)");

  private static final Pattern ESCAPE = Pattern.compile("\\\\(.)");
  private static final Map<String, String> FACTS =
      Map.of("DTSTART", "Begins: ", "DTEND", "Ends: ", "LOCATION", "Place: ", "DESCRIPTION", "");

  /** A fold may part the bytes of one character (RFC 5545, 3.1): unfold first, then decode. */
  @Override
  public byte[] unwrapped(byte[] bytes) {
    return new String(bytes, ISO_8859_1).replaceAll("\r?\n[ \t]", "").getBytes(ISO_8859_1);
  }

  @Override
  public void read(String text, ElementSink sink) throws IOException {
    List<String> open = new ArrayList<>();
    List<Block> entry = new ArrayList<>();
    for (String line : text.split("(\r?\n)+")) {
      var parts = LINE.matcher(line);
      unless(parts.matches());
      String name = parts.group(1).toUpperCase(Locale.ROOT);
      String value = parts.group(2);
      switch (name) {
        case "BEGIN" -> open.addLast(value);
        case "END" -> unless(!open.isEmpty() && open.removeLast().equals(value));
        case "SUMMARY" -> entry.addFirst(block(open.size(), name, value, line));
        default -> entry.addLast(block(open.size(), name, value, line));
      }
      if (open.size() < 2) {
        sink.acceptAll(entry);
        entry.clear();
      }
    }
    unless(open.isEmpty());
  }

  private static Block block(int depth, String name, String value, String line) {
    if (depth == 2 && name.equals("SUMMARY")) {
      return Block.heading(2, unescaped(value));
    }
    return depth == 2 && FACTS.containsKey(name)
        ? Block.paragraph(FACTS.get(name) + readable(name, value))
        : Block.hidden(HiddenChannel.METADATA, line);
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
}
