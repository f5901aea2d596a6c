package dev.frostbyte.parsers.office;

import java.util.HashMap;
import java.util.Map;

/**
 * One short prefix for each namespace of OOXML, transitional and strict (ECMA-376 parts 1 and 4),
 * and of OpenDocument, whatever prefix a file uses.
 */
final class Namespaces {
  /** Stands before names of namespaces that are not known. */
  static final String UNKNOWN = "?";

  private static final String OPEN = "http://schemas.openxmlformats.org/";
  private static final String STRICT = "http://purl.oclc.org/ooxml/";
  private static final Map<String, String> PREFIXES = prefixes();

  private Namespaces() {}

  static String prefix(String uri) {
    return PREFIXES.getOrDefault(uri, UNKNOWN);
  }

  private static Map<String, String> prefixes() {
    Map<String, String> all = new HashMap<>();
    both(all, "wordprocessingml/", "main", "w");
    both(all, "spreadsheetml/", "main", "s");
    both(all, "presentationml/", "main", "p");
    both(all, "drawingml/", "main", "a");
    both(all, "drawingml/", "chart", "c");
    both(all, "drawingml/", "diagram", "dgm");
    both(all, "drawingml/", "picture", "pic");
    both(all, "drawingml/", "spreadsheetDrawing", "xdr");
    both(all, "drawingml/", "wordprocessingDrawing", "wp");
    both(all, "officeDocument/", "relationships", "r");
    both(all, "officeDocument/", "math", "m");
    both(all, "officeDocument/", "extended-properties", "ep");
    both(all, "officeDocument/", "custom-properties", "cup");
    both(all, "officeDocument/", "docPropsVTypes", "vt");
    single(all);
    openDocument(all);
    books(all);
    return all;
  }

  private static void single(Map<String, String> all) {
    all.put(OPEN + "package/2006/relationships", "rel");
    all.put(OPEN + "package/2006/metadata/core-properties", "cp");
    all.put(OPEN + "markup-compatibility/2006", "mc");
    all.put("http://purl.org/dc/elements/1.1/", "dc");
    all.put("http://purl.org/dc/terms/", "dcterms");
    all.put("http://schemas.microsoft.com/office/word/2010/wordprocessingShape", "wps");
    all.put("http://schemas.microsoft.com/office/word/2010/wordml", "w14");
    all.put("http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments", "tc");
    all.put("http://schemas.microsoft.com/office/drawing/2017/decorative", "adec");
    all.put("http://schemas.microsoft.com/office/drawing/2012/chart", "c15");
    all.put("http://schemas.microsoft.com/office/drawing/2008/diagram", "dsp");
    all.put("urn:schemas-microsoft-com:vml", "v");
    all.put("urn:schemas-microsoft-com:office:office", "o");
    all.put("http://www.w3.org/XML/1998/namespace", "xml");
    all.put("http://www.w3.org/1999/xlink", "xlink");
    all.put("http://www.w3.org/1998/Math/MathML", "math");
  }

  /** Packages of EPUB (W3C EPUB 3.3; the same in EPUB 2). */
  private static void books(Map<String, String> all) {
    all.put("urn:oasis:names:tc:opendocument:xmlns:container", "ocf");
    all.put("http://www.idpf.org/2007/opf", "opf");
    all.put("http://www.w3.org/2001/04/xmlenc#", "enc");
  }

  /** OpenDocument (OASIS ODF 1.2 to 1.4, part 3). */
  private static void openDocument(Map<String, String> all) {
    String family = "urn:oasis:names:tc:opendocument:xmlns:";
    all.put(family + "office:1.0", "office");
    all.put(family + "style:1.0", "style");
    all.put(family + "text:1.0", "text");
    all.put(family + "table:1.0", "table");
    all.put(family + "drawing:1.0", "draw");
    all.put(family + "presentation:1.0", "presentation");
    all.put(family + "xsl-fo-compatible:1.0", "fo");
    all.put(family + "svg-compatible:1.0", "svg");
    all.put(family + "meta:1.0", "meta");
    all.put(family + "form:1.0", "form");
    all.put(family + "script:1.0", "script");
    all.put(family + "datastyle:1.0", "number");
    all.put("urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0", "loext");
  }

  private static void both(Map<String, String> all, String family, String name, String prefix) {
    all.put(OPEN + family + "2006/" + name, prefix);
    all.put(STRICT + family + name, prefix);
  }
}
