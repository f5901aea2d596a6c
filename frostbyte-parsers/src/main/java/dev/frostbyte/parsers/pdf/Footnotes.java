package dev.frostbyte.parsers.pdf;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.Evidence;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells the notes at the ends of columns from their text: small print that begins with the mark of
 * a note, or any text whose raised mark is found in the page or stands under a short line. What
 * follows a note in print as small, without a mark, belongs to it. One thread.
 */
final class Footnotes {
  /** Size of small print as a share of the size of running text. */
  private static final float SMALL = 0.95f;

  /** How far sizes of notes of one column may differ, as a share. */
  private static final float SAME_SIZE = 0.06f;

  private final Typography typography;
  private final List<Piece> told = new ArrayList<>();

  /** Texts below, from the bottom, that belong to a note if one comes above them. */
  private final List<Piece.Text> pending = new ArrayList<>();

  private boolean atEnd = true;

  private Footnotes(Typography typography) {
    this.typography = typography;
  }

  /** The pieces, with notes told as such; from the last to the first, since notes come last. */
  static List<Piece> told(List<Piece> pieces) {
    Footnotes footnotes = new Footnotes(Typography.of(pieces));
    pieces.reversed().forEach(footnotes::add);
    footnotes.release();
    return new ArrayList<>(footnotes.told.reversed());
  }

  private void add(Piece piece) {
    switch (piece) {
      case Piece.Text text -> addText(text);
      case Piece.Ready ready -> {
        release();
        told.add(ready);
      }
      default -> {
        release();
        atEnd = piece instanceof Piece.Links;
        told.add(piece);
      }
    }
  }

  private void addText(Piece.Text text) {
    if (atEnd && isNote(text)) {
      told.add(note(text));
    } else if (atEnd && isSmall(text) && text.marker().isEmpty()) {
      pending.add(text);
    } else {
      release();
      told.add(text);
      atEnd = false;
    }
    if (text.place().first()) {
      release();
      atEnd = true;
    }
  }

  /** No note came above these. */
  private void release() {
    told.addAll(pending);
    atEnd &= pending.isEmpty();
    pending.clear();
  }

  private boolean isSmall(Piece.Text text) {
    return text.isPlain() && text.size() <= SMALL * typography.size();
  }

  private boolean isNote(Piece.Text text) {
    NoteMark mark = text.place().note();
    boolean likePending =
        pending.stream().allMatch(it -> it.size() <= (1 + SAME_SIZE) * text.size());
    return likePending
        && text.isPlain()
        && !mark.marker().isEmpty()
        && (isSmall(text) || mark.raised() && (mark.referenced() || mark.ruled()));
  }

  private Piece note(Piece.Text text) {
    Piece.Text whole = text;
    for (Piece.Text below : pending.reversed()) {
      whole = whole.and(below);
    }
    pending.clear();
    String marker = text.place().note().marker();
    boolean listed = !text.marker().isEmpty();
    String words = listed ? whole.text() : whole.text().substring(marker.length()).strip();
    Evidence layout = Evidence.of(Evidence.Basis.LAYOUT);
    Block note = Block.footnote(marker, words, whole.regions());
    boolean bold = text.style().bold();
    boolean italic = text.style().italic();
    return new Piece.Told(note.noted(layout.set(Math.max(0, text.size()), bold, italic)), 0);
  }
}
