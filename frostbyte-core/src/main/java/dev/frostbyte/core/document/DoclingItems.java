package dev.frostbyte.core.document;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frostbyte.api.model.Box;
import dev.frostbyte.api.model.Region;
import dev.frostbyte.api.model.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The lists of a Docling document and the pointers between their items. One thread. */
final class DoclingItems {
  private final LinkedText words;
  private final Map<String, ArrayNode> lists = new LinkedHashMap<>();
  private final Map<String, ObjectNode> byPointer = new LinkedHashMap<>();

  /** Items of these words. */
  DoclingItems(LinkedText words) {
    this.words = words;
    List.of("groups", "texts", "pictures", "tables").forEach(name -> lists.put(name, Json.array()));
    ObjectNode body = Json.object().put("self_ref", "#/body").putNull("parent");
    body.putArray("children");
    body.put("content_layer", "body").put("name", "_root_").put("label", "unspecified");
    byPointer.put("#/body", body);
  }

  ObjectNode root() {
    return byPointer("#/body");
  }

  Map<String, ArrayNode> lists() {
    return lists;
  }

  /**
   * The text of a place under the item that {@code parent} points to, with its link if it is one.
   */
  ObjectNode text(String label, Span span, String parent) {
    List<LinkedText.Piece> pieces = words.pieces(span);
    boolean link = pieces.size() == 1 && pieces.getFirst().isLink();
    LinkedText.Piece whole = new LinkedText.Piece(words.slice(span), "");
    return piece(label, link ? pieces.getFirst() : whole, span, parent);
  }

  /** Running text: where a part of it is a link, an inline group of parts. */
  void running(String label, Span span, String parent) {
    List<LinkedText.Piece> pieces = words.pieces(span);
    if (pieces.size() < 2) {
      text(label, span, parent);
      return;
    }
    ObjectNode group = group("groups", "inline", parent).put("name", "group");
    String pointer = group.get("self_ref").textValue();
    pieces.stream()
        .filter(piece -> !piece.text().isBlank())
        .forEach(piece -> piece(label, piece, span, pointer));
  }

  /** What a reader of Docling joins with a blank has none at its ends. */
  private ObjectNode piece(String label, LinkedText.Piece piece, Span at, String parent) {
    String text = piece.text().strip();
    int length = text.codePointCount(0, text.length());
    ObjectNode item = group("texts", label, parent);
    places(item, at, length);
    item.put("orig", text).put("text", text);
    if (piece.isLink()) {
      item.put("hyperlink", piece.target());
    }
    return item;
  }

  /** An item of a list under the item that {@code parent} points to. */
  ObjectNode add(String list, String label, String parent, Span span) {
    ObjectNode item = group(list, label, parent);
    places(item, span, span.length());
    return item;
  }

  private static void places(ObjectNode item, Span span, int length) {
    ArrayNode places = item.putArray("prov");
    for (Region region : span.regions()) {
      if (!region.box().equals(Box.NONE)) {
        places.add(place(region, length));
      }
    }
  }

  /** An item without a place. */
  ObjectNode group(String list, String label, String parent) {
    ArrayNode row = Objects.requireNonNull(lists.get(list), list);
    String pointer = "#/" + list + "/" + row.size();
    ObjectNode item = row.addObject().put("self_ref", pointer);
    item.set("parent", Json.object().put("$ref", parent));
    item.putArray("children");
    item.put("content_layer", "body").put("label", label);
    byPointer.put(pointer, item);
    byPointer(parent).withArray("children").add(reference(item));
    return item;
  }

  /** A pointer to an item. */
  static ObjectNode reference(ObjectNode item) {
    return Json.object().put("$ref", item.get("self_ref").textValue());
  }

  private ObjectNode byPointer(String pointer) {
    ObjectNode item = byPointer.get(pointer);
    if (item == null) {
      throw new IllegalStateException("nothing stands at " + pointer);
    }
    return item;
  }

  private static ObjectNode place(Region region, int length) {
    Box box = region.box();
    ObjectNode place = Json.object().put("page_no", region.page());
    place
        .putObject("bbox")
        .put("l", box.left())
        .put("t", box.top())
        .put("r", box.right())
        .put("b", box.bottom())
        .put("coord_origin", "TOPLEFT");
    place.putArray("charspan").add(0).add(length);
    return place;
  }
}
