package dev.frostbyte.core.document;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.CanonicalDocument;
import dev.frostbyte.api.model.ContentHash;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/**
 * One page for the browser that shows each page of a document beside what was taken from it, with
 * what is hidden or left out marked. It fetches nothing and runs nothing; hidden text is shown, so
 * the page is for whoever may see the document itself. Stateless.
 */
public final class Preview {
  private static final String STYLE = style();

  private Preview() {}

  /**
   * The page.
   *
   * @param images pictures of pages; pages without one show their outline
   */
  public static String render(CanonicalDocument document, List<Block.PageImage> images) {
    StringBuilder out = new StringBuilder(1 << 16);
    head(out, document);
    summary(out, document);
    PreviewPages pages = new PreviewPages(document, images);
    TreeSet<Integer> numbers = pages.numbers();
    numbers.forEach(number -> out.append(pages.page(number)));
    if (numbers.isEmpty()) {
      out.append("<section class=\"taken\">\n")
          .append(HtmlRenderer.body(document.elements(), LinkedText.plain(document.original())))
          .append("</section>\n");
    }
    out.append(pages.unplaced());
    return out.append("</main>\n</body>\n</html>\n").toString();
  }

  private static void head(StringBuilder out, CanonicalDocument document) {
    String hash =
        Base64.getEncoder()
            .encodeToString(ContentHash.of(STYLE.getBytes(StandardCharsets.UTF_8)).bytes());
    out.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';")
        .append(" img-src data:; style-src 'sha256-")
        .append(hash)
        .append("'\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .append("<title>Preview ")
        .append(document.source().hex(), 0, 12)
        .append("</title>\n<style>")
        .append(STYLE)
        .append("</style>\n</head>\n<body>\n<main>\n<h1>What was read</h1>\n");
  }

  private static void summary(StringBuilder out, CanonicalDocument document) {
    out.append("<dl>\n");
    term(out, "Type", document.type().value());
    term(out, "SHA-256", document.source().hex());
    term(out, "Read by", document.parser());
    term(out, "Language", language(document.language()));
    term(out, "Pages", Integer.toString(document.pages()));
    term(out, "Complete", complete(document));
    term(out, "Quality", String.format(Locale.ROOT, "%.2f of 1", document.quality()));
    out.append("</dl>\n<ul class=\"key\"><li class=\"k-heading\">heading</li>")
        .append("<li class=\"k-text\">text</li><li class=\"k-list\">list</li>")
        .append("<li class=\"k-table\">table</li><li class=\"k-figure\">figure</li>")
        .append("<li class=\"k-furniture\">running header or footer</li>")
        .append("<li class=\"k-hidden\">hidden: not indexed, not served</li>")
        .append("<li class=\"k-dropped\">left out</li></ul>\n");
  }

  private static String language(String code) {
    return code.equals(CanonicalDocument.UNDETERMINED)
        ? "cannot be told"
        : Locale.of(code).getDisplayLanguage(Locale.ENGLISH);
  }

  private static String complete(CanonicalDocument document) {
    if (!document.complete()) {
      return "no: a limit cut the reading";
    }
    double share = document.completeness().ratio();
    String percent = String.format(Locale.ROOT, "%.0f %% of what was expected", 100 * share);
    return document.completeness().flagged() ? "doubtful: " + percent : percent;
  }

  private static void term(StringBuilder out, String name, String value) {
    out.append("<dt>").append(name).append("</dt><dd>").append(Html.escape(value));
    out.append("</dd>\n");
  }

  private static String style() {
    try (InputStream in = Preview.class.getResourceAsStream("preview.css")) {
      if (in == null) {
        throw new IllegalStateException("preview.css is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
