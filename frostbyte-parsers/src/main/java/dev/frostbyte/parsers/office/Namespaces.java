package dev.frostbyte.parsers.office;

import java.util.HashMap;
import java.util.Map;

/**
 * One short prefix for each namespace of OOXML, transitional and strict (ECMA-376 parts 1 and 4),
 * whatever prefix a file uses.
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
    return all;
  }

  private static void single(Map<String, String> all) {
    all.put(OPEN + "package/2006/relationships", "rel");
    all.put(OPEN + "package/2006/metadata/core-properties", "cp");
    all.put(OPEN + "markup-compatibility/2006", "mc");
    all.put("http://purl.org/dc/elements/1.1/", "dc");
    all.put("http://purl.org/dc/terms/", "dcterms");
    all.put("http://schemas.microsoft.com/office/word/2010/wordprocessingShape", "wps");
    all.put("http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments", "tc");
    all.put("urn:schemas-microsoft-com:vml", "v");
    all.put("urn:schemas-microsoft-com:office:office", "o");
    all.put("http://www.w3.org/XML/1998/namespace", "xml");
  }

  private static void both(Map<String, String> all, String family, String name, String prefix) {
    all.put(OPEN + family + "2006/" + name, prefix);
    all.put(STRICT + family + name, prefix);
  }
}
