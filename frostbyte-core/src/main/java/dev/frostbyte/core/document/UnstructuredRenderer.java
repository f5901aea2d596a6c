package dev.frostbyte.core.document;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.Box;
import dev.frostbyte.api.model.CanonicalDocument;
import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.api.model.Element;
import dev.frostbyte.api.model.PageSize;
import dev.frostbyte.api.model.Region;
import dev.frostbyte.api.model.Span;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * A canonical document as elements of the Unstructured tools ({@code
 * unstructured.documents.elements}): a flat list with parents by id. Ids are hashes of place and
 * text, so that one document gives the same list every time. One use.
 */
final class UnstructuredRenderer {
  private final CanonicalDocument document;
  private final LinkedText text;
  private final Map<Integer, PageSize> sizes = new HashMap<>();
  private final ArrayNode out = Json.array();
  private final HeadingIds headings = new HeadingIds();

  private UnstructuredRenderer(CanonicalDocument document) {
    this.document = document;
    this.text = LinkedText.of(document);
    document.pageSizes().forEach(size -> sizes.put(size.page(), size));
  }

  static String render(CanonicalDocument document) {
    UnstructuredRenderer renderer = new UnstructuredRenderer(document);
    document.elements().forEach(renderer::add);
    return Json.pretty(renderer.out) + "\n";
  }

  private void add(Element element) {
    String words = words(element);
    String id = id(element, words);
    ObjectNode node = out.addObject();
    node.put("type", type(element)).put("element_id", id).put("text", words);
    ObjectNode metadata = node.putObject("metadata");
    metadata.put("filetype", document.type().value());
    if (!document.language().equals(CanonicalDocument.UNDETERMINED)) {
      metadata.putArray("languages").add(document.language());
    }
    place(metadata, element.span());
    links(metadata, element.span());
    structure(metadata, element, id);
  }

  private void structure(ObjectNode metadata, Element element, String id) {
    if (element instanceof Element.Heading heading) {
      headings.close(heading.level());
    }
    headings.parent().ifPresent(parent -> metadata.put("parent_id", parent));
    switch (element) {
      case Element.Heading heading -> {
        metadata.put("category_depth", heading.level() - 1);
        headings.open(heading.level(), id);
      }
      case Element.ListItem item -> metadata.put("category_depth", item.depth());
      case Element.Table table -> metadata.put("text_as_html", HtmlTable.render(table, text));
      default -> {}
    }
  }

  /** Three lists of one length; a link starts at a code point of the element's text. */
  private void links(ObjectNode metadata, Span span) {
    int at = 0;
    for (LinkedText.Piece piece : text.pieces(span)) {
      if (piece.isLink()) {
        metadata.withArray("link_texts").add(piece.text());
        metadata.withArray("link_urls").add(piece.target());
        metadata.withArray("link_start_indexes").add(at);
      }
      at += piece.text().codePointCount(0, piece.text().length());
    }
  }

  private void place(ObjectNode metadata, Span span) {
    if (span.regions().isEmpty()) {
      return;
    }
    Region region = span.regions().getFirst();
    metadata.put("page_number", region.page());
    if (!region.box().equals(Box.NONE)) {
      coordinates(metadata.putObject("coordinates"), region);
    }
  }

  /** Corners from the top left one counter-clockwise, as those tools list them. */
  private void coordinates(ObjectNode node, Region region) {
    Box box = region.box();
    ArrayNode points = node.putArray("points");
    points.addArray().add(box.left()).add(box.top());
    points.addArray().add(box.left()).add(box.bottom());
    points.addArray().add(box.right()).add(box.bottom());
    points.addArray().add(box.right()).add(box.top());
    PageSize size = sizes.get(region.page());
    node.put("system", "PixelSpace");
    node.put("layout_width", size == null ? box.right() : size.width());
    node.put("layout_height", size == null ? box.bottom() : size.height());
  }

  private static String type(Element element) {
    return switch (element) {
      case Element.Heading heading -> "Title";
      case Element.Paragraph paragraph -> "NarrativeText";
      case Element.ListItem item -> "ListItem";
      case Element.Table table -> "Table";
      case Element.Preformatted code -> "CodeSnippet";
      case Element.Figure figure -> "Image";
      case Element.Formula formula -> "Formula";
      case Element.Footnote note -> "UncategorizedText";
      case Element.Furniture furniture -> type(furniture.role());
    };
  }

  private static String type(Block.Furniture.Role role) {
    return switch (role) {
      case HEADER -> "Header";
      case FOOTER -> "Footer";
      case BOILERPLATE -> "UncategorizedText";
    };
  }

  private String words(Element element) {
    return text.slice(element.span());
  }

  private String id(Element element, String words) {
    String named = document.source().hex() + '/' + element.number() + '/' + words;
    return ContentHash.of(named.getBytes(StandardCharsets.UTF_8)).hex().substring(0, 32);
  }
}
