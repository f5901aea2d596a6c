package dev.frostbyte.parsers.pdf;

import dev.frostbyte.api.model.Box;
import dev.frostbyte.api.model.Region;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/**
 * Finds the figures among the pictures of a page. Ornaments, rules, grounds below text and pictures
 * that come again at the same place of page after page are none.
 */
final class Figures {
  /** Smaller share of the page is an ornament. */
  private static final float ORNAMENT = 0.005f;

  /** Larger share of the page is a scan or a ground. */
  private static final float WHOLE_PAGE = 0.8f;

  /** Shorter side of a figure at least, points. */
  private static final float NARROWEST = 24f;

  /** Longer side as a multiple of the shorter at most; longer ones are rules and bands. */
  private static final float LONGEST = 8f;

  /** Letters that may be painted on a figure; on a ground there are more. */
  private static final int MOST_LETTERS = 60;

  /** Pictures of one page that are looked at; drawings made of more are one figure to nobody. */
  private static final int MOST = 400;

  /** Pages with the same picture at one place from which it is furniture. */
  private static final int RUNNING = 3;

  private Figures() {}

  /** Places on the displayed page, from top to bottom. */
  static List<Rect> of(PageMarks marks, Collection<List<Glyph>> seen) {
    List<Rect> pictures = new ArrayList<>();
    marks.fills().stream().filter(Fill::image).limit(MOST).forEach(it -> merge(pictures, it.box()));
    pictures.removeIf(picture -> isOrnament(picture, marks.page()));
    pictures.removeIf(picture -> isGround(picture, marks, seen));
    pictures.sort((a, b) -> Float.compare(a.top(), b.top()));
    return pictures;
  }

  /** The figures of a page that were found on it. */
  static List<Piece.Figure> pieces(PageText page) {
    return page.figures().stream()
        .map(figure -> new Piece.Figure("", new Region(page.number(), figure.box())))
        .toList();
  }

  /** Pictures that touch are parts of one. */
  private static void merge(List<Rect> pictures, Rect next) {
    Rect whole = next;
    for (int i = pictures.size() - 1; i >= 0; i--) {
      if (pictures.get(i).grown(1).overlaps(whole)) {
        whole = whole.union(pictures.remove(i));
        i = pictures.size();
      }
    }
    pictures.add(whole);
  }

  private static boolean isOrnament(Rect picture, Rect page) {
    float shorter = Math.min(picture.width(), picture.height());
    float longer = Math.max(picture.width(), picture.height());
    return picture.area() < ORNAMENT * page.area()
        || picture.area() > WHOLE_PAGE * page.area()
        || shorter < NARROWEST
        || longer > LONGEST * shorter;
  }

  private static boolean isGround(Rect picture, PageMarks marks, Collection<List<Glyph>> seen) {
    int letters = 0;
    for (List<Glyph> glyphs : seen) {
      for (Glyph glyph : glyphs) {
        Rect shown = marks.frame(glyph.turns()).toDisplay(glyph.rect());
        letters += !glyph.isBlank() && picture.containsCentre(shown) ? 1 : 0;
      }
    }
    return letters > MOST_LETTERS;
  }

  /** Where a figure comes among the pieces of its page: after the text above it. */
  static int position(List<Piece> page, Region figure) {
    int after = -1;
    int before = -1;
    for (int i = 0; i < page.size(); i++) {
      Box box = box(page.get(i));
      boolean same = !box.equals(Box.NONE) && isOver(box, figure.box());
      boolean above = box.bottom() <= figure.box().top() + 2;
      after = same && above ? i : after;
      before = same && !above && before < 0 ? i : before;
    }
    return after >= 0 ? after + 1 : before >= 0 ? before : page.size();
  }

  /** Where what lies on other text comes: before the first piece in its way that begins below. */
  static int order(List<Piece> page, Region over) {
    for (int i = 0; i < page.size(); i++) {
      Box box = box(page.get(i));
      boolean inWay = !box.equals(Box.NONE) && isOver(box, over.box());
      if (inWay && box.top() > over.box().top()) {
        return i;
      }
    }
    return page.size();
  }

  private static boolean isOver(Box one, Box other) {
    return one.left() < other.right() && other.left() < one.right();
  }

  private static Box box(Piece piece) {
    return switch (piece) {
      case Piece.Text text -> text.regions().getLast().box();
      case Piece.Code code -> code.region().box();
      case Piece.Table table -> table.regions().getLast().box();
      case Piece.Figure figure -> figure.region().box();
      case Piece.Told told -> told.block().regions().getFirst().box();
      case Piece.Links links -> Box.NONE;
      case Piece.Ready ready -> Box.NONE;
    };
  }

  /** All pieces but the figures that stand at one place of several pages. */
  static List<Piece> single(List<Piece> pieces) {
    TreeMap<String, Integer> places = new TreeMap<>();
    for (Piece piece : pieces) {
      if (piece instanceof Piece.Figure figure) {
        places.merge(place(figure), 1, Integer::sum);
      }
    }
    List<Piece> single = new ArrayList<>(pieces);
    single.removeIf(
        piece ->
            piece instanceof Piece.Figure figure
                && places.getOrDefault(place(figure), 0) >= RUNNING);
    return single;
  }

  private static String place(Piece.Figure figure) {
    Box box = figure.region().box();
    return Math.round(box.left())
        + " "
        + Math.round(box.top())
        + " "
        + Math.round(box.right())
        + " "
        + Math.round(box.bottom());
  }
}
