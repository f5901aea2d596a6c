package dev.frostbyte.parsers.pdf;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Has a table model look at the tables that were found without one. Stateless. */
final class TableCells {
  private TableCells() {}

  /**
   * What was found, with the cells that the model sees.
   *
   * @param before where it was found
   * @param found lines that are left, tables made of the others, and tables that were there before
   */
  static List<Item> seen(PageText page, List<? extends Item> before, List<Item> found) {
    if (!page.look().seesTables()) {
      return found;
    }
    Set<Item> known = Collections.newSetFromMap(new IdentityHashMap<>());
    known.addAll(before);
    List<TableDraft> made = new ArrayList<>();
    found.forEach(item -> addMade(made, item, known));
    Map<Integer, List<Word>> words = new HashMap<>();
    for (Word word : taken(before, found)) {
      words.computeIfAbsent(home(made, word), any -> new ArrayList<>()).add(word);
    }
    List<Item> seen = new ArrayList<>();
    int at = 0;
    for (Item item : found) {
      boolean isMade = at < made.size() && made.get(at) == item;
      seen.add(
          isMade ? page.look().table(page, made.get(at), words.getOrDefault(at, List.of())) : item);
      at += isMade ? 1 : 0;
    }
    return seen;
  }

  private static void addMade(List<TableDraft> made, Item item, Set<Item> known) {
    if (item instanceof TableDraft table && !known.contains(table)) {
      made.add(table);
    }
  }

  /** Words that stood in lines before and stand in none now. */
  private static List<Word> taken(List<? extends Item> before, List<Item> found) {
    Set<Word> left = Collections.newSetFromMap(new IdentityHashMap<>());
    found.forEach(item -> left.addAll(words(item)));
    List<Word> taken = new ArrayList<>();
    for (Item item : before) {
      words(item).stream().filter(word -> !left.contains(word)).forEach(taken::add);
    }
    return taken;
  }

  private static List<Word> words(Item item) {
    return switch (item) {
      case Chunk chunk -> chunk.words();
      case TableDraft table -> List.of();
    };
  }

  /** The table that holds the middle of a word; the last where none does. */
  private static int home(List<TableDraft> tables, Word word) {
    int home = 0;
    while (home < tables.size() - 1 && !tables.get(home).rect().containsCentre(word.rect())) {
      home++;
    }
    return home;
  }
}
