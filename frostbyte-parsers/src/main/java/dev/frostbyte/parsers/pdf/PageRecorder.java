package dev.frostbyte.parsers.pdf;

import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.blend.BlendMode;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.jspecify.annotations.Nullable;

/** Collects what one page paints, in coordinates of the displayed page. One thread. */
final class PageRecorder {
  /** Filled rectangles no thicker than this are rules, points. */
  private static final float THIN = 3f;

  /** Rules are at least this long, points; shorter ones are dots and dashes. */
  private static final float SHORT = 2f;

  private static final float OPAQUE = 0.95f;

  /** Lines of more than twice this are areas, points. */
  private static final float THICK = 4f;

  private final Frame.Display display;
  private final PaintState state;
  private final GlyphMaker maker;
  private final Budget budget;
  private final Outline outline = new Outline();
  private final List<Glyph> glyphs = new ArrayList<>();
  private final List<String> concealed = new ArrayList<>();
  private final List<Fill> fills = new ArrayList<>();
  private final List<Rule> rules = new ArrayList<>();
  private Point2D.Float point = new Point2D.Float();
  private @Nullable Rect textClip;
  private boolean clipping;
  private int order;
  private int unmapped;
  private int damaged;

  PageRecorder(Frame.Display display, FontCache fonts, Budget budget) {
    this.display = display;
    this.state = new PaintState(new Rect(0, 0, display.width(), display.height()).grown(1));
    this.maker = new GlyphMaker(display, fonts, state);
    this.budget = budget;
  }

  PaintState state() {
    return state;
  }

  PageMarks marks(int number) {
    int all = glyphs.size();
    glyphs.removeIf(glyph -> glyph.text().equals(ActualText.UNKNOWN));
    unmapped += all - glyphs.size();
    return new PageMarks(
        number,
        display.width(),
        display.height(),
        glyphs,
        fills,
        rules,
        concealed,
        unmapped + damaged);
  }

  Rect shown(Rectangle2D box) {
    return display.rect(box);
  }

  void damaged() {
    damaged++;
  }

  void glyph(
      Matrix matrix,
      PDFont font,
      int code,
      Vector advance,
      PDGraphicsState graphics,
      int mark,
      boolean worded)
      throws IOException {
    String text = maker.text(font, code, worded ? ActualText.UNKNOWN : "");
    Matrix anchored = GlyphMaker.anchored(matrix, font, code);
    Glyph glyph = maker.glyph(anchored, font, text, advance, graphics, order++, mark);
    if (glyph == null) {
      unmapped++;
    } else {
      budget.characters(glyph.text().length());
      glyphs.add(glyph);
      budget.glyphs(glyphs.size());
      if (graphics.getTextState().getRenderingMode().isClip()) {
        Rect shown = display.frame(glyph.turns()).toDisplay(glyph.rect());
        textClip = textClip == null ? shown : textClip.union(shown);
      }
    }
  }

  /** Ends a text object; what was shown in it to clip does so from now on, by its bounds. */
  void endText() {
    if (textClip != null) {
      state.clip(textClip);
      textClip = null;
    }
  }

  /** How many glyphs there are by now. */
  int glyphs() {
    return glyphs.size();
  }

  /** Gives the newest glyphs the text that their author says they stand for. */
  void replace(ActualText actual) {
    actual.apply(glyphs, concealed);
  }

  void image(Rect box, boolean solid, PDGraphicsState graphics) {
    float alpha = solid ? alpha(graphics) : 0;
    addFill(new Fill(box, null, Colours.UNKNOWN, alpha, 0, true));
  }

  void shading(PDGraphicsState graphics) {
    if (!state.isOff()) {
      addFill(new Fill(state.clip(), null, Colours.UNKNOWN, alpha(graphics), 0, false));
    }
  }

  void clipNext() {
    clipping = true;
  }

  void moveTo(float x, float y) {
    point = new Point2D.Float(x, y);
    outline.moveTo(display.x(x, y), display.y(x, y));
  }

  void lineTo(float x, float y) {
    point = new Point2D.Float(x, y);
    outline.lineTo(display.x(x, y), display.y(x, y));
  }

