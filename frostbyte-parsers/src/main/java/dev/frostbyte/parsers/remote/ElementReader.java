package dev.frostbyte.parsers.remote;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.Region;
import dev.frostbyte.api.spi.ElementSink;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes blocks of Unstructured's elements ({@code unstructured.documents.elements}): a flat list
 * whose members name parents that came before them. One thread.
 */
final class ElementReader {
  private final ElementPlaces places;
  private final ElementSink sink;
  private final Map<String, Integer> headings = new HashMap<>();
  private final Map<String, Integer> items = new HashMap<>();
  private int sized;

  ElementReader(ElementPlaces places, ElementSink sink) {
    this.places = places;
    this.sink = sink;
  }

  void read(JsonNode element) throws IOException {
    JsonNode metadata = element.path("metadata");
    tellPage(metadata);
    List<Region> at = places.of(metadata);
    Optional<Block> block = block(element, metadata, at);
    if (block.isPresent()) {
      sink.accept(block.get());
      tellLinks(metadata, at);
    }
  }

  private Optional<Block> block(JsonNode element, JsonNode metadata, List<Region> at) {
    String words = Fields.text(element, "text");
    String type = Fields.text(element, "type");
    return switch (type) {
      case "Table", "TableChunk" -> Optional.of(table(metadata, words, at));
      case "Image", "Picture", "Figure" -> Optional.of(Block.figure(words, at));
      case "PageBreak" -> Optional.empty();
      default -> words.isBlank() ? Optional.empty() : Optional.of(words(type, element, words, at));
    };
  }

  private Block words(String type, JsonNode element, String words, List<Region> at) {
    return switch (type) {
      case "Title", "Headline", "Subheadline", "Section-header" ->
          Block.heading(level(element), words, at);
      case "ListItem", "List-item", "BulletedText" -> Block.listItem(depth(element), "", words, at);
      case "CodeSnippet" -> Block.preformatted(words, at);
      case "Formula" -> Block.formula(words, at);
      case "Footnote" -> Block.footnote("", words, at);
      case "Header", "Page-header" -> Block.furniture(Block.Furniture.Role.HEADER, words, at);
      case "Footer", "Page-footer", "PageNumber" ->
          Block.furniture(Block.Furniture.Role.FOOTER, words, at);
      default -> Block.paragraph(words, at);
    };
  }

  /** As deep as the element says, or one below the heading it hangs under. */
  private int level(JsonNode element) {
    int above = parent(element, headings);
    int level = Math.clamp(category(element, above) + 1L, 1, 9);
    headings.put(Fields.text(element, "element_id"), level);
    return level;
  }

  private int depth(JsonNode element) {
    int above = parent(element, items);
    int depth = Math.clamp(category(element, above), 0, 99);
    items.put(Fields.text(element, "element_id"), depth + 1);
    return depth;
  }

  private static long category(JsonNode element, int otherwise) {
    return Fields.whole(element.path("metadata"), "category_depth", otherwise);
  }

  private static int parent(JsonNode element, Map<String, Integer> known) {
    return known.getOrDefault(Fields.text(element.path("metadata"), "parent_id"), 0);
  }

  private static Block table(JsonNode metadata, String words, List<Region> at) {
    return HtmlCells.table(Fields.text(metadata, "text_as_html"), at)
        .orElseGet(
            () ->
                words.isBlank()
                    ? new Block.Dropped("table", "NO_CELLS", at)
                    : Block.paragraph(words, at));
  }

  /** Pages come in order; one that comes again, or late, is not believed. */
  private void tellPage(JsonNode metadata) throws IOException {
    var size = places.size(metadata).filter(page -> page.page() > sized);
    if (size.isPresent()) {
      sized = size.get().page();
      sink.accept(new Block.Page(size.get()));
    }
  }

  /** Two forms: pairs, and a list each of labels and targets. */
  private void tellLinks(JsonNode metadata, List<Region> at) throws IOException {
    for (JsonNode link : Fields.list(metadata.path("links"))) {
      tellLink(Fields.text(link, "text"), Fields.text(link, "url"), at);
    }
    if (!metadata.path("links").isArray()) {
      JsonNode urls = metadata.path("link_urls");
      for (int i = 0; i < urls.size(); i++) {
        String label = metadata.path("link_texts").path(i).asText("");
        tellLink(label, urls.path(i).asText(""), at);
      }
    }
  }

  private void tellLink(String label, String target, List<Region> at) throws IOException {
    if (!target.isBlank()) {
      sink.accept(Block.link(label, target, at));
    }
  }
}
