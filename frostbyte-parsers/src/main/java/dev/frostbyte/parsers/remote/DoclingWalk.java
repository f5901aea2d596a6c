package dev.frostbyte.parsers.remote;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.Region;
import dev.frostbyte.api.spi.BudgetReachedException;
import dev.frostbyte.api.spi.ElementSink;
import dev.frostbyte.parsers.remote.DoclingItems.Item;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Walks the tree of a Docling document in reading order and emits its items. Without recursion, as
 * the tree may be as deep as somebody likes. One thread.
 */
final class DoclingWalk {
  private static final Set<String> LISTS = Set.of("list", "ordered_list");

  private final DoclingItems items;
  private final DoclingPlaces places;
  private final DoclingBlocks blocks;
  private final ElementSink sink;
  private final int maxDepth;
  private final Deque<Level> open = new ArrayDeque<>();

  DoclingWalk(DoclingItems items, DoclingPlaces places, ElementSink sink, int maxDepth) {
    this.items = items;
    this.places = places;
    this.blocks = new DoclingBlocks(items.titled());
    this.sink = sink;
    this.maxDepth = maxDepth;
  }

  /** Emits what hangs under this root. */
  void walk(JsonNode root) throws IOException {
    enter(root.path("children"), 0, false);
    while (!open.isEmpty()) {
      Level level = open.getLast();
      Optional<Item> next =
          level.children.hasNext() ? items.take(level.children.next()) : Optional.empty();
      if (next.isPresent()) {
        visit(next.get(), level);
      } else if (!level.children.hasNext()) {
        open.removeLast();
      }
    }
  }

  private void visit(Item item, Level level) throws IOException {
    switch (item.list()) {
      case "groups" -> visitGroup(item, level);
      case "texts" -> visitText(item, level);
      case "tables" -> visitTable(item, level);
      case "pictures" -> visitPicture(item, level);
      case "key_value_items", "form_items" -> {
        sink.accept(new Block.Dropped("form", "NOT_MAPPED", places.of(item.node())));
        enter(item.children(), level.depth, level.silent);
      }
      default -> enter(item.children(), level.depth, level.silent);
    }
  }

  private void visitGroup(Item group, Level level) throws IOException {
    if (group.label().equals("inline")) {
      emitText(group, inline(group), level);
    }
    enter(group.children(), level.depth + (LISTS.contains(group.label()) ? 1 : 0), level.silent);
  }

  /** An item whose words are in pieces is one item. */
  private void visitText(Item text, Level level) throws IOException {
    String words = text.words();
    for (JsonNode child : Fields.list(text.children())) {
      words = words.isBlank() ? pieces(child) : words;
    }
    emitText(text, words, level);
    enter(text.children(), level.depth, level.silent);
  }

  private String pieces(JsonNode reference) {
    return items.peek(reference).filter(item -> item.label().equals("inline")).isPresent()
        ? items.take(reference).map(this::inline).orElse("")
        : "";
  }

  private String inline(Item group) {
    return joined(group.children(), " ");
  }

  private String joined(JsonNode references, String between) {
    StringBuilder words = new StringBuilder();
    for (JsonNode reference : Fields.list(references)) {
      if (items.peek(reference).filter(item -> item.list().equals("texts")).isPresent()) {
        String piece = items.take(reference).map(Item::words).orElse("");
        words.append(words.isEmpty() || piece.isEmpty() ? "" : between).append(piece);
      }
    }
    return words.toString();
  }

  /** What stands in a table is told by its cells, but for its notes. */
  private void emitText(Item item, String words, Level level) throws IOException {
    if (!words.isBlank() && (!level.silent || item.label().equals("footnote"))) {
      List<Region> at = places.of(item.node());
      sink.accept(blocks.text(item, words, level.depth, at));
      String target = Fields.text(item.node(), "hyperlink");
      if (!target.isBlank()) {
        sink.accept(Block.link(words, target, at));
      }
    }
  }

  private void visitTable(Item item, Level level) throws IOException {
    List<Region> at = places.of(item.node());
    String caption = joined(item.node().path("captions"), "\n");
    DoclingTable table = DoclingTable.of(item.node().path("data"));
    if (!level.silent) {
      sink.accept(blocks.table(item, table, caption, at));
    }
    if (table.lost() > 0) {
      sink.accept(new Block.Dropped("table-cell", "OUT_OF_PLACE", at));
    }
    enter(item.children(), level.depth, true);
  }

  private void visitPicture(Item item, Level level) throws IOException {
    String caption = joined(item.node().path("captions"), "\n");
    if (!level.silent) {
      sink.accept(blocks.picture(item, caption, places.of(item.node())));
    }
    enter(item.children(), level.depth, level.silent);
  }

  private void enter(JsonNode children, int depth, boolean silent) throws BudgetReachedException {
    if (open.size() >= maxDepth) {
      throw new BudgetReachedException("maxDepth", maxDepth);
    }
    open.addLast(new Level(Fields.list(children).iterator(), depth, silent));
  }

  /**
   * Where the walk stands in one level of the tree.
   *
   * @param depth lists around it
   * @param silent whether it is told by the table around it
   */
  private record Level(Iterator<JsonNode> children, int depth, boolean silent) {}
}