  void curveTo(float x1, float y1, float x2, float y2, float x, float y) {
    point = new Point2D.Float(x, y);
    outline.curveTo(
        display.x(x1, y1),
        display.y(x1, y1),
        display.x(x2, y2),
        display.y(x2, y2),
        display.x(x, y),
        display.y(x, y));
  }

  @Nullable Point2D currentPoint() {
    return outline.isEmpty() ? null : point;
  }

  void closePath() {
    outline.close();
  }

  void endPath() {
    if (clipping && !outline.isEmpty()) {
      Path2D shape = outline.shape();
      state.clip(outline.bounds());
      if (shape != null) {
        state.clip(shape);
      }
    }
    clipping = false;
    outline.clear();
  }

  void stroke(PDGraphicsState graphics) {
    if (state.isOff() || graphics.getAlphaConstant() < 1 - OPAQUE) {
      return;
    }
    float scale = graphics.getCurrentTransformationMatrix().getScalingFactorX();
    float half = graphics.getLineWidth() * scale / 2;
    for (Outline.Stroke stroke : outline.strokes()) {
      stroke.rules().forEach(this::addRule);
      if (half > THICK) {
        stroke.rules().forEach(rule -> addBroad(rule, half, graphics));
      }
    }
  }

  /** A line so thick that it covers what is below it. */
  private void addBroad(Rule rule, float half, PDGraphicsState graphics) {
    Rect line = rule.box();
    float x = rule.horizontal() ? 0 : half;
    float y = rule.horizontal() ? half : 0;
    Rect box = new Rect(line.left() - x, line.top() - y, line.right() + x, line.bottom() + y);
    int rgb = Colours.rgb(graphics.getStrokingColor());
    float alpha = alpha(graphics, (float) graphics.getAlphaConstant());
    addFill(new Fill(box, null, rgb, alpha, 0, false));
  }

  void fill(PDGraphicsState graphics) {
    if (state.isOff() || graphics.getNonStrokeAlphaConstant() < 1 - OPAQUE) {
      return;
    }
    int rgb = Colours.rgb(graphics.getNonStrokingColor());
    float alpha = outline.isLarge() ? 0 : alpha(graphics);
    Path2D shape = outline.shape();
    if (shape == null && !outline.isLarge()) {
      outline.strokes().forEach(part -> addRectangle(part.bounds(), rgb, alpha));
    } else {
      addFill(new Fill(outline.bounds(), shape, rgb, alpha, 0, false));
    }
  }

  private void addRectangle(Rect box, int rgb, float alpha) {
    if (box.height() <= THIN && box.width() > box.height()) {
      addRule(new Rule(box, true));
    } else if (box.width() <= THIN && box.height() > box.width()) {
      addRule(new Rule(box, false));
    }
    addFill(new Fill(box, null, rgb, alpha, 0, false));
  }

  private void addRule(Rule rule) {
    Rect box = rule.box().intersection(state.clip());
    boolean seen = box.width() >= 0 && box.height() >= 0;
    Rule kept = new Rule(box, rule.horizontal());
    if (seen && kept.length() >= SHORT && rules.size() < Budget.MAX_MARKS) {
      rules.add(kept);
    }
  }

  private void addFill(Fill fill) {
    Rect seen = fill.box().intersection(state.clip());
    boolean empty = seen.width() <= 0 || seen.height() <= 0 || !seen.isFinite();
    if (!empty && fills.size() < Budget.MAX_MARKS) {
      fills.add(fill.at(seen, order++));
    }
  }

  private float alpha(PDGraphicsState graphics) {
    return alpha(graphics, (float) graphics.getNonStrokeAlphaConstant());
  }

  /** Share of what lies below that is hidden; 0 where it cannot be told. */
  private float alpha(PDGraphicsState graphics, float constant) {
    boolean normal =
        graphics.getBlendMode() == BlendMode.NORMAL
            || graphics.getBlendMode() == BlendMode.COMPATIBLE;
    boolean masked = graphics.getSoftMask() != null;
    return normal && !masked && state.shapes().isEmpty() ? constant * state.alpha() : 0;
  }
}
