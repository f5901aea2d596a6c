package dev.frostbyte.core.document;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.Box;
import dev.frostbyte.api.model.CanonicalDocument;
import dev.frostbyte.api.model.CodePoints;
import dev.frostbyte.api.model.DroppedContent;
import dev.frostbyte.api.model.Element;
import dev.frostbyte.api.model.HiddenText;
import dev.frostbyte.api.model.PageSize;
import dev.frostbyte.api.model.Region;
import dev.frostbyte.api.model.Span;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** The pages of a preview: the picture with a frame around each element, and its text beside it. */
final class PreviewPages {
  private static final PageSize A4 = new PageSize(1, 595, 842);

  private final CanonicalDocument document;
  private final CodePoints hidden;
  private final Map<Integer, Block.PageImage> images = new HashMap<>();
  private final Map<Integer, PageSize> sizes = new HashMap<>();

  PreviewPages(CanonicalDocument document, List<Block.PageImage> images) {
    this.document = document;
    this.hidden = CodePoints.of(document.hidden().value());
    images.forEach(image -> this.images.put(image.number(), image));
    document.pageSizes().forEach(size -> sizes.put(size.page(), size));
  }

  /** Pages on which anything stands. */
  TreeSet<Integer> numbers() {
    TreeSet<Integer> numbers = new TreeSet<>(images.keySet());
    document.elements().forEach(element -> numbers.add(element.span().page()));
    document.hiddenTexts().forEach(piece -> numbers.add(piece.span().page()));
    document.dropped().forEach(loss -> numbers.add(loss.page()));
    numbers.remove(0);
    return numbers;
  }

  String page(int number) {
    return "<section class=\"page\">\n<h2>Page "
        + number
        + "</h2>\n<div class=\"shown\">"
        + picture(number)
        + "</div>\n<div class=\"taken\">\n"
        + taken(number)
        + evidence(number)
        + "</div>\n</section>\n";
  }

  /** What has no page: text in front of the first, hidden and left-out parts. */
  String unplaced() {
    String text = numbers().isEmpty() ? "" : taken(0);
    String rest = text + evidence(0);
    return rest.isEmpty()
        ? ""
        : "<section class=\"taken\">\n<h2>On no page</h2>\n" + rest + "</section>\n";
  }

  private String picture(int number) {
    PageSize size = sizes.getOrDefault(number, A4);
    StringBuilder out = new StringBuilder();
    out.append(
        String.format(
            Locale.ROOT,
            "<svg viewBox=\"0 0 %.1f %.1f\" role=\"img\" aria-label=\"Page %d\">",
            size.width(),
            size.height(),
            number));
    Block.PageImage image = images.get(number);
    if (image != null) {
      out.append("<image width=\"100%\" height=\"100%\" href=\"data:image/png;base64,")
          .append(Base64.getEncoder().encodeToString(image.png()))
          .append("\"/>");
    }
    document.elements().forEach(it -> frames(out, kind(it), it.span(), number));
    document.hiddenTexts().forEach(it -> frames(out, "k-hidden", it.span(), number));
    return out.append("</svg>").toString();
  }

  private static void frames(StringBuilder out, String kind, Span span, int page) {
    for (Region region : span.regions()) {
      Box box = region.box();
      if (region.page() == page && !box.equals(Box.NONE)) {
        out.append(
            String.format(
                Locale.ROOT,
                "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>",
                kind,
                box.left(),
                box.top(),
                box.right() - box.left(),
                box.bottom() - box.top()));
      }
    }
  }

  private static String kind(Element element) {
    return switch (element) {
      case Element.Heading heading -> "k-heading";
      case Element.Paragraph paragraph -> "k-text";
      case Element.ListItem item -> "k-list";
      case Element.Table table -> "k-table";
      case Element.Figure figure -> "k-figure";
      case Element.Preformatted code -> "k-text";
      case Element.Formula formula -> "k-text";
      case Element.Footnote note -> "k-text";
      case Element.Furniture furniture -> "k-furniture";
    };
  }

  private String taken(int page) {
    List<Element> some =
        document.elements().stream().filter(it -> it.span().page() == page).toList();
    return HtmlRenderer.body(some, LinkedText.plain(document.original()));
  }

  private String evidence(int page) {
    StringBuilder out = new StringBuilder();
    for (HiddenText piece : document.hiddenTexts()) {
      if (piece.span().page() == page) {
        String words = hidden.slice(piece.span().start(), piece.span().end());
        String channel = piece.channel().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        mark(out, "k-hidden", "hidden: " + channel, words);
      }
    }
    for (DroppedContent loss : document.dropped()) {
      if (loss.page() == page) {
        mark(out, "k-dropped", "left out: " + loss.count() + " x " + loss.kind(), loss.reason());
      }
    }
    return out.toString();
  }

  private static void mark(StringBuilder out, String kind, String label, String words) {
    out.append("<p class=\"mark ").append(kind).append("\"><b>").append(Html.escape(label));
    out.append("</b> ").append(Html.escape(words)).append("</p>\n");
  }
}
