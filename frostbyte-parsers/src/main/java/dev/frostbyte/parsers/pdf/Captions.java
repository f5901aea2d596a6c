package dev.frostbyte.parsers.pdf;

import dev.frostbyte.api.model.Box;
import dev.frostbyte.api.model.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Gives tables and figures the captions written next to them: a text that begins with a word such
 * as {@code Table} or {@code Figure} and a number, and is no sentence about it. One thread.
 */
final class Captions {
  private static final String TABLE = "table|tabelle|tab\\.|tableau|tabla";
  private static final String FIGURE =
      "figure|fig\\.|chart|diagram|photo|image|map|graph|abbildung|abb\\.|figura";
  private static final String EITHER = "exhibit|box|plate";
  private static final String NUMBER = "\\s*(?:[A-Z]\\s?[.-]?\\s?)?(?:\\d|[IVX]+\\b).*";
  private static final Pattern LABEL =
      Pattern.compile("(?i)(?:" + TABLE + "|" + FIGURE + "|" + EITHER + ")" + NUMBER);
  private static final Pattern OF_TABLE =
      Pattern.compile("(?i)(?:" + TABLE + "|" + EITHER + ")" + NUMBER);

  /** The number, and then the end, a mark, or a title: no verb follows. */
  private static final Pattern NO_SENTENCE =
      Pattern.compile(
          "\\S+\\s*(?:[A-Z]\\s?[.-]?\\s?)?[\\dIVX][\\dIVX.\\-–]*[a-z]?\\s*"
              + "(?:$|[.:|)\\-–—(]|[\\p{Lu}\\p{Lt}\\d\"“‘].*).*");

  /** Only the label, whose title is a text of its own. */
  private static final Pattern BARE = Pattern.compile("\\S+\\s*[A-Z]?[.-]?[\\dIVX.\\-–]+[:.]?");

  /** How far a caption stands from what it names, in font sizes. */
  private static final float REACH = 3f;

  private static final int MOST_LINES = 8;

  private final List<Piece> pieces;

  private Captions(List<Piece> pieces) {
    this.pieces = pieces;
  }

  /** Whether a text begins as captions do. */
  static boolean isLabelled(String text) {
    return LABEL.matcher(text).matches();
  }

  /** The pieces, with captions where they belong instead of as texts. */
  static List<Piece> attached(List<Piece> pieces) {
    Captions captions = new Captions(new ArrayList<>(pieces));
    for (int i = captions.pieces.size() - 1; i >= 0; i--) {
      if (captions.pieces.get(i) instanceof Piece.Text text && isCaption(text)) {
        captions.attach(i, text);
      }
    }
    return captions.pieces;
  }

  private static boolean isCaption(Piece.Text text) {
    return text.isPlain()
        && text.marker().isEmpty()
        && text.lines() <= MOST_LINES
        && isLabelled(text.text())
        && NO_SENTENCE.matcher(text.text()).matches();
  }

  /** Captions of tables mostly stand above, those of figures below. */
  private void attach(int at, Piece.Text text) {
    boolean table = isTableOrEither(text.text());
    int title = BARE.matcher(text.text()).matches() ? next(at, 1) : -1;
    if (title >= 0 && isTitle(text, title) && give(next(title, 1), text, both(text, title))) {
      pieces.remove(title);
      pieces.remove(at);
    } else if (give(next(at, table ? 1 : -1), text, text.text())
        || give(next(at, table ? -1 : 1), text, text.text())) {
      pieces.remove(at);
    }
  }

  private boolean isTitle(Piece.Text label, int at) {
    return pieces.get(at) instanceof Piece.Text title
        && title.isPlain()
        && title.lines() <= 3
        && isNear(label.regions().getLast(), title.regions().getFirst(), label.size());
  }

  private String both(Piece.Text label, int title) {
    return label.text() + " " + (pieces.get(title) instanceof Piece.Text text ? text.text() : "");
  }

  /** The next piece of the body in a direction, -1 when there is none. */
  private int next(int from, int step) {
    int at = from + step;
    while (at >= 0 && at < pieces.size() && pieces.get(at).isAside()) {
      at += step;
    }
    return at >= pieces.size() ? -1 : at;
  }

  private boolean give(int to, Piece.Text text, String caption) {
    boolean table = isTableOrEither(caption);
    boolean given = false;
    if (to >= 0 && pieces.get(to) instanceof Piece.Table target) {
      boolean free = target.caption().isEmpty() && table;
      given = free && isNear(text.regions().getLast(), target.regions().getFirst(), text.size());
      pieces.set(to, given ? target.captioned(caption) : target);
    } else if (to >= 0 && pieces.get(to) instanceof Piece.Figure target) {
      boolean free = target.caption().isEmpty() && (!table || isEither(caption));
      given = free && isNear(text.regions().getLast(), target.region(), text.size());
      pieces.set(to, given ? target.captioned(caption) : target);
    }
    return given;
  }

  private static boolean isTableOrEither(String caption) {
    return OF_TABLE.matcher(caption).matches();
  }

  private static boolean isEither(String caption) {
    return caption.matches("(?i)(?:" + EITHER + ").*");
  }

  private static boolean isNear(Region caption, Region thing, float size) {
    Box one = caption.box();
    Box other = thing.box();
    float apart = Math.max(other.top() - one.bottom(), one.top() - other.bottom());
    float beside = Math.max(other.left() - one.right(), one.left() - other.right());
    return caption.page() == thing.page() && Math.max(apart, beside) <= REACH * size;
  }
}
