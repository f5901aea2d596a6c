package dev.frostbyte.core.document;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.CanonicalDocument;
import dev.frostbyte.api.model.Element;
import dev.frostbyte.api.model.Span;
import java.math.BigInteger;

/**
 * A canonical document as DoclingDocument JSON 1.10.0 (docling-core, {@code DoclingDocument.json}):
 * flat lists of items that point to each other by JSON pointer. Only what a reader of the document
 * sees is told; hidden text is evidence and stays out. One use.
 */
final class DoclingRenderer {
  private static final String VERSION = "1.10.0";
  private static final String BODY = "#/body";

  private final CanonicalDocument document;
  private final LinkedText text;
  private final DoclingItems items;
  private final DoclingLists lists;

  private DoclingRenderer(CanonicalDocument document) {
    this.document = document;
    this.text = LinkedText.of(document);
    this.items = new DoclingItems(text);
    this.lists = new DoclingLists(items);
  }

  static String render(CanonicalDocument document) {
    return Json.pretty(new DoclingRenderer(document).tree()) + "\n";
  }

  private ObjectNode tree() {
    document.elements().forEach(this::add);
    ObjectNode tree = Json.object();
    tree.put("schema_name", "DoclingDocument").put("version", VERSION);
    tree.put("name", document.source().hex());
    tree.set("origin", origin());
    tree.set("body", items.root());
    items.lists().forEach(tree::set);
    tree.set("pages", DoclingPages.of(document));
    return tree;
  }

  /** Docling names bytes by the first 64 bits of their SHA-256. */
  private ObjectNode origin() {
    String hash = document.source().hex();
    return Json.object()
        .put("mimetype", document.type().value())
        .put("binary_hash", new BigInteger(hash.substring(0, 16), 16))
        .put("filename", hash);
  }

  private void add(Element element) {
    if (!(element instanceof Element.ListItem)) {
      lists.end();
    }
    switch (element) {
      case Element.Heading heading ->
          words("section_header", heading.span(), BODY).put("level", heading.level());
      case Element.Paragraph paragraph -> items.running("text", paragraph.span(), BODY);
      case Element.ListItem item -> listItem(item);
      case Element.Table table -> table(table);
      case Element.Preformatted code ->
          words("code", code.span(), BODY)
              .put("code_language", DoclingLanguage.of(code.language().value()));
      case Element.Figure figure -> figure(figure);
      case Element.Formula formula -> words("formula", formula.span(), BODY);
      case Element.Footnote note -> words("footnote", note.span(), BODY);
      case Element.Furniture furniture ->
          words(label(furniture.role()), furniture.span(), BODY).put("content_layer", "furniture");
    }
  }

  private static String label(Block.Furniture.Role role) {
    return switch (role) {
      case HEADER -> "page_header";
      case FOOTER -> "page_footer";
      case BOILERPLATE -> "text";
    };
  }

  private ObjectNode words(String label, Span span, String parent) {
    return items.text(label, span, parent);
  }

  private void listItem(Element.ListItem item) {
    ObjectNode node = words("list_item", item.span(), lists.parent(item.depth()));
    String marker = item.marker().value();
    node.put("enumerated", marker.chars().anyMatch(Character::isLetterOrDigit));
    node.put("marker", marker.isEmpty() ? "-" : marker);
    lists.added(node);
  }

  private void figure(Element.Figure figure) {
    ObjectNode picture = items.add("pictures", "picture", BODY, figure.span());
    caption(picture, figure.span());
  }

  private void table(Element.Table table) {
    ObjectNode node = items.add("tables", "table", BODY, table.span());
    caption(node, table.caption());
    node.set("data", data(table));
  }

  private void caption(ObjectNode of, Span caption) {
    ArrayNode captions = of.putArray("captions");
    if (caption.length() > 0) {
      ObjectNode words = words("caption", caption, of.get("self_ref").textValue());
      captions.add(DoclingItems.reference(words));
    }
  }

  private ObjectNode data(Element.Table table) {
    ObjectNode data = Json.object();
    ArrayNode cells = data.putArray("table_cells");
    int rows = 0;
    for (Element.Cell cell : table.cells()) {
      rows = Math.max(rows, cell.row() + cell.rowSpan());
      cells.add(cell(cell, table.headerRows()));
    }
    return data.put("num_rows", rows).put("num_cols", table.columns());
  }

  private ObjectNode cell(Element.Cell cell, int headerRows) {
    ObjectNode node = Json.object();
    place(node, "row", cell.row(), cell.rowSpan());
    place(node, "col", cell.column(), cell.columnSpan());
    return node.put("text", slice(cell.span())).put("column_header", cell.row() < headerRows);
  }

  private static void place(ObjectNode node, String name, int start, int span) {
    node.put(name + "_span", span);
    node.put("start_" + name + "_offset_idx", start);
    node.put("end_" + name + "_offset_idx", start + span);
  }

  private String slice(Span span) {
    return text.slice(span);
  }
}
