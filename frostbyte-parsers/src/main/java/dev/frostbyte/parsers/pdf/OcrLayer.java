package dev.frostbyte.parsers.pdf;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.HiddenChannel;
import dev.frostbyte.api.model.Region;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The text layer of a scan: what it is called, and what becomes of it where the picture was read
 * too. Lines of which the picture shows other words, or none, are hidden text. One thread.
 */
final class OcrLayer {
  private static final String KIND = "ocr-layer";

  /** How far a word of the picture may stand beside its line in the layer, points. */
  private static final float BESIDE = 3f;

  /** Pairs of letters two readings of one line share at least, from 0 to 1 (Dice). */
  private static final double SAME = 0.5;

  private final PageText page;
  private final List<Word> shown;
  private final List<Chunk> kept = new ArrayList<>();
  private final List<Block> evidence = new ArrayList<>();
  private final List<Word> layer;
  private boolean unsure;

  /**
   * A comparison.
   *
   * @param shown words the picture shows, on the displayed page
   */
  private OcrLayer(PageText page, List<Word> shown) {
    this.page = page;
    this.shown = shown;
    this.layer = new ArrayList<>(page.layer());
    this.unsure = !page.asides().isEmpty();
  }

  /** Says that a layer is taken for what the picture shows. */
  static Block notCompared(int page) {
    return dropped("NOT_COMPARED", page);
  }

  /** Takes down which words of a page are of its layer. */
  static void note(PageText page, Recognised recognised) {
    page.layer().forEach(word -> recognised.addLayer(page.number(), word));
  }

  /**
   * The page whose layer was held against what the picture shows.
   *
   * @param shown words recognised in the picture, on the displayed page
   */
  static PageText compared(PageText page, List<Word> shown) {
    return page.layer().isEmpty() ? page : new OcrLayer(page, shown).compared();
  }

  private PageText compared() {
    page.evidence().stream().filter(block -> !isNote(block)).forEach(evidence::add);
    if (shown.isEmpty()) {
      kept.addAll(page.chunks());
      evidence.add(dropped("NOT_SEEN", page.number()));
      return with();
    }
    page.chunks().forEach(this::judge);
    if (unsure) {
      evidence.add(notCompared(page.number()));
    }
    return with();
  }

  private PageText with() {
    return new PageText(
        page.number(),
        page.frame(),
        kept,
        page.asides(),
        page.rules(),
        page.figures(),
        page.links(),
        evidence,
        List.copyOf(layer),
        page.tags());
  }

  private void judge(Chunk chunk) {
    Rect place = page.frame().toDisplay(chunk.rect());
    boolean painted = 2 * letters(layer, place) < chunk.letters();
    boolean comparable = isLatin(chunk.text());
    unsure |= !painted && !comparable;
    if (painted || !comparable || share(chunk.text(), text(place.grown(BESIDE))) >= SAME) {
      kept.add(chunk);
      return;
    }
    Region region = new Region(page.number(), place.box());
    evidence.add(Block.hidden(HiddenChannel.INVISIBLE, chunk.text(), List.of(region)));
    layer.removeIf(word -> place.containsCentre(word.rect()));
  }

  private static int letters(List<Word> words, Rect place) {
    return words.stream()
        .filter(word -> place.containsCentre(word.rect()))
        .mapToInt(word -> word.text().length())
        .sum();
  }

  private String text(Rect place) {
    StringBuilder text = new StringBuilder();
    shown.stream()
        .filter(word -> place.containsCentre(word.rect()))
        .forEach(word -> text.append(word.text()).append(' '));
    return text.toString();
  }

  /** The text recognition reads no other letters. */
  private static boolean isLatin(String text) {
    long letters = text.codePoints().filter(Character::isLetter).count();
    long latin =
        text.codePoints()
            .filter(Character::isLetter)
            .filter(letter -> UnicodeScript.of(letter) == UnicodeScript.LATIN)
            .count();
    return 2 * latin >= letters;
  }

  /** Pairs of neighbouring letters and digits that two texts share, of all they have. */
  static double share(String one, String other) {
    Map<String, Integer> pairs = new HashMap<>();
    int all = 0;
    int common = 0;
    String first = plain(one);
    for (int i = 0; i + 2 <= first.length(); i++, all++) {
      pairs.merge(first.substring(i, i + 2), 1, Integer::sum);
    }
    String second = plain(other);
    for (int i = 0; i + 2 <= second.length(); i++, all++) {
      common += pairs.merge(second.substring(i, i + 2), -1, Integer::sum) >= 0 ? 1 : 0;
    }
    return all == 0 ? (first.equals(second) ? 1 : 0) : 2.0 * common / all;
  }

  private static String plain(String text) {
    StringBuilder plain = new StringBuilder();
    text.toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }

  private static boolean isNote(Block block) {
    return block instanceof Block.Dropped dropped && dropped.kind().equals(KIND);
  }

  private static Block dropped(String reason, int page) {
    return new Block.Dropped(KIND, reason, List.of(Region.page(page)));
  }
}
