package dev.frostbyte.parsers.pdf;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.Box;
import dev.frostbyte.api.model.Region;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives words that were recognised on a page to its layout. They come line by line; words of one
 * line have one top and bottom where the page stands upright. One thread.
 */
final class ScanText {
  /** Gap that separates chunks, in sizes of type. */
  private static final float CHUNK_GAP = 1f;

  /** Sizes this near to the usual one are the usual one: they are estimates. */
  private static final float SAME_SIZE = 0.16f;

  private final PageText page;
  private final float scale;
  private final List<Block.Paragraph> words = new ArrayList<>();
  private final List<Rect> painted = new ArrayList<>();
  private final List<Block> notes = new ArrayList<>();

  /**
   * What was recognised.
   *
   * @param scale points of the page a point of the drawn page
   */
  ScanText(PageText page, List<Block> found, float scale) {
    this.page = page;
    this.scale = scale;
    for (Block block : found) {
      switch (block.bare()) {
        case Block.Paragraph word -> words.add(word);
        case Block.Figure line -> painted.add(rect(line.regions().getFirst().box()));
        case Block.Dropped dropped -> notes.add(onPage(dropped));
        default -> {}
      }
    }
  }

  /** Takes down how sure every word was read. */
  static void note(PageText page, List<Block> found, float scale, Recognised recognised) {
    ScanText text = new ScanText(page, List.of(), scale);
    for (Block block : found) {
      if (block instanceof Block.Noted noted && noted.block() instanceof Block.Paragraph word) {
        int letters = word.text().value().length();
        Box place = text.shown(word).box();
        recognised.add(page.number(), place, letters, noted.evidence().confidence());
      }
    }
  }

  /** The words on the displayed page. */
  List<Word> shown() {
    return words.stream()
        .map(
            word ->
                Word.level(word.text().value(), shown(word), 0, 1, FontStyle.PLAIN, Glyph.UNMARKED))
        .toList();
  }

  /** Area of the images that a page shows and nobody has read, square points. */
  static float imageArea(PageText page) {
    float area = 0;
    for (Block block : page.evidence()) {
      for (Region region : isImage(block) ? block.regions() : List.<Region>of()) {
        Box box = region.box();
        area += (box.right() - box.left()) * (box.bottom() - box.top());
      }
    }
    return area;
  }

  /** The page itself, which says so where nobody can see a word or a picture on it. */
  static PageText orEmpty(PageText page) {
    boolean seen = page.evidence().stream().anyMatch(block -> !(block instanceof Block.Hidden));
    if (seen || !page.chunks().isEmpty() || !page.asides().isEmpty()) {
      return page;
    }
    Block empty = new Block.Dropped("page", "NO_TEXT", List.of(Region.page(page.number())));
    return page.with(List.of(empty), page.links(), page.tags());
  }

  /** The page whose pictures could not be read. */
  static PageText unread(PageText page, String reason) {
    List<Block> evidence = withoutImages(page);
    evidence.add(new Block.Dropped("page-image", reason, List.of(Region.page(page.number()))));
    return with(page, page.frame(), page.chunks(), page.asides(), page.rules(), evidence);
  }

  /** The page with the words that are not on it already. */
  PageText merged() {
    if (words.isEmpty()) {
      return page;
    }
    Frame frame = new Frame(turns(), page.frame().width(), page.frame().height());
    List<Chunk> chunks = chunks(frame);
    List<PageText.Aside> asides = new ArrayList<>(page.asides());
    if (frame.turns() == page.frame().turns()) {
      chunks.addAll(page.chunks());
    } else if (!page.chunks().isEmpty()) {
      asides.add(new PageText.Aside(page.frame(), page.chunks(), false));
    }
    List<Block> evidence = withoutImages(page);
    evidence.addAll(notes);
    return with(page, frame, chunks, asides, rules(frame), evidence);
  }

  /** Lines of the page and those seen in its picture, in the frame of what was recognised. */
  private List<Rule> rules(Frame frame) {
    List<Rule> rules = new ArrayList<>();
    for (Rule rule : page.rules()) {
      boolean turned = frame.turns() % 2 != page.frame().turns() % 2;
      Rect place = frame.toReading(page.frame().toDisplay(rule.box()));
      rules.add(new Rule(place, rule.horizontal() != turned));
    }
    for (Rect line : painted) {
      Rect place = frame.toReading(line);
      rules.add(new Rule(place, place.width() >= place.height()));
    }
    return rules;
  }

