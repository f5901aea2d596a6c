package dev.frostbyte.parsers.remote;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The items of a Docling document by the pointers between them. Each is taken once, so that no
 * circle of pointers is walked twice. One thread.
 */
final class DoclingItems {
  private static final List<String> LISTS =
      List.of(
          "groups",
          "texts",
          "pictures",
          "tables",
          "key_value_items",
          "form_items",
          "field_regions",
          "field_items");
  private static final Pattern POINTER = Pattern.compile("#/([a-z_]{1,20})/(0|[1-9]\\d{0,7})");

  private final JsonNode document;
  private final Set<String> taken = new HashSet<>();

  DoclingItems(JsonNode document) {
    this.document = document;
  }

  /**
   * The item a reference points to.
   *
   * @return empty when it points nowhere, or the item was taken before
   */
  Optional<Item> take(JsonNode reference) {
    return peek(reference).filter(item -> taken.add(item.pointer()));
  }

  /** The item a reference points to, without taking it; empty when it points nowhere. */
  Optional<Item> peek(JsonNode reference) {
    String pointer = Fields.text(reference, "$ref");
    Matcher parts = POINTER.matcher(pointer);
    if (!parts.matches() || !LISTS.contains(parts.group(1))) {
      return Optional.empty();
    }
    JsonNode node = document.path(parts.group(1)).path(Integer.parseInt(parts.group(2)));
    return Optional.of(new Item(pointer, parts.group(1), node))
        .filter(item -> item.node().isObject());
  }

  /** Items that no pointer led to. */
  int untaken() {
    int all = 0;
    for (String list : LISTS) {
      all += document.path(list).isArray() ? document.path(list).size() : 0;
    }
    return Math.max(0, all - taken.size());
  }

  /** Whether a title stands above the section headers. */
  boolean titled() {
    for (JsonNode text : Fields.list(document.path("texts"))) {
      if (Fields.text(text, "label").equals("title")) {
        return true;
      }
    }
    return false;
  }

  /**
   * One item.
   *
   * @param pointer to it
   * @param list which list holds it
   */
  record Item(String pointer, String list, JsonNode node) {
    String label() {
      return Fields.text(node, "label");
    }

    /** Its words, or as they were before somebody tidied them. */
    String words() {
      String text = Fields.text(node, "text");
      return text.isBlank() ? Fields.text(node, "orig") : text;
    }

    JsonNode children() {
      return node.path("children");
    }
  }
}
