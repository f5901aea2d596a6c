package dev.frostbyte.parsers.pdf;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.Region;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Lays a page out by its structure tree, where that covers the text. One thread. */
final class TaggedLayout {
  /** Share of the letters that have to be tagged or declared to be no content. */
  private static final float COVERED = 0.9f;

  /** Share of the letters that have to be tagged: a page all declared no content is read as any. */
  private static final float TAGGED = 0.2f;

  private static final String[] BLOCKS = {
    "LI",
    "P",
    "H",
    "H1",
    "H2",
    "H3",
    "H4",
    "H5",
    "H6",
    "H7",
    "H8",
    "H9",
    "Title",
    "Caption",
    "TOCI",
    "BlockQuote",
    "Note",
    "FENote",
    "Code",
    "Formula",
    "Figure",
    "Index",
    "BibEntry"
  };

  private final PageText page;
  private final List<Piece> pieces = new ArrayList<>();

  private TaggedLayout(PageText page) {
    this.page = page;
  }

  /** Whether nearly all text of a page hangs in the tree or is no content of the document. */
  static boolean covers(PageText page) {
    int all = 0;
    int tagged = 0;
    int artifacts = 0;
    for (Chunk chunk : page.chunks()) {
      for (Word word : chunk.words()) {
        int letters = word.text().length();
        all += letters;
        tagged += page.tags().containsKey(word.mark()) ? letters : 0;
        artifacts += word.mark() == Glyph.ARTIFACT ? letters : 0;
      }
    }
    return tagged > 0 && tagged >= TAGGED * all && tagged + artifacts >= COVERED * all;
  }

  /** Pieces in the order of the tree; text outside the tree is furniture. */
  static List<Piece> of(PageText page, List<Chunk> body) {
    TaggedLayout layout = new TaggedLayout(page);
    Map<Tag, List<Word>> words = new LinkedHashMap<>();
    List<Word> loose = new ArrayList<>();
    for (Chunk chunk : body) {
      for (Word word : chunk.words()) {
        Tag tag = page.tags().get(word.mark());
        if (tag == null) {
          loose.add(word);
        } else {
          words.computeIfAbsent(home(tag), key -> new ArrayList<>()).add(word);
        }
      }
    }
    layout.furniture(loose);
    List<Tag> order = new ArrayList<>(words.keySet());
    order.sort(Comparator.comparingInt(Tag::order));
    order.forEach(tag -> layout.add(tag, words.getOrDefault(tag, List.of())));
    return layout.pieces;
  }

  private static Tag home(Tag tag) {
    Tag table = outermostTable(tag);
    Tag block = tag.nearest(BLOCKS);
    return table != null ? table : block != null ? block : tag;
  }

  private static @Nullable Tag outermostTable(Tag tag) {
    Tag found = null;
    for (Tag at = tag.nearest("Table"); at != null; at = parentTable(at)) {
      found = at;
    }
    return found;
  }

  private static @Nullable Tag parentTable(Tag table) {
    return table.parent() == null ? null : table.parent().nearest("Table");
  }

  private void add(Tag tag, List<Word> words) {
    Rect rect = Rect.around(words, Word::rect);
    if (tag.role().equals("Table")) {
      TableDraft draft = TaggedTable.draft(page, tag, words, rect);
      pieces.add(new Piece.Table(draft, tag.order(), "", List.of(region(rect))));
      return;
    }
    String text = text(words);
    List<Region> at = List.of(region(rect));
    if (tag.level() > 0) {
      pieces.add(new Piece.Told(Block.heading(tag.level(), text, at), tag.order()));
    } else if (tag.role().equals("LI")) {
      pieces.add(new Piece.Told(item(tag, text, at), tag.order()));
    } else {
      pieces.add(new Piece.Told(Block.paragraph(text, at), tag.order()));
    }
  }

  private static Block item(Tag tag, String text, List<Region> at) {
    int blank = text.indexOf(' ');
    String first = blank < 0 ? text : text.substring(0, blank);
    boolean marked = blank > 0 && Markers.isMarker(first);
    int depth = Math.clamp(tag.depth("L") - 1, 0, 20);
    return Block.listItem(
        depth, marked ? first : "", marked ? text.substring(blank + 1) : text, at);
  }

  /** Words by marked content in the order of painting numbers, each read line by line. */
  private static String text(List<Word> words) {
    Map<Integer, List<Word>> marks = new TreeMap<>();
    words.forEach(w -> marks.computeIfAbsent(w.mark(), key -> new ArrayList<>()).add(w));
    boolean oneColumn = marks.size() < 2 || isOneColumn(words);
    if (oneColumn) {
      return CellText.of(words);
    }
    return Joiner.joined(marks.values().stream().map(CellText::of).toList());
  }

  /** Whether lines follow each other without a jump back to the top. */
  private static boolean isOneColumn(List<Word> words) {
    float height = 0;
    for (List<Word> line : CellText.lines(words)) {
      Rect rect = Rect.around(line, Word::rect);
      List<Word> across = new ArrayList<>(line);
      across.sort(Comparator.comparingDouble(word -> word.rect().left()));
      for (int i = 1; i < across.size(); i++) {
        float gap = across.get(i).rect().left() - across.get(i - 1).rect().right();
        height = Math.max(height, gap > 3 * rect.height() ? gap : 0);
      }
    }
    return height == 0;
  }

  private void furniture(List<Word> loose) {
    if (loose.isEmpty()) {
      return;
    }
    List<Block> blocks = new ArrayList<>();
    float middle = page.frame().page().centreY();
    for (List<Word> line : CellText.lines(loose)) {
      Rect rect = Rect.around(line, Word::rect);
      boolean top = rect.centreY() < middle;
      Block.Furniture.Role role = top ? Block.Furniture.Role.HEADER : Block.Furniture.Role.FOOTER;
      blocks.add(Block.furniture(role, CellText.of(line), List.of(region(rect))));
    }
    pieces.add(new Piece.Ready(blocks));
  }

  private Region region(Rect rect) {
    return new Region(page.number(), page.frame().toDisplay(rect).box());
  }
}
