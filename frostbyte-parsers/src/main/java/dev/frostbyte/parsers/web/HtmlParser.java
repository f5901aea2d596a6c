package dev.frostbyte.parsers.web;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.model.UntrustedText;
import dev.frostbyte.api.spi.DocumentParser;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.ElementSink;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.ParseResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.NodeTraversor;

/** Reads a page into jsoup's tree and walks it once. */
final class HtmlParser implements DocumentParser {
  private static final String XHTML = "application/xhtml+xml";

  private final boolean titleAsHeading;

  HtmlParser(boolean titleAsHeading) {
    this.titleAsHeading = titleAsHeading;
  }

  @Override
  public ParseResult parse(
      DocumentSource source, MediaType type, ParseLimits limits, ElementSink sink)
      throws IOException {
    if (source.size() > Integer.MAX_VALUE - 8) {
      return refused(ProblemCode.SIZE_EXCEEDED, "The page has " + source.size() + " bytes.");
    }
    byte[] bytes;
    try (InputStream in = source.stream()) {
      bytes = in.readAllBytes();
    }
    if (bytes.length == 0) {
      return refused(ProblemCode.FILE_EMPTY, "The file has no bytes.");
    }
    PageText.Decoded decoded = PageText.decode(bytes);
    String page = decoded.page();
    if (PageText.looksBinary(page)) {
      return refused(ProblemCode.FILE_CORRUPTED, "The file is not HTML: it holds control bytes.");
    }
    String closed = type.value().equals(XHTML) ? PageText.closed(page) : page;
    sink.accept(new Block.Encoded(decoded.encoding()));
    Document parsed = Jsoup.parse(closed);
    Element root = parsed.firstElementChild();
    String language = root == null ? "" : root.attr(root.hasAttr("lang") ? "lang" : "xml:lang");
    if (!language.isBlank()) {
      sink.accept(new Block.Language(UntrustedText.of(language)));
    }
    return walk(parsed, sink);
  }

  @Override
  public String fingerprint() {
    String version = Jsoup.class.getPackage().getImplementationVersion();
    return "jsoup " + (version == null ? "" : version);
  }

  private ParseResult walk(Document page, ElementSink sink) throws IOException {
    try {
      PageWriter writer = new PageWriter(sink);
      PageHead.emit(page, titleAsHeading, writer);
      Looks looks = Looks.of(page);
      NodeTraversor.traverse(new PageWalk(writer, looks, PageNotes.of(page)), page.body());
      writer.flush();
      if (looks.undecided() > 0) {
        sink.accept(new Block.Dropped("style rules", "NOT_DECIDED", List.of()));
      }
      return looks.limits().isEmpty()
          ? new ParseResult.Complete(0, PageCount.of(page))
          : cut(looks.limits(), sink);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** All words were read, but not all that says which of them can be seen. */
  private static ParseResult cut(List<String> limits, ElementSink sink) throws IOException {
    sink.accept(new Block.Dropped("style rules", "TOO_MANY", List.of()));
    String message =
        String.join(" ", limits) + " What one of the others might hide is taken for hidden.";
    return new ParseResult.Cut(0, Problem.of(ProblemCode.LIMIT_EXCEEDED, message));
  }

  private static ParseResult refused(ProblemCode code, String message) {
    return new ParseResult.Refused(Problem.of(code, message));
  }
}
