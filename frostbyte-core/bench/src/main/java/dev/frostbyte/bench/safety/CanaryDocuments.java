package dev.frostbyte.bench.safety;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;

/** Documents that ask whoever reads them to fetch something from an address. */
final class CanaryDocuments {
  private static final String OPEN = "http://schemas.openxmlformats.org/";
  private static final String RELATIONS = OPEN + "officeDocument/2006/relationships/";

  private CanaryDocuments() {}

  /** Documents by file name. */
  static Map<String, byte[]> naming(String address) throws IOException {
    Map<String, byte[]> all = new LinkedHashMap<>();
    texts(address).forEach((name, text) -> all.put(name, text.getBytes(StandardCharsets.UTF_8)));
    for (String kind :
        new String[] {"image", "attachedTemplate", "hyperlink", "oleObject", "frame"}) {
      all.put("external-" + kind + ".docx", word(address, kind, ""));
    }
    all.put("entity.docx", word(address, "image", doctype(address)));
    all.put("link.pdf", pdf(address, false));
    all.put("outside-stream.pdf", pdf(address, true));
    all.put("image.odt", openDocument(address));
    return all;
  }

  private static Map<String, String> texts(String address) {
    String page =
        "<html><head><link rel=stylesheet href='@@'><script src='@@'></script><base href='@@'>"
            + "<style>@import url(@@);body{background:url(@@)}</style>"
            + "<meta http-equiv=refresh content='0;url=@@'></head><body><p>x</p><img src='@@'>"
            + "<iframe src='@@'></iframe><object data='@@'></object><video src='@@'></video>"
            + "<svg><image href='@@'/></svg></body></html>";
    String mail =
        "From: a@example.com\r\nSubject: x\r\nMIME-Version: 1.0\r\n"
            + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n"
            + page
            + "\r\n--b\r\nContent-Type: message/external-body; access-type=URL; URL=\"@@\"\r\n\r\n--b--\r\n";
    Map<String, String> all = new LinkedHashMap<>();
    all.put("page.html", page);
    all.put(
        "page.xhtml",
        doctype("@@")
            + "<html xmlns='http://www.w3.org/1999/xhtml'><body><p>&x;</p></body></html>");
    all.put("mail.eml", mail);
    all.put("entity.xml", doctype("@@") + "<a>&x;</a>");
    all.put("parameter.xml", "<!DOCTYPE a [<!ENTITY % p SYSTEM '@@'> %p;]><a>x</a>");
    all.put("outside.xml", "<!DOCTYPE a SYSTEM '@@'><a>x</a>");
    all.put(
        "schema.xml",
        "<a xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:noNamespaceSchemaLocation='@@'>x</a>");
    all.put(
        "include.xml", "<a xmlns:xi='http://www.w3.org/2001/XInclude'><xi:include href='@@'/></a>");
    all.put("style.xml", "<?xml-stylesheet type='text/xsl' href='@@'?><a>x</a>");
    all.put("picture.md", "# x\n\n![x](@@) <img src='@@'>\n");
    all.put("include.adoc", "= x\n\ninclude::@@[]\n\nimage::@@[]\n");
    all.put(
        "field.rtf", "{\\rtf1 x{\\field{\\*\\fldinst INCLUDEPICTURE \"@@\"}}{\\*\\template @@}}");
    all.replaceAll((name, text) -> text.replace("@@", address));
    return all;
  }

  private static String doctype(String address) {
    return "<!DOCTYPE x [<!ENTITY x SYSTEM '" + address + "'>]>";
  }

  private static byte[] word(String address, String kind, String doctype) throws IOException {
    Map<String, String> parts = new LinkedHashMap<>();
    String types =
        "<Types xmlns='"
            + OPEN
            + "package/2006/content-types'>"
            + "<Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
            + "<Override PartName='/word/document.xml' ContentType='application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/></Types>";
    parts.put("[Content_Types].xml", types);
    parts.put("_rels/.rels", relations("officeDocument", "word/document.xml", ""));
    parts.put("word/_rels/document.xml.rels", relations(kind, address, " TargetMode='External'"));
    parts.put(
        "word/document.xml",
        doctype
            + "<w:document xmlns:w='"
            + OPEN
            + "wordprocessingml/2006/main' xmlns:a='"
            + OPEN
            + "drawingml/2006/main' xmlns:r='"
            + OPEN
            + "officeDocument/2006/relationships'><w:body><w:p><w:r>"
            + "<w:t>x</w:t><w:drawing><a:blip r:link='r1'/></w:drawing></w:r></w:p></w:body></w:document>");
    return packed(parts);
  }

  private static String relations(String kind, String target, String mode) {
    return "<Relationships xmlns='"
        + OPEN
        + "package/2006/relationships'><Relationship Id='r1' Type='"
        + RELATIONS
        + kind
        + "' Target='"
        + target
        + "'"
        + mode
        + "/></Relationships>";
  }

  private static byte[] openDocument(String address) throws IOException {
    String family = "urn:oasis:names:tc:opendocument:xmlns:";
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("mimetype", "application/vnd.oasis.opendocument.text");
    parts.put(
        "content.xml",
        "<office:document-content xmlns:office='"
            + family
            + "office:1.0' xmlns:text='"
            + family
            + "text:1.0' xmlns:draw='"
            + family
            + "drawing:1.0' xmlns:xlink='http://www.w3.org/1999/xlink'>"
            + "<office:body><office:text><text:p>x<draw:image xlink:href='"
            + address
            + "' xlink:actuate='onLoad'/></text:p></office:text></office:body></office:document-content>");
    return packed(parts);
  }

  private static byte[] packed(Map<String, String> parts) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return out.toByteArray();
  }

  /** A page that opens the address, or whose content lies there (ISO 32000-1, 7.11.5). */
  private static byte[] pdf(String address, boolean outside) throws IOException {
    try (PDDocument document = new PDDocument();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      PDPage page = new PDPage();
      document.addPage(page);
      PDActionURI action = new PDActionURI();
      action.setURI(address);
      document.getDocumentCatalog().setOpenAction(action);
      if (outside) {
        COSDictionary file = new COSDictionary();
        file.setName(COSName.FS, "URL");
        file.setString(COSName.F, address);
        var stream = document.getDocument().createCOSStream();
        stream.setItem(COSName.F, file);
        page.getCOSObject().setItem(COSName.CONTENTS, stream);
      }
      document.save(out);
      return out.toByteArray();
    }
  }
}
