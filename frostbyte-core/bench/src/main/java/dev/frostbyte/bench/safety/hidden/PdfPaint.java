package dev.frostbyte.bench.safety.hidden;

import static dev.frostbyte.bench.safety.hidden.PdfDraft.say;
import static dev.frostbyte.bench.safety.hidden.PdfDraft.text;

import dev.frostbyte.api.model.HiddenChannel;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.graphics.color.PDColorSpace;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;

/** Text on a PDF page that is painted so that nobody sees it: mode, colour, alpha, size. */
final class PdfPaint {
  private PdfPaint() {}

  /** Content that hides the secret of a draft. */
  interface Content {
    String of(PdfDraft draft) throws IOException;
  }

  static List<Channel> all() {
    return List.of(
        channel(
            "render mode 3",
            HiddenChannel.INVISIBLE,
            nested(draft -> "3 Tr " + draft.secret()),
            nested(draft -> "7 Tr " + draft.secret()),
            nested(draft -> "BT 3 Tr ET q 1 0 0 1 1 1 cm " + draft.secret() + " Q")),
        channel(
            "fill colour",
            HiddenChannel.COLOUR,
            nested(draft -> say("%.3f g ", draft.between(0.95, 1)) + draft.secret()),
            nested(draft -> nearWhite(draft) + draft.secret()),
            nested(draft -> "0 0 0 0 k " + draft.secret()),
            nested(PdfPaint::onBox),
            nested(draft -> "1 Tr 1 G 0.2 w " + draft.secret()),
            PdfPaint::boxInForm,
            PdfPaint::spotColour,
            PdfPaint::onPaleBox,
            PdfPaint::emptyPattern),
        channel(
            "alpha",
            HiddenChannel.INVISIBLE,
            nested(draft -> "/" + alpha(draft, 0.04f) + " gs " + draft.secret()),
            nested(draft -> "1 Tr /" + alpha(draft, 0.04f) + " gs " + draft.secret()),
            PdfPaint::fadedGroup,
            PdfPaint::fadedGroups,
            PdfPaint::masked),
        channel(
            "size under the matrix",
            HiddenChannel.SIZE,
            nested(draft -> sized(draft, draft.between(0.1, 1.3))),
            nested(PdfPaint::scaledText),
            nested(PdfPaint::scaledPage),
            nested(draft -> "2 Tz " + draft.secret())));
  }

  static Channel.Way nested(Content content) {
    return (marks, random) -> {
      PdfDraft draft = new PdfDraft(marks, random);
      return draft.nest(content.of(draft)).bytes();
    };
  }

  private static Channel channel(String name, HiddenChannel proper, Channel.Way... ways) {
    return Channel.of("PDF", name, proper, "pdf", 2, ways);
  }

  private static String nearWhite(PdfDraft draft) {
    return say(
        "%.3f %.3f %.3f rg ",
        draft.between(0.94, 1), draft.between(0.94, 1), draft.between(0.94, 1));
  }

  private static String onBox(PdfDraft draft) {
    String colour = say("%.3f %.3f %.3f rg ", some(draft), some(draft), some(draft));
    return colour + "60 90 500 640 re f " + draft.secret();
  }

  private static double some(PdfDraft draft) {
    return draft.between(0, 1);
  }

  private static byte[] boxInForm(Marks marks, Random random) throws IOException {
    PdfDraft draft = new PdfDraft(marks, random);
    String colour = say("%.3f %.3f %.3f rg ", some(draft), some(draft), some(draft));
    String box = draft.form(colour + "60 90 500 640 re f", random.nextBoolean());
    return draft.add("q /" + box + " Do Q q " + colour + draft.secret() + " Q").bytes();
  }

  /** No ink of a spot colour. */
  private static byte[] spotColour(Marks marks, Random random) throws IOException {
    PdfDraft draft = new PdfDraft(marks, random);
    COSDictionary tint = new COSDictionary();
    tint.setInt(COSName.FUNCTION_TYPE, 2);
    tint.setItem(COSName.DOMAIN, array(0, 1));
    tint.setItem(COSName.getPDFName("C0"), array(0, 0, 0, 0));
    tint.setItem(COSName.getPDFName("C1"), array(0, 1, 1, 0));
    tint.setInt(COSName.getPDFName("N"), 1);
    COSArray space = new COSArray();
    space.add(COSName.SEPARATION);
    space.add(COSName.getPDFName("Spot"));
    space.add(COSName.DEVICECMYK);
    space.add(tint);
    COSName name = draft.name("C");
    draft.resources.put(name, PDColorSpace.create(space));
    return draft.nest("/" + name.getName() + " cs 0 sc " + draft.secret()).bytes();
  }

