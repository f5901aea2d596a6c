package dev.frostbyte.parsers.pdf;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.Region;
import dev.frostbyte.api.model.UntrustedText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Joins texts that go on at the top of the next column or page: the first part ends inside a
 * sentence, the second looks alike, has no list marker and begins with a small letter. One thread.
 */
final class Continued {
  /** How far sizes of type of one text may differ, as a share. */
  private static final float SAME_SIZE = 0.06f;

  private Continued() {}

  static List<Piece> joined(List<Piece> pieces) {
    List<Piece> joined = new ArrayList<>();
    int last = -1;
    for (Piece piece : pieces) {
      Piece before = last < 0 ? null : joined.get(last);
      Piece whole = before == null ? null : whole(before, piece);
      if (whole != null) {
        joined.set(last, whole);
      } else {
        joined.add(piece);
        last = piece.isAside() ? last : joined.size() - 1;
      }
    }
    return joined;
  }

  /** Both as one, null when they are two. */
  private static @Nullable Piece whole(Piece before, Piece piece) {
    if (before instanceof Piece.Text text
        && piece instanceof Piece.Text next
        && goesOn(text, next)) {
      return text.and(next);
    }
    boolean told = before instanceof Piece.Told && piece instanceof Piece.Told;
    return told ? whole((Piece.Told) before, (Piece.Told) piece) : null;
  }

  /** An element of the structure tree that stands on two pages. */
  private static @Nullable Piece whole(Piece.Told part, Piece.Told next) {
    if (part.tree() != next.tree()) {
      return null;
    }
    List<Region> regions = new ArrayList<>(part.block().regions());
    regions.addAll(next.block().regions());
    if (part.block() instanceof Block.Paragraph text
        && next.block() instanceof Block.Paragraph more) {
      String both = both(text.text(), more.text());
      return new Piece.Told(Block.paragraph(both, regions), part.tree());
    }
    if (part.block() instanceof Block.ListItem item
        && next.block() instanceof Block.ListItem more) {
      UntrustedText both = UntrustedText.of(both(item.text(), more.text()));
      return new Piece.Told(
          new Block.ListItem(item.depth(), item.marker(), both, regions), part.tree());
    }
    return null;
  }

  private static String both(UntrustedText text, UntrustedText more) {
    return Joiner.joined(List.of(text.value(), more.value()));
  }

  private static boolean goesOn(Piece.Text text, Piece.Text next) {
    int pages = next.page() - text.regions().getLast().page();
    return next.place().first()
        && next.isPlain()
        && (text.isPlain() || text.role() == Piece.Role.ITEM)
        && next.marker().isEmpty()
        && pages >= 0
        && pages <= 1
        && looksAlike(text, next)
        && !Markers.endsSentence(text.text())
        && Character.isLowerCase(next.text().codePointAt(0));
  }

  private static boolean looksAlike(Piece.Text text, Piece.Text next) {
    return Math.abs(text.size() - next.size()) <= SAME_SIZE * text.size()
        && text.style().bold() == next.style().bold();
  }
}
