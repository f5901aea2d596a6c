package dev.frostbyte.parsers.internal;

import dev.frostbyte.api.model.Attached;
import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.UntrustedText;
import java.util.List;
import java.util.stream.Stream;

/** The texts of blocks one by one, cells apart, as a canonical document counts them. */
final class Pieces {
  private Pieces() {}

  static List<String> of(List<Block> blocks) {
    return blocks.stream().flatMap(Pieces::of).map(UntrustedText::value).toList();
  }

  private static Stream<UntrustedText> of(Block block) {
    return switch (block) {
      case Block.Heading heading -> Stream.of(heading.text());
      case Block.Paragraph paragraph -> Stream.of(paragraph.text());
      case Block.ListItem item -> Stream.of(item.text());
      case Block.Preformatted text -> Stream.of(text.text());
      case Block.Furniture furniture -> Stream.of(furniture.text());
      case Block.Formula formula -> Stream.of(formula.text());
      case Block.Footnote note -> Stream.of(note.text());
      case Block.Figure figure -> Stream.of(figure.caption());
      case Block.Hidden hidden -> Stream.of(hidden.text());
      case Block.Link link -> Stream.of(link.target());
      case Block.Table table ->
          Stream.concat(Stream.of(table.caption()), table.cells().stream().map(Block.Cell::text));
      case Block.Noted noted -> of(noted.block());
      case Block.Encoded encoded -> Stream.empty();
      case Block.Language language -> Stream.empty();
      case Block.Page page -> Stream.empty();
      case Block.PageImage image -> Stream.empty();
      case Attached piece -> Stream.empty();
      case Block.Dropped dropped -> Stream.empty();
    };
  }
}
