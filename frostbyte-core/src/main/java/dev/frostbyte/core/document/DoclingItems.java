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
  private final Map<Span, String> links;
  private final Map<String, ArrayNode> lists = new LinkedHashMap<>();
  private final Map<String, ObjectNode> byPointer = new LinkedHashMap<>();

  /** Items whose place is a key of {@code links} carry that target. */
  DoclingItems(Map<Span, String> links) {
    this.links = links;
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

  /** A piece of text under the item that {@code parent} points to. */
  ObjectNode text(String label, String words, Span span, String parent) {
    ObjectNode item = add("texts", label, parent, span);
    item.put("orig", words).put("text", words);
    if (links.containsKey(span)) {
      item.put("hyperlink", links.get(span));
    }
    return item;
  }

  /** An item of a list under the item that {@code parent} points to. */
  ObjectNode add(String list, String label, String parent, Span span) {
    ObjectNode item = group(list, label, parent);
    ArrayNode places = item.putArray("prov");
    for (Region region : span.regions()) {
      if (!region.box().equals(Box.NONE)) {
        places.add(place(region, span.length()));
      }
    }
    return item;
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
