package dev.frostbyte.parsers.pdf;

import dev.frostbyte.api.spi.BudgetReachedException;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.jspecify.annotations.Nullable;

/** Runs the content of one page and hands what is painted to a {@link PageRecorder}. One thread. */
final class PageReader extends PDFGraphicsStreamEngine {
  private final PageRecorder recorder;
  private final PaintState state;
  private final Layers layers;
  private final Budget budget;
  private final MarkedContent marked;
  private int forms;

  PageReader(
      PDPage page, PageRecorder recorder, Layers layers, MarkedContent marked, Budget budget) {
    super(page);
    this.recorder = recorder;
    this.state = recorder.state();
    this.layers = layers;
    this.marked = marked;
    this.budget = budget;
    PlainColour.addTo(this);
  }

  /** Notes that something could not be painted. */
  void damaged() {
    recorder.damaged();
  }

  @Override
  protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
    budget.operator();
    if (operator.getName().equals(OperatorName.END_MARKED_CONTENT)) {
      budget.characters(marked.words());
    }
    try {
      super.processOperator(operator, operands);
    } catch (IllegalArgumentException | ClassCastException | IndexOutOfBoundsException e) {
      recorder.damaged();
    }
  }

  @Override
  protected void operatorException(Operator operator, List<COSBase> operands, IOException problem)
      throws IOException {
    if (problem instanceof BudgetReachedException) {
      throw problem;
    }
    recorder.damaged();
  }

  @Override
  public void saveGraphicsState() {
    if (getGraphicsStackSize() < Budget.MAX_SAVED_STATES) {
      super.saveGraphicsState();
      state.save();
    }
  }

  @Override
  public void restoreGraphicsState() {
    super.restoreGraphicsState();
    state.restore();
  }

  @Override
  public void showForm(PDFormXObject form) throws IOException {
    int depth = enter(form, 1);
    try {
      super.showForm(form);
    } finally {
      leave(depth);
    }
  }

  @Override
  public void showTransparencyGroup(PDTransparencyGroup form) throws IOException {
    int depth = enter(form, (float) getGraphicsState().getNonStrokeAlphaConstant());
    try {
      super.showTransparencyGroup(form);
    } finally {
      leave(depth);
    }
  }

  /** The look of an annotation ends where its rectangle does, and may stand on a layer. */
  @Override
  public void showAnnotation(PDAnnotation annotation) throws IOException {
    int depth = state.depth();
    state.save();
    state.beginMarked(layers.isOff(annotation.getOptionalContent()));
    PDRectangle place = annotation.getRectangle();
    if (place != null) {
      state.clip(recorder.shown(place.toGeneralPath().getBounds2D()));
    }
    try {
      super.showAnnotation(annotation);
    } finally {
      state.endMarked();
      state.restoreTo(depth);
    }
  }

  /** Text that was shown to clip clips what comes after it. */
  @Override
  public void endText() throws IOException {
    super.endText();
    recorder.endText();
  }

  private int enter(PDFormXObject form, float alpha) throws IOException {
    budget.form(++forms);
    StreamBudget.require(form.getCOSObject(), budget);
    int depth = state.depth();
    marked.enter(form.getCOSObject());
    state.save();
    state.beginMarked(layers.isOff(form.getOptionalContent()));
    state.fade(alpha);
    PDRectangle box = form.getBBox();
    if (box != null) {
      Matrix matrix =
          form.getMatrix().multiply(getGraphicsState().getCurrentTransformationMatrix());
      state.clip(recorder.shown(box.transform(matrix).getBounds2D()));
    }
    return depth;
  }

  private void leave(int depth) {
    state.endMarked();
    state.restoreTo(depth);
    marked.leave();
    forms--;
  }

  @Override
  public void beginMarkedContentSequence(COSName tag, @Nullable COSDictionary properties) {
    boolean hides = false;
    if (properties != null && tag != null && tag.getName().equals("OC")) {
      hides = layers.isOff(PDPropertyList.create(properties));
    }
    state.beginMarked(hides);
    marked.begin(tag, properties, recorder.glyphs());
  }

  @Override
  public void endMarkedContentSequence() {
    state.endMarked();
    recorder.replace(marked.end());
  }

  @Override
  protected void showGlyph(Matrix matrix, PDFont font, int code, Vector advance)
      throws IOException {
    recorder.glyph(
        matrix, font, code, advance, getGraphicsState(), marked.mark(), marked.isWorded());
  }

  @Override
  protected void showType3Glyph(Matrix matrix, PDType3Font font, int code, Vector advance)
      throws IOException {
    showGlyph(matrix, font, code, advance);
  }

  @Override
  public void drawImage(PDImage image) {
    boolean off =
        image instanceof PDImageXObject picture && layers.isOff(picture.getOptionalContent());
    boolean seeThrough =
        image instanceof PDImageXObject picture
            && (picture.getCOSObject().containsKey(COSName.SMASK)
                || picture.getCOSObject().containsKey(COSName.MASK));
    if (!off && !state.isOff()) {
      Matrix matrix = getGraphicsState().getCurrentTransformationMatrix();
      AffineTransform unit = matrix.createAffineTransform();
      Rectangle2D box =
          unit.createTransformedShape(new Rectangle2D.Float(0, 0, 1, 1)).getBounds2D();
      recorder.image(recorder.shown(box), !seeThrough && !image.isStencil(), getGraphicsState());
    }
  }

  @Override
  public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
    moveTo((float) p0.getX(), (float) p0.getY());
    lineTo((float) p1.getX(), (float) p1.getY());
    lineTo((float) p2.getX(), (float) p2.getY());
    lineTo((float) p3.getX(), (float) p3.getY());
    closePath();
  }

  @Override
  public void clip(int windingRule) {
    recorder.clipNext();
  }

  @Override
  public void moveTo(float x, float y) {
    recorder.moveTo(x, y);
  }

  @Override
  public void lineTo(float x, float y) {
    recorder.lineTo(x, y);
  }

  @Override
  public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
    recorder.curveTo(x1, y1, x2, y2, x3, y3);
  }

  @Override
  public @Nullable Point2D getCurrentPoint() {
    return recorder.currentPoint();
  }

  @Override
  public void closePath() {
    recorder.closePath();
  }

  @Override
  public void endPath() {
    recorder.endPath();
  }

  @Override
  public void strokePath() {
    recorder.stroke(getGraphicsState());
    recorder.endPath();
  }

  @Override
  public void fillPath(int windingRule) {
    recorder.fill(getGraphicsState());
    recorder.endPath();
  }

  @Override
  public void fillAndStrokePath(int windingRule) {
    recorder.fill(getGraphicsState());
    recorder.stroke(getGraphicsState());
    recorder.endPath();
  }

  @Override
  public void shadingFill(COSName shadingName) {
    recorder.shading(getGraphicsState());
  }
}
