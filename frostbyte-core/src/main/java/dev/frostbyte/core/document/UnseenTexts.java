package dev.frostbyte.core.document;

import dev.frostbyte.api.model.Attached;
import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.UntrustedText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Gathers the characters of a block that nobody sees and no script needs. Stateless. */
final class UnseenTexts {
  private UnseenTexts() {}

  /** Them, run by run with a blank between two; empty for nearly every block. */
  static String of(Block block) {
    List<String> runs = new ArrayList<>();
    shown(block).forEach(text -> runs.addAll(TextCleaner.unseen(text.value())));
    return String.join(" ", runs);
  }

  /** The texts of which the visible text is made. */
  private static Stream<UntrustedText> shown(Block block) {
    return switch (block) {
      case Block.Heading heading -> Stream.of(heading.text());
      case Block.Paragraph paragraph -> Stream.of(paragraph.text());
      case Block.ListItem item -> Stream.of(item.marker(), item.text());
      case Block.Furniture furniture -> Stream.of(furniture.text());
      case Block.Preformatted text -> Stream.of(text.text());
      case Block.Formula formula -> Stream.of(formula.text());
      case Block.Footnote note -> Stream.of(note.marker(), note.text());
      case Block.Figure figure -> Stream.of(figure.caption());
      case Block.Table table ->
          Stream.concat(Stream.of(table.caption()), table.cells().stream().map(Block.Cell::text));
      case Block.Noted noted -> shown(noted.block());
      case Block.Link link -> Stream.empty();
      case Block.Encoded encoded -> Stream.empty();
      case Block.Language language -> Stream.empty();
      case Block.Page page -> Stream.empty();
      case Block.PageImage image -> Stream.empty();
      case Attached piece -> Stream.empty();
      case Block.Hidden hidden -> Stream.empty();
      case Block.Dropped dropped -> Stream.empty();
    };
  }
}
