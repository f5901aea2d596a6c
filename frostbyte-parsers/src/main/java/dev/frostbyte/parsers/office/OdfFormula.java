package dev.frostbyte.parsers.office;

import java.io.IOException;

/** Reads formulas (MathML) embedded in an OpenDocument file. */
final class OdfFormula {
  private OdfFormula() {}

  /**
   * The formula as its author wrote it, or its symbols in order; empty for any other object, and
   * for a formula that cannot be read, such as one with a DTD.
   */
  static String read(Node object, Container container) throws IOException {
    Node math = object.child("math:math");
    return math.exists() ? text(math) : embedded(object, container);
  }

  private static String embedded(Node object, Container container) throws IOException {
    String href = object.attribute("xlink:href").replaceFirst("^\\./", "");
    String part = href.replaceFirst("/$", "") + "/content.xml";
    if (href.isEmpty() || !container.has(part)) {
      return "";
    }
    try (XmlPart xml = container.mixedXml(part)) {
      Node root = xml.tree();
      return root.is("math:math") ? text(root) : "";
    } catch (RefusedException e) {
      return "";
    }
  }

  private static String text(Node math) {
    String written = OdfText.plain(math.find("math:annotation"));
    if (!written.isEmpty()) {
      return written;
    }
    StringBuilder symbols = new StringBuilder();
    collect(math, symbols);
    return symbols.toString().strip();
  }

  private static void collect(Node node, StringBuilder into) {
    into.append(node.text().strip());
    node.children().forEach(child -> collect(child, into));
  }
}
