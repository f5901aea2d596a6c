package dev.frostbyte.bench.safety.hidden;

import static dev.frostbyte.bench.safety.hidden.PdfDraft.say;
import static dev.frostbyte.bench.safety.hidden.PdfDraft.text;

import dev.frostbyte.api.model.HiddenChannel;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** Text on a PDF page that stands where nobody sees it: outside, cut off, painted over. */
final class PdfPlace {
  private PdfPlace() {}

  static List<Channel> all() {
    return List.of(
        channel(
            "off page",
            HiddenChannel.OFF_PAGE,
            PdfPaint.nested(draft -> at(draft, draft.between(700, 3_000), 400)),
            PdfPaint.nested(draft -> at(draft, 100, draft.between(-900, -40))),
            PdfPaint.nested(draft -> "1 0 0 1 0 5000 cm " + draft.secret()),
            PdfPlace::besideTurnedPage,
            PdfPlace::besideMovedPage),
        channel(
            "crop box",
            HiddenChannel.OFF_PAGE,
            (marks, random) -> cropped(marks, random, 0),
            (marks, random) -> cropped(marks, random, 90),
            PdfPlace::croppedByTree),
        channel(
            "clip",
            HiddenChannel.OFF_PAGE,
            PdfPaint.nested(draft -> "300 720 200 60 re W n " + draft.secret()),
            PdfPaint.nested(draft -> "0 0 300 90 re W n 0 710 300 90 re W n " + draft.secret()),
            PdfPaint.nested(draft -> "50 50 0 0 re W n " + draft.secret()),
            PdfPaint.nested(draft -> "70 90 m 70 800 l 50 800 l h W* n " + draft.secret()),
            PdfPaint.nested(PdfPlace::byTriangle),
            PdfPaint.nested(PdfPlace::byText),
            PdfPlace::byFormBox),
        covered());
  }

  private static Channel covered() {
    return channel(
        "later paint-over",
        HiddenChannel.COVERED,
        PdfPaint.nested(draft -> draft.secret() + say("%.2f g ", draft.between(0, 1)) + box()),
        PdfPaint.nested(draft -> draft.secret() + "1 g 60 90 100 640 re f 159 90 400 640 re f"),
        PdfPaint.nested(draft -> draft.secret() + "1 G 640 w 60 410 m 560 410 l S"),
        PdfPaint.nested(
            draft -> draft.secret() + "1 g 60 90 m 560 90 l 570 700 l 300 740 l 60 730 l f"),
        PdfPlace::underPicture,
        PdfPlace::underForm,
        PdfPlace::underStamp,
        PdfPlace::underShading);
  }

  private static Channel channel(String name, HiddenChannel proper, Channel.Way... ways) {
    return Channel.of("PDF", name, proper, "pdf", 2, ways);
  }

  private static String at(PdfDraft draft, float x, float y) {
    return text(draft.between(8, 16), x, y, draft.marks.secret());
  }

  private static String box() {
    return "60 90 500 640 re f ";
  }

  private static byte[] besideTurnedPage(Marks marks, Random random) throws IOException {
    PdfDraft draft = new PdfDraft(marks, random);
    draft.page.setRotation(90 * (1 + random.nextInt(3)));
    return draft.nest(at(draft, 100, draft.between(900, 3_000))).bytes();
  }

  private static byte[] besideMovedPage(Marks marks, Random random) throws IOException {
    PdfDraft draft = new PdfDraft(marks, random);
    draft.page.setMediaBox(new PDRectangle(0, 730, 400, 112));
    return draft.nest(draft.secret()).bytes();
  }

  private static byte[] cropped(Marks marks, Random random, int turned) throws IOException {
    PdfDraft draft = new PdfDraft(marks, random);
    draft.page.setRotation(turned);
    float bottom = draft.between(730, 750);
    draft.page.setCropBox(new PDRectangle(40, bottom, 500, PdfDraft.HEIGHT - bottom));
    return draft.nest(draft.secret()).bytes();
  }

