package dev.frostbyte.parsers.mail;

import dev.frostbyte.api.model.Attached;
import dev.frostbyte.api.model.Block;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The visible words of some blocks, to compare two versions of one body. One thread. */
final class WordSet {
  private static final double MOST = 0.8;

  private final StringBuilder text = new StringBuilder();
  private final Set<String> words = new HashSet<>();

  void add(Block block) {
    String seen = visible(block);
    text.append(seen).append('\n');
    for (String word : seen.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
  }

  /** Whether at least four in five of the other's words are here. */
  boolean holdsMostOf(WordSet other) {
    long common = other.words.stream().filter(words::contains).count();
    return common >= MOST * other.words.size();
  }

  String text() {
    return text.toString().strip();
  }

  private static String visible(Block block) {
    return switch (block.bare()) {
      case Block.Heading heading -> heading.text().value();
      case Block.Paragraph paragraph -> paragraph.text().value();
      case Block.ListItem item -> item.text().value();
      case Block.Table table ->
          table.cells().stream().map(cell -> cell.text().value()).collect(Collectors.joining("\t"));
      case Block.Preformatted preformatted -> preformatted.text().value();
      case Block.Furniture furniture -> furniture.text().value();
      case Block.Figure figure -> figure.caption().value();
      case Block.Formula formula -> formula.text().value();
      case Block.Footnote note -> note.text().value();
      case Block.Link link -> "";
      case Block.Encoded encoded -> "";
      case Block.Language language -> "";
      case Block.Page page -> "";
      case Block.PageImage image -> "";
      case Attached piece -> "";
      case Block.Noted noted -> visible(noted.block());
      case Block.Hidden hidden -> "";
      case Block.Dropped dropped -> "";
    };
  }
}
