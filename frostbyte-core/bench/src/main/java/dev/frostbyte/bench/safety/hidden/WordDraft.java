package dev.frostbyte.bench.safety.hidden;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Writes Word documents that show one line and hold a piece of markup. */
final class WordDraft {
  private static final String OPEN = "http://schemas.openxmlformats.org/";
  private static final String SPACES =
      " xmlns:w='"
          + OPEN
          + "wordprocessingml/2006/main'"
          + " xmlns:r='"
          + OPEN
          + "officeDocument/2006/relationships'"
          + " xmlns:wp='"
          + OPEN
          + "drawingml/2006/wordprocessingDrawing'"
          + " xmlns:a='"
          + OPEN
          + "drawingml/2006/main'"
          + " xmlns:wps='http://schemas.microsoft.com/office/word/2010/wordprocessingShape'"
          + " xmlns:w14='http://schemas.microsoft.com/office/word/2010/wordml'"
          + " xmlns:v='urn:schemas-microsoft-com:vml'";
  private static final String THEME =
      "<a:theme xmlns:a='"
          + OPEN
          + "drawingml/2006/main' name='T'><a:themeElements>"
          + "<a:clrScheme name='C'><a:dk1><a:sysClr val='windowText' lastClr='000000'/></a:dk1>"
          + "<a:lt1><a:sysClr val='window' lastClr='FFFFFF'/></a:lt1>"
          + "<a:dk2><a:srgbClr val='1F497D'/></a:dk2><a:lt2><a:srgbClr val='FAFAF8'/></a:lt2>"
          + "<a:accent1><a:srgbClr val='4F81BD'/></a:accent1>"
          + "<a:accent2><a:srgbClr val='FFFFFF'/></a:accent2>"
          + "<a:accent3><a:srgbClr val='9BBB59'/></a:accent3>"
          + "<a:accent4><a:srgbClr val='8064A2'/></a:accent4>"
          + "<a:accent5><a:srgbClr val='4BACC6'/></a:accent5>"
          + "<a:accent6><a:srgbClr val='F79646'/></a:accent6>"
          + "<a:hlink><a:srgbClr val='0000FF'/></a:hlink>"
          + "<a:folHlink><a:srgbClr val='800080'/></a:folHlink></a:clrScheme>"
          + "</a:themeElements></a:theme>";

  private WordDraft() {}

  /**
   * A document.
   *
   * @param before stands in the root before the body
   * @param body stands between a shown paragraph and another
   * @param styles inside of the part of styles
   */
  static byte[] of(Marks marks, String before, String body, String styles) throws IOException {
    return draft(marks, before, body, styles).bytes();
  }

  static byte[] of(Marks marks, String body) throws IOException {
    return of(marks, "", body, "");
  }

  static byte[] commented(Marks marks, String body, String comments) throws IOException {
    String xml = "<w:comments" + SPACES + ">" + comments + "</w:comments>";
    return draft(marks, "", body, "")
        .add(
            "/word/document.xml",
            "/word/comments.xml",
            "comments",
            "wordprocessingml.comments+xml",
            xml)
        .bytes();
  }

  private static OfficeDraft draft(Marks marks, String before, String body, String styles)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (XWPFDocument document = new XWPFDocument()) {
      document.createStyles();
      document.write(out);
    }
    String all = paragraph(marks.shown()) + body + paragraph("The end");
    return OfficeDraft.of(out)
        .replace(
            "/word/document.xml",
            "<w:document" + SPACES + ">" + before + "<w:body>" + all + "</w:body></w:document>")
        .replace("/word/styles.xml", "<w:styles" + SPACES + ">" + styles + "</w:styles>")
        .add("/word/document.xml", "/word/theme/theme1.xml", "theme", "theme+xml", THEME);
  }

  static String paragraph(String text) {
    return paragraph("", run("", text));
  }

  static String paragraph(String properties, String runs) {
    return "<w:p><w:pPr>" + properties + "</w:pPr>" + runs + "</w:p>";
  }

  static String run(String properties, String text) {
    return "<w:r><w:rPr>"
        + properties
        + "</w:rPr><w:t xml:space='preserve'>"
        + text
        + "</w:t></w:r>";
  }

  /** A run among shown ones, in one piece or torn into letters, in a container or none. */
  static String among(Random random, String properties, Marks marks) {
    StringBuilder runs = new StringBuilder();
    boolean torn = random.nextBoolean();
    for (String piece :
        torn ? marks.secret().split("(?<=\\G.{3})") : new String[] {marks.secret()}) {
      runs.append(run(properties, piece));
    }
    String inside =
        switch (random.nextInt(4)) {
          case 0 -> "<w:ins w:id='7' w:author='a'>" + runs + "</w:ins>";
          case 1 -> "<w:sdt><w:sdtContent>" + runs + "</w:sdtContent></w:sdt>";
          case 2 -> "<w:hyperlink w:anchor='there'>" + runs + "</w:hyperlink>";
          default -> runs.toString();
        };
    return paragraph("", run("", "Before ") + inside + run("", " after"));
  }

  /** A chain of styles, the last of which has the properties. */
  static String chain(String kind, int length, String properties) {
    StringBuilder styles = new StringBuilder();
    for (int i = 0; i < length; i++) {
      boolean last = i == length - 1;
      styles.append("<w:style w:type='").append(kind).append("' w:styleId='S").append(i);
      styles.append("'><w:name w:val='S").append(i).append("'/>");
      styles.append(last ? "" : "<w:basedOn w:val='S" + (i + 1) + "'/>");
      styles.append(last ? "<w:rPr>" + properties + "</w:rPr>" : "").append("</w:style>");
    }
    return styles.toString();
  }

  static String table(
      String tableProperties, String rowProperties, String cellProperties, String content) {
    return "<w:tbl><w:tblPr>"
        + tableProperties
        + "</w:tblPr><w:tr><w:tc>"
        + paragraph("Cell one")
        + "</w:tc><w:tc>"
        + paragraph("Cell two")
        + "</w:tc></w:tr><w:tr><w:trPr>"
        + rowProperties
        + "</w:trPr><w:tc><w:tcPr>"
        + cellProperties
        + "</w:tcPr>"
        + content
        + "</w:tc><w:tc>"
        + "<w:tcPr>"
        + cellProperties
        + "</w:tcPr>"
        + paragraph("")
        + "</w:tc></w:tr></w:tbl>";
  }
}
