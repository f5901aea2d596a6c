package dev.frostbyte.parsers.text;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.HiddenChannel;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.spi.BudgetReachedException;
import dev.frostbyte.api.spi.DocumentParser;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.ElementSink;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.ParseResult;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;

/** Reads Markdown; refuses nesting that would cost more than linear time. */
final class MarkdownParser implements DocumentParser {
  /** YAML between two lines of three dashes at the very start: properties, not text. */
  private static final Pattern FRONT_MATTER =
      Pattern.compile(
          "\\A---[ \\t]*\\n((?:[^\\n]*\\n){0,200}?)(?:---|\\.\\.\\.)[ \\t]*(?:\\n|\\z)");

  private static final Pattern PROPERTY = Pattern.compile("[A-Za-z_][\\w -]*:.*");

  private final Parser parser =
      Parser.builder()
          .extensions(List.of(TablesExtension.create(), FootnotesExtension.create()))
          .build();

  @Override
  public ParseResult parse(
      DocumentSource source, MediaType type, ParseLimits limits, ElementSink sink)
      throws IOException {
    return switch (Decoding.read(source)) {
      case Decoding.None none -> none.refused();
      case Decoding.Result.Text text -> {
        sink.accept(new Block.Encoded(text.encoding()));
        yield emit(text.value(), limits, sink);
      }
    };
  }

  @Override
  public String fingerprint() {
    return "commonmark " + Libraries.version(Parser.class);
  }

  private ParseResult emit(String text, ParseLimits limits, ElementSink sink) throws IOException {
    Matcher front = FRONT_MATTER.matcher(text);
    boolean properties = front.find() && isProperties(front.group(1));
    if (properties) {
      sink.accept(Block.hidden(HiddenChannel.METADATA, front.group(1).strip(), List.of()));
    }
    String body = properties ? text.substring(front.end()) : text;
    requireShallow(body, limits.maxDepth());
    try {
      Node document = parser.parse(body);
      new MarkdownWalk(sink).walk(document);
    } catch (StackOverflowError e) {
      return new ParseResult.Refused(
          Problem.of(ProblemCode.LIMIT_EXCEEDED, "The Markdown is nested too deeply to be read."));
    }
    return new ParseResult.Complete(0, MarkdownCount.of(text));
  }

  private static boolean isProperties(String lines) {
    return lines.lines().anyMatch(line -> PROPERTY.matcher(line).matches());
  }

  /** Every open quote or list costs time on every later line, so their number is a budget. */
  private static void requireShallow(String text, int maxDepth) throws BudgetReachedException {
    int depth = 0;
    boolean prefix = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth = c == '\n' ? 0 : depth + (prefix && ">-*+.)".indexOf(c) >= 0 ? 1 : 0);
      prefix = c == '\n' || (prefix && " \t>-*+.)0123456789".indexOf(c) >= 0);
      if (depth > maxDepth && text.charAt(i) == '>') {
        throw new BudgetReachedException("maxDepth", maxDepth);
      }
    }
  }
}
