package dev.frostbyte.bench.safety.hidden;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroupAttributes;

/**
 * A PDF document of two pages in the making; what is hidden stands on the second. Content is
 * written in operators, nested at random. One thread; closed by {@link #bytes}.
 */
final class PdfDraft {
  static final float WIDTH = PDRectangle.A4.getWidth();
  static final float HEIGHT = PDRectangle.A4.getHeight();

  final PDDocument document = new PDDocument();
  final PDPage page = new PDPage(new PDRectangle(WIDTH, HEIGHT));
  final PDResources resources = new PDResources();
  final Random random;
  final Marks marks;
  private final StringBuilder content = new StringBuilder();
  private int names;

  PdfDraft(Marks marks, Random random) {
    this.marks = marks;
    this.random = random;
    resources.put(COSName.getPDFName("F"), new PDType1Font(Standard14Fonts.FontName.HELVETICA));
    document.addPage(new PDPage(new PDRectangle(WIDTH, HEIGHT)));
    document.addPage(page);
    page.setResources(resources);
    content.append(text(72, 760, marks.shown()));
  }

  /** Operators that write a line in the colour and mode in force. */
  static String text(float x, float y, String line) {
    return text(12, x, y, line);
  }

  static String text(float size, float x, float y, String line) {
    return say("BT /F %.3f Tf 1 0 0 1 %.2f %.2f Tm (%s) Tj ET\n", size, x, y, line);
  }

  /** The hidden text on a line of its own. */
  String secret() {
    return text(between(8, 16), between(72, 250), between(100, 700), marks.secret());
  }

  float between(double least, double most) {
    return (float) (least + random.nextDouble() * (most - least));
  }

  static String say(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  /** Adds content as it is. */
  PdfDraft add(String operators) {
    content.append(operators);
    return this;
  }

  /** Adds content directly, in saved states, in a form, or in a transparency group. */
  PdfDraft nest(String operators) throws IOException {
    return switch (random.nextInt(4)) {
      case 0 -> add("q " + operators + " Q\n");
      case 1 -> add("q 1 0 0 1 3 5 cm q " + operators + " Q 1 w Q\n");
      case 2 -> add("q /" + form(operators, false) + " Do Q\n");
      default -> add("q /" + form("q " + operators + " Q", true) + " Do Q\n");
    };
  }

  /** The name of a new form with this content. */
  String form(String operators, boolean group) throws IOException {
    return put(formOf(operators, group)).getName();
  }

  COSName put(PDFormXObject form) {
    COSName name = name("X");
    resources.put(name, form);
    return name;
  }

  PDFormXObject formOf(String operators, boolean group) throws IOException {
    PDFormXObject form = new PDFormXObject(new PDStream(stream(operators)));
    form.setBBox(new PDRectangle(0, 0, WIDTH, HEIGHT));
    form.setResources(resources);
    if (group) {
      PDTransparencyGroupAttributes attributes = new PDTransparencyGroupAttributes();
      attributes.getCOSObject().setName(COSName.S, "Transparency");
      form.getCOSObject().setItem(COSName.GROUP, attributes);
    }
    return form;
  }

  COSStream stream(String operators) throws IOException {
    COSStream stream = document.getDocument().createCOSStream();
    try (var out = stream.createOutputStream(COSName.FLATE_DECODE)) {
      out.write(operators.getBytes(StandardCharsets.ISO_8859_1));
    }
    return stream;
  }

  COSName name(String kind) {
    return COSName.getPDFName(kind + ++names);
  }

  /** The document; it is closed. */
  byte[] bytes() throws IOException {
    try (document) {
      page.getCOSObject().setItem(COSName.CONTENTS, stream(content.toString()));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    }
  }
}
