package dev.frostbyte.bench.safety.hidden;

import java.awt.Rectangle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.poi.xslf.usermodel.SlideLayout;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFSlideLayout;

/** Writes decks of two slides, the second of which holds a piece of markup. */
final class SlideDraft {
  private static final String OPEN = "http://schemas.openxmlformats.org/";
  private static final String SPACES =
      " xmlns:p='"
          + OPEN
          + "presentationml/2006/main'"
          + " xmlns:a='"
          + OPEN
          + "drawingml/2006/main'"
          + " xmlns:r='"
          + OPEN
          + "officeDocument/2006/relationships'";
  private static final String TREE = "<p:nvGrpSpPr><p:cNvPr id='1' name=''/></p:nvGrpSpPr>";

  private SlideDraft() {}

  /**
   * A deck.
   *
   * @param attributes of the second slide
   * @param shapes on it, besides one that shows a line
   * @param layout shapes of its layout
   */
  static byte[] of(Marks marks, String attributes, String shapes, String layout)
      throws IOException {
    return draft(marks, attributes, "", shapes, layout).bytes();
  }

  /** A deck whose second slide has a ground of this fill. */
  static byte[] grounded(Marks marks, String fill, String shapes) throws IOException {
    String ground = "<p:bg><p:bgPr>" + fill + "</p:bgPr></p:bg>";
    return draft(marks, "", ground, shapes, "").bytes();
  }

  static byte[] commented(Marks marks) throws IOException {
    String comments =
        "<p:cmLst"
            + SPACES
            + "><p:cm authorId='0' idx='1'><p:pos x='1' y='1'/><p:text>"
            + marks.secret()
            + "</p:text></p:cm></p:cmLst>";
    return draft(marks, "", "", "", "")
        .add(
            "/ppt/slides/slide2.xml",
            "/ppt/comments/comment1.xml",
            "comments",
            "presentationml.comments+xml",
            comments)
        .bytes();
  }

  private static OfficeDraft draft(
      Marks marks, String attributes, String ground, String shapes, String layout)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    String layoutPart;
    try (XMLSlideShow deck = new XMLSlideShow()) {
      var shown = deck.createSlide().createTextBox();
      shown.setAnchor(new Rectangle(50, 50, 400, 60));
      shown.setText(marks.shown());
      XSLFSlideLayout body =
          deck.getSlideMasters().getFirst().getLayout(SlideLayout.TITLE_AND_CONTENT);
      XSLFSlide slide = deck.createSlide(body);
      layoutPart = slide.getSlideLayout().getPackagePart().getPartName().getName();
      deck.write(out);
    }
    String second = box("", "", run(">", "Second slide"));
    OfficeDraft draft =
        OfficeDraft.of(out)
            .replace("/ppt/slides/slide2.xml", part("p:sld", attributes, ground, second + shapes));
    return layout.isEmpty()
        ? draft
        : draft.replace(layoutPart, part("p:sldLayout", "type='obj'", "", layout));
  }

  private static String part(String root, String attributes, String ground, String shapes) {
    return "<"
        + root
        + SPACES
        + " "
        + attributes
        + "><p:cSld>"
        + ground
        + "<p:spTree>"
        + TREE
        + "<p:grpSpPr/>"
        + shapes
        + "</p:spTree></p:cSld></"
        + root
        + ">";
  }

  static String run(String properties, String text) {
    return "<a:p><a:r><a:rPr" + properties + "</a:rPr><a:t>" + text + "</a:t></a:r></a:p>";
  }

  /** A shape on the slide. */
  static String box(String attributes, String listStyle, String paragraphs) {
    return shape(
        attributes, "", "<a:off x='900000' y='900000'/>", "<a:bodyPr/>" + listStyle, paragraphs);
  }

  static String placeholder(String properties, String paragraphs) {
    return shape("", "<p:ph idx='1'/>", "<a:off x='900000' y='900000'/>", properties, paragraphs);
  }

  static String shape(
      String attributes, String placeholder, String place, String body, String paragraphs) {
    return "<p:sp><p:nvSpPr><p:cNvPr id='5' name='S' "
        + attributes
        + "/><p:cNvSpPr/><p:nvPr>"
        + placeholder
        + "</p:nvPr></p:nvSpPr><p:spPr><a:xfrm>"
        + place
        + "<a:ext cx='4000000' cy='900000'/></a:xfrm></p:spPr><p:txBody>"
        + body
        + paragraphs
        + "</p:txBody></p:sp>";
  }
}
