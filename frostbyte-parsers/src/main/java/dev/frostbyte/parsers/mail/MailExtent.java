package dev.frostbyte.parsers.mail;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.Expected;
import dev.frostbyte.api.spi.ElementSink;
import java.io.IOException;

/**
 * Counts what is handed on of a mail, and the attachments that are not: how long those are nobody
 * knows unless they are read, so each counts as one character at least, and a mail with one is
 * never read completely. One thread.
 */
final class MailExtent implements ElementSink {
  private final ElementSink sink;
  private long characters;
  private long unread;

  MailExtent(ElementSink sink) {
    this.sink = sink;
  }

  @Override
  public void accept(Block block) throws IOException {
    characters += shown(block);
    unread += block.bare() instanceof Block.Dropped dropped && isUnread(dropped) ? 1 : 0;
    sink.accept(block);
  }

  /** What the mail holds at least; not counted where all of it was read. */
  Expected expected() {
    return unread == 0 ? Expected.UNKNOWN : new Expected(characters + unread);
  }

  private static boolean isUnread(Block.Dropped dropped) {
    return dropped.kind().equals("part") || dropped.kind().startsWith("attach");
  }

  private static long shown(Block block) {
    return switch (block.bare()) {
      case Block.Heading b -> inked(b.text().value());
      case Block.Paragraph b -> inked(b.text().value());
      case Block.ListItem b -> inked(b.marker().value()) + inked(b.text().value());
      case Block.Table b ->
          inked(b.caption().value())
              + b.cells().stream().mapToLong(cell -> inked(cell.text().value())).sum();
      case Block.Preformatted b -> inked(b.text().value());
      case Block.Furniture b -> inked(b.text().value());
      case Block.Figure b -> inked(b.caption().value());
      case Block.Formula b -> inked(b.text().value());
      case Block.Footnote b -> inked(b.marker().value()) + inked(b.text().value());
      case Block.Link b -> inked(b.target().value());
      case Block.Hidden b -> inked(b.text().value());
      case Block.Noted b -> shown(b.block());
      case Block.Encoded b -> 0;
      case Block.Page b -> 0;
      case Block.PageImage b -> 0;
      case Block.Dropped b -> 0;
    };
  }

  private static long inked(String text) {
    return text.codePoints().filter(point -> !Character.isWhitespace(point)).count();
  }
}