  /** A box half seen through and text of the colour that comes out. */
  private static byte[] onPaleBox(Marks marks, Random random) throws IOException {
    PdfDraft draft = new PdfDraft(marks, random);
    double grey = draft.between(0, 0.6);
    String half = "q /" + alpha(draft, 0.5f, 0.5f) + " gs " + say("%.3f g ", grey);
    draft.add(half + "60 90 500 640 re f Q\n");
    return draft.nest(say("%.3f g ", (1 + grey) / 2) + draft.secret()).bytes();
  }

  private static byte[] emptyPattern(Marks marks, Random random) throws IOException {
    PdfDraft draft = new PdfDraft(marks, random);
    var pattern = draft.stream(random.nextBoolean() ? "" : "1 g 0 0 9 9 re f");
    pattern.setInt(COSName.PATTERN_TYPE, 1);
    pattern.setInt(COSName.PAINT_TYPE, 1);
    pattern.setInt(COSName.TILING_TYPE, 1);
    pattern.setItem(COSName.BBOX, array(0, 0, 9, 9));
    pattern.setInt(COSName.X_STEP, 9);
    pattern.setInt(COSName.Y_STEP, 9);
    pattern.setItem(COSName.RESOURCES, new COSDictionary());
    COSDictionary patterns = new COSDictionary();
    patterns.setItem(COSName.getPDFName("P"), pattern);
    draft.resources.getCOSObject().setItem(COSName.PATTERN, patterns);
    return draft.nest("/Pattern cs /P scn " + draft.secret()).bytes();
  }

  static String alpha(PdfDraft draft, float most) {
    return alpha(draft, 0, most);
  }

  static String alpha(PdfDraft draft, float least, float most) {
    PDExtendedGraphicsState state = new PDExtendedGraphicsState();
    float alpha = draft.between(least, most);
    state.setNonStrokingAlphaConstant(alpha);
    state.setStrokingAlphaConstant(alpha);
    COSName name = draft.name("G");
    draft.resources.put(name, state);
    return name.getName();
  }

  private static byte[] fadedGroup(Marks marks, Random random) throws IOException {
    PdfDraft draft = new PdfDraft(marks, random);
    String form = draft.form(draft.secret(), true);
    return draft.add("q /" + alpha(draft, 0.04f) + " gs /" + form + " Do Q").bytes();
  }

  private static byte[] fadedGroups(Marks marks, Random random) throws IOException {
    PdfDraft draft = new PdfDraft(marks, random);
    String inner = draft.form(draft.secret(), true);
    String fade = alpha(draft, 0.05f, 0.2f);
    String outer = draft.form("/" + fade + " gs /" + inner + " Do", true);
    return draft.add("q /" + fade + " gs /" + outer + " Do Q").bytes();
  }

  /** A mask of luminosity that is black, or of alpha that is empty. */
  private static byte[] masked(Marks marks, Random random) throws IOException {
    PdfDraft draft = new PdfDraft(marks, random);
    boolean luminosity = random.nextBoolean();
    PDFormXObject form = draft.formOf(luminosity ? "0 g 0 0 600 900 re f" : "", true);
    if (luminosity) {
      form.getCOSObject().getCOSDictionary(COSName.GROUP).setName(COSName.CS, "DeviceGray");
    }
    COSDictionary mask = new COSDictionary();
    mask.setName(COSName.TYPE, "Mask");
    mask.setName(COSName.S, luminosity ? "Luminosity" : "Alpha");
    mask.setItem(COSName.G, form);
    COSDictionary state = new COSDictionary();
    state.setItem(COSName.SMASK, mask);
    COSName name = draft.name("G");
    draft.resources.put(name, new PDExtendedGraphicsState(state));
    return draft.nest("/" + name.getName() + " gs " + draft.secret()).bytes();
  }

  private static String sized(PdfDraft draft, float size) {
    return text(size, draft.between(72, 250), draft.between(100, 700), draft.marks.secret());
  }

  private static String scaledText(PdfDraft draft) {
    double scale = draft.between(0.01, 0.08);
    return say(
        "BT /F 14 Tf %.4f 0 0 %.4f %.2f %.2f Tm (%s) Tj ET ",
        scale, scale, draft.between(72, 250), draft.between(100, 700), draft.marks.secret());
  }

  private static String scaledPage(PdfDraft draft) {
    double scale = draft.between(0.1, 0.3);
    String shrink = say("%.4f 0 0 %.4f 60 60 cm ", scale, scale);
    return "q " + shrink + shrink + text(12, 90, 90, draft.marks.secret()) + " Q";
  }

  static COSArray array(double... numbers) {
    COSArray array = new COSArray();
    for (double number : numbers) {
      boolean whole = number == Math.rint(number);
      COSBase item = whole ? COSInteger.get((long) number) : new COSFloat((float) number);
      array.add(item);
    }
    return array;
  }
}
