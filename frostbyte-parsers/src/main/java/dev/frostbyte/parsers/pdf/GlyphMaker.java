package dev.frostbyte.parsers.pdf;

import java.awt.geom.Point2D;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.jspecify.annotations.Nullable;

/** Turns a glyph as PDFBox shows it into one in the frame of its direction. One thread. */
final class GlyphMaker {
  /** Sine of the angle from which text counts as tilted, about 6 degrees. */
  private static final double TILT = 0.1;

  /** Where the foot of a line of vertical writing lies beside its middle, in font sizes. */
  private static final float LEFT = Glyph.DESCENT - 0.5f;

  private final Frame.Display display;
  private final FontCache fonts;
  private final PaintState state;
  private Ink last = new Ink(0, 1, false, Rect.EMPTY, List.of(), false);

  GlyphMaker(Frame.Display display, FontCache fonts, PaintState state) {
    this.display = display;
    this.fonts = fonts;
    this.state = state;
  }

  /** What a code stands for, as the font tells. */
  String text(PDFont font, int code, String otherwise) {
    String text = fonts.face(font).text(code);
    return text == null || text.isEmpty() ? otherwise : text;
  }

  /** Null when nobody knows what the code stands for, and {@code text} is empty. */
  @Nullable Glyph glyph(
      Matrix matrix,
      PDFont font,
      String text,
      Vector advance,
      PDGraphicsState graphics,
      int order,
      int mark) {
    FontCache.Face face = fonts.face(font);
    if (text.isEmpty()) {
      return null;
    }
    FontStyle style = isStroked(graphics) ? face.style().emboldened() : face.style();
    Pose pose =
        font.isVertical() && advance.getX() == 0
            ? standing(matrix, advance, face.scale())
            : pose(matrix, advance, face.scale());
    return pose.isFinite() ? pose.glyph(text, style, ink(graphics), order, mark) : null;
  }

  private Pose pose(Matrix matrix, Vector advance, float scale) {
    Point2D.Float start = shown(matrix, 0, 0);
    Point2D.Float along = shown(matrix, 1, 0);
    double dx = along.x - start.x;
    double dy = along.y - start.y;
    double length = Math.hypot(dx, dy);
    int turns = Frame.turns(dx, dy);
    boolean tilted = Math.min(Math.abs(dx), Math.abs(dy)) > TILT * length;
    double height = start.distance(shown(matrix, 0, 1));
    Rect place = display.frame(turns).toReading(Rect.of(start.x, start.y, start.x, start.y));
    float width = (float) start.distance(shown(matrix, advance.getX(), advance.getY()));
    return new Pose(place, width, scale * (float) Math.min(height, 2 * length), turns, tilted);
  }

  /** Where a glyph is placed; in vertical writing by its middle, whatever its width. */
  static Matrix anchored(Matrix matrix, PDFont font, int code) throws IOException {
    if (!font.isVertical()) {
      return matrix;
    }
    Matrix middle = matrix.clone();
    middle.translate(-font.getPositionVector(code).getX(), 0);
    return middle;
  }

  /** Vertical writing: glyphs stand upright, one below the other, around the line of writing. */
  private Pose standing(Matrix matrix, Vector advance, float scale) {
    Point2D.Float start = shown(matrix, LEFT, Glyph.ASCENT);
    Point2D.Float next = shown(matrix, LEFT, Glyph.ASCENT + advance.getY());
    float size = scale * (float) start.distance(shown(matrix, LEFT, Glyph.ASCENT - 1));
    int turns = Frame.turns(next.x - start.x, next.y - start.y);
    Rect place = display.frame(turns).toReading(Rect.of(start.x, start.y, start.x, start.y));
    return new Pose(place, (float) start.distance(next), size, turns, false);
  }

  private Point2D.Float shown(Matrix matrix, float x, float y) {
    Point2D.Float point = matrix.transformPoint(x, y);
    return new Point2D.Float(display.x(point.x, point.y), display.y(point.x, point.y));
  }

  private static boolean isStroked(PDGraphicsState graphics) {
    RenderingMode mode = graphics.getTextState().getRenderingMode();
    return mode.isFill() && mode.isStroke();
  }

  private Ink ink(PDGraphicsState graphics) {
    RenderingMode mode = graphics.getTextState().getRenderingMode();
    boolean stroked = mode.isStroke() && !mode.isFill();
    double alpha = stroked ? graphics.getAlphaConstant() : graphics.getNonStrokeAlphaConstant();
    int rgb = Colours.rgb(stroked ? graphics.getStrokingColor() : graphics.getNonStrokingColor());
    boolean unpainted = !mode.isFill() && !mode.isStroke();
    float seen = (float) alpha * state.alpha();
    Ink ink = new Ink(rgb, seen, unpainted, state.clip(), state.shapes(), state.isOff());
    last = ink.equals(last) ? last : ink;
    return last;
  }

  /** Where and how a glyph stands. */
  private record Pose(Rect place, float width, float size, int turns, boolean tilted) {
    boolean isFinite() {
      return place.isFinite() && Float.isFinite(width) && Float.isFinite(size);
    }

    Glyph glyph(String text, FontStyle style, Ink ink, int order, int mark) {
      return new Glyph(
          text, place.left(), place.top(), width, size, turns, tilted, style, ink, order, mark);
    }
  }
}
