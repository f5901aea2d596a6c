package dev.frostbyte.parsers.office;

import dev.frostbyte.parsers.internal.MathTerm;
import dev.frostbyte.parsers.internal.MathText;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

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
    return MathText.of(term(math));
  }

  private static MathTerm term(Node node) {
    String name = node.name().substring(node.name().indexOf(':') + 1);
    List<MathTerm> parts =
        node.children().stream()
            .filter(child -> !child.is(Node.TEXT))
            .map(OdfFormula::term)
            .toList();
    String text = node.children().stream().map(Node::text).collect(Collectors.joining());
    return new MathTerm(name, parts.isEmpty() ? text : "", parts);
  }
}