  private static byte[] croppedByTree(Marks marks, Random random) throws IOException {
    PdfDraft draft = new PdfDraft(marks, random);
    COSDictionary tree = draft.page.getCOSObject().getCOSDictionary(COSName.PARENT);
    tree.setItem(COSName.CROP_BOX, new PDRectangle(40, 740, 500, 100));
    draft.page.getCOSObject().removeItem(COSName.CROP_BOX);
    return draft.nest(draft.secret()).bytes();
  }

  /** The text lies inside the bounds of the triangle, not inside it. */
  private static String byTriangle(PdfDraft draft) {
    return "0 0 m 590 0 l 590 840 l h W n "
        + text(12, draft.between(20, 60), draft.between(500, 700), draft.marks.secret());
  }

  private static String byText(PdfDraft draft) {
    return "BT /F 12 Tf 7 Tr 1 0 0 1 400 60 Tm (x) Tj ET 0 Tr " + draft.secret();
  }

  private static byte[] byFormBox(Marks marks, Random random) throws IOException {
    PdfDraft draft = new PdfDraft(marks, random);
    PDFormXObject form = draft.formOf(draft.secret(), random.nextBoolean());
    form.setBBox(new PDRectangle(0, 0, 50, 50));
    return draft.add("q /" + draft.put(form).getName() + " Do Q").bytes();
  }

  private static byte[] underPicture(Marks marks, Random random) throws IOException {
    PdfDraft draft = new PdfDraft(marks, random);
    BufferedImage image = new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB);
    image.setRGB(1, 1, new Color(random.nextInt(1 << 24)).getRGB());
    PDImageXObject picture = LosslessFactory.createFromImage(draft.document, image);
    COSName name = draft.name("I");
    draft.resources.put(name, picture);
    draft.nest(draft.secret());
    return draft.add("q 300 0 0 620 60 90 cm /" + name.getName() + " Do Q").bytes();
  }

  private static byte[] underForm(Marks marks, Random random) throws IOException {
    PdfDraft draft = new PdfDraft(marks, random);
    String form = draft.form("0.9 g " + box(), random.nextBoolean());
    return draft.nest(draft.secret()).add("q /" + form + " Do Q").bytes();
  }

  /** A stamp is painted over the page. */
  private static byte[] underStamp(Marks marks, Random random) throws IOException {
    PdfDraft draft = new PdfDraft(marks, random);
    draft.nest(draft.secret());
    PdfExtras.stamp(draft, draft.formOf("0.5 g 0 0 600 900 re f", false));
    return draft.bytes();
  }

  private static byte[] underShading(Marks marks, Random random) throws IOException {
    PdfDraft draft = new PdfDraft(marks, random);
    COSDictionary function = new COSDictionary();
    function.setInt(COSName.FUNCTION_TYPE, 2);
    function.setItem(COSName.DOMAIN, PdfPaint.array(0, 1));
    function.setItem(COSName.getPDFName("C0"), PdfPaint.array(0.5));
    function.setItem(COSName.getPDFName("C1"), PdfPaint.array(0.9));
    function.setInt(COSName.getPDFName("N"), 1);
    COSDictionary shading = new COSDictionary();
    shading.setInt(COSName.SHADING_TYPE, 2);
    shading.setItem(COSName.COLORSPACE, COSName.DEVICEGRAY);
    shading.setItem(COSName.COORDS, PdfPaint.array(0, 0, 500, 0));
    shading.setItem(COSName.FUNCTION, function);
    COSDictionary shadings = new COSDictionary();
    shadings.setItem(COSName.getPDFName("S"), shading);
    draft.resources.getCOSObject().setItem(COSName.SHADING, shadings);
    return draft.nest(draft.secret()).add("q 60 90 500 640 re W n /S sh Q").bytes();
  }
}