  private static PageText with(
      PageText page,
      Frame frame,
      List<Chunk> chunks,
      List<PageText.Aside> asides,
      List<Rule> rules,
      List<Block> evidence) {
    List<Rect> figures = chunks == page.chunks() ? page.figures() : List.of();
    return new PageText(
        page.number(),
        frame,
        chunks,
        asides,
        rules,
        figures,
        page.links(),
        evidence,
        page.layer(),
        page.tags());
  }

  private static List<Block> withoutImages(PageText page) {
    List<Block> others = new ArrayList<>(page.evidence());
    others.removeIf(ScanText::isImage);
    return others;
  }

  private static boolean isImage(Block block) {
    return block instanceof Block.Dropped dropped
        && dropped.reason().equals("NO_TEXT")
        && (dropped.kind().equals("page-image") || dropped.kind().equals("image"));
  }

  /** Quarter turns of most text, from how its words follow each other. */
  private int turns() {
    int[] votes = new int[4];
    for (int i = 1; i < words.size(); i++) {
      Rect one = shown(words.get(i - 1));
      Rect next = shown(words.get(i));
      if (one.top() == next.top() && one.bottom() == next.bottom()) {
        votes[next.left() > one.left() ? 0 : 2]++;
      } else if (one.left() == next.left() && one.right() == next.right()) {
        votes[next.top() < one.top() ? 1 : 3]++;
      }
    }
    int best = 0;
    for (int turns = 1; turns < votes.length; turns++) {
      best = votes[turns] > votes[best] ? turns : best;
    }
    return best;
  }

  private List<Chunk> chunks(Frame frame) {
    List<Chunk> chunks = new ArrayList<>();
    List<Word> open = new ArrayList<>();
    float usual = usualSize(frame);
    for (Block.Paragraph block : words) {
      Word word = word(block, frame.toReading(shown(block)), usual);
      if (!open.isEmpty() && !follows(open.getLast(), word)) {
        chunks.add(Chunk.of(open));
        open.clear();
      }
      open.add(word);
    }
    chunks.add(Chunk.of(open));
    chunks.removeIf(chunk -> isOnPage(frame, chunk));
    return chunks;
  }

  private static boolean follows(Word word, Word next) {
    float gap = next.rect().left() - word.rect().right();
    return word.rect().top() == next.rect().top()
        && gap < CHUNK_GAP * next.size()
        && gap > -next.size();
  }

  private static Word word(Block.Paragraph block, Rect rect, float usual) {
    boolean alike = Math.abs(rect.height() - usual) < SAME_SIZE * usual;
    float size = Math.max(1, alike ? usual : Math.round(2 * rect.height()) / 2f);
    float baseline = rect.bottom() - Glyph.DESCENT * size;
    return Word.level(block.text().value(), rect, baseline, size, FontStyle.PLAIN, Glyph.UNMARKED);
  }

  private float usualSize(Frame frame) {
    double[] sizes =
        words.stream()
            .mapToDouble(word -> frame.toReading(shown(word)).height())
            .sorted()
            .toArray();
    return (float) sizes[sizes.length / 2];
  }

  /** Text that the page holds as text was drawn too. */
  private boolean isOnPage(Frame frame, Chunk chunk) {
    Rect shown = frame.toDisplay(chunk.rect());
    return page.chunks().stream()
        .map(known -> page.frame().toDisplay(known.rect()))
        .anyMatch(known -> known.grown(2).containsCentre(shown));
  }

  private Rect shown(Block.Paragraph word) {
    return rect(word.regions().getFirst().box());
  }

  private Rect rect(Box box) {
    return new Rect(
        box.left() * scale, box.top() * scale, box.right() * scale, box.bottom() * scale);
  }

  private Block onPage(Block.Dropped dropped) {
    List<Region> places =
        dropped.regions().stream()
            .map(region -> new Region(page.number(), rect(region.box()).box()))
            .toList();
    return new Block.Dropped(dropped.kind(), dropped.reason(), places);
  }
}
