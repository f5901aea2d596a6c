package dev.frostbyte.parsers.pdf;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.HiddenChannel;
import dev.frostbyte.api.model.Region;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Parts the glyphs of one page into seen and hidden ones and gathers both into lines. One thread.
 */
final class Gathering {
  /** Tilted text is gathered apart from the four directions. */
  private static final int TILTED = 4;

  /** Pictures smaller than this share of the page are ornaments. */
  private static final float ORNAMENT = 0.005f;

  private final PageMarks marks;
  private final Map<Integer, List<Glyph>> seen = new TreeMap<>();
  private final List<Glyph> layer = new ArrayList<>();
  private final Map<HiddenChannel, List<Glyph>> hidden = new EnumMap<>(HiddenChannel.class);

  private Gathering(PageMarks marks) {
    this.marks = marks;
  }

  static PageText of(PageMarks marks) {
    Gathering gathering = new Gathering(marks);
    gathering.part();
    return gathering.text();
  }

  private void part() {
    Visibility visibility = Visibility.of(marks);
    for (Glyph glyph : marks.glyphs()) {
      Rect shown = marks.frame(glyph.turns()).toDisplay(glyph.rect());
      HiddenChannel channel = visibility.hides(glyph, shown);
      if (channel == null) {
        int group = glyph.tilted() ? TILTED + glyph.turns() : glyph.turns();
        seen.computeIfAbsent(group, key -> new ArrayList<>()).add(glyph);
        if (!glyph.isBlank() && visibility.isLayer(glyph, shown)) {
          layer.add(glyph);
        }
      } else {
        hidden.computeIfAbsent(channel, key -> new ArrayList<>()).add(glyph);
      }
    }
  }

  private PageText text() {
    int main = main();
    Frame frame = marks.frame(main % TILTED);
    List<Rect> shapes = marks.fills().stream().map(fill -> frame.toReading(fill.box())).toList();
    List<List<Glyph>> layers = layers(seen.getOrDefault(main, List.of()));
    List<Chunk> chunks = DrawnBullets.added(Lines.chunks(layers.getFirst()), shapes);
    List<Rect> figures = Figures.of(marks, seen.values());
    return new PageText(
        marks.number(),
        frame,
        chunks,
        asides(main, layers),
        rules(frame),
        figures,
        List.of(),
        evidence(),
        layerWords(),
        Map.of());
  }

  /** The text layer of a scan is no text on others, however its lines were measured. */
  private List<List<Glyph>> layers(List<Glyph> glyphs) {
    return layer.isEmpty() ? Overlaid.parted(glyphs) : List.of(glyphs);
  }

  private List<PageText.Aside> asides(int main, List<List<Glyph>> layers) {
    List<PageText.Aside> asides = new ArrayList<>();
    for (List<Glyph> over : layers.subList(1, layers.size())) {
      asides.add(new PageText.Aside(marks.frame(main % TILTED), Lines.chunks(over), true));
    }
    seen.forEach(
        (group, glyphs) -> {
          if (group != main) {
            Frame frame = marks.frame(group % TILTED);
            asides.add(new PageText.Aside(frame, Lines.chunks(glyphs), false));
          }
        });
    return asides;
  }

  private int main() {
    return seen.entrySet().stream()
        .max(Map.Entry.comparingByValue((a, b) -> Integer.compare(a.size(), b.size())))
        .map(Map.Entry::getKey)
        .orElse(0);
  }

  private List<Rule> rules(Frame frame) {
    boolean turned = frame.turns() % 2 == 1;
    return marks.rules().stream()
        .map(rule -> new Rule(frame.toReading(rule.box()), rule.horizontal() != turned))
        .toList();
  }

  private List<Block> evidence() {
    List<Block> blocks = new ArrayList<>();
    hidden.forEach((channel, glyphs) -> addHidden(blocks, channel, glyphs));
    boolean noText = seen.values().stream().flatMap(List::stream).allMatch(Glyph::isBlank);
    for (Fill fill : marks.fills()) {
      boolean large = fill.box().area() > ORNAMENT * marks.page().area();
      if (fill.image() && large && !isUnderLayer(fill)) {
        blocks.add(new Block.Dropped(noText ? "page-image" : "image", "NO_TEXT", at(fill.box())));
      }
    }
    if (!layer.isEmpty()) {
      blocks.add(OcrLayer.notCompared(marks.number()));
    }
    for (String text : marks.concealed()) {
      blocks.add(Block.hidden(HiddenChannel.ALTERNATIVE, text, at(marks.page())));
    }
    if (marks.unmapped() > 0) {
      blocks.add(new Block.Dropped("glyphs", "NO_UNICODE", at(marks.page())));
    }
    return blocks;
  }

  /** What such a picture shows is what the layer says. */
  private boolean isUnderLayer(Fill fill) {
    return !layer.isEmpty() && fill.box().area() >= Visibility.WHOLE_PAGE * marks.page().area();
  }

  /** On the displayed page. */
  private List<Word> layerWords() {
    List<Word> words = new ArrayList<>();
    turned(layer)
        .forEach(
            (turns, some) ->
                Lines.chunks(some).stream()
                    .flatMap(chunk -> chunk.words().stream())
                    .map(word -> word.at(marks.frame(turns).toDisplay(word.rect())))
                    .forEach(words::add));
    return List.copyOf(words);
  }

  private static Map<Integer, List<Glyph>> turned(List<Glyph> glyphs) {
    Map<Integer, List<Glyph>> turned = new TreeMap<>();
    glyphs.forEach(
        glyph -> turned.computeIfAbsent(glyph.turns(), key -> new ArrayList<>()).add(glyph));
    return turned;
  }

  private void addHidden(List<Block> blocks, HiddenChannel channel, List<Glyph> glyphs) {
    turned(glyphs)
        .forEach(
            (turns, some) -> {
              for (Chunk chunk : Lines.chunks(some)) {
                Rect shown = marks.frame(turns).toDisplay(chunk.rect());
                blocks.add(Block.hidden(channel, chunk.text(), at(shown)));
              }
            });
  }

  private List<Region> at(Rect shown) {
    return List.of(new Region(marks.number(), shown.box()));
  }
}
