package dev.frostbyte.parsers.text;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.spi.BudgetReachedException;
import dev.frostbyte.api.spi.DocumentParser;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.ElementSink;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.ParseResult;
import java.io.IOException;
import java.io.StringReader;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads XML without knowing its vocabulary. A DTD is never read; what it would add is reported. */
final class XmlParser implements DocumentParser {
  /** JDKs differ in their defaults; these are fixed, so that all read a file alike. */
  private static final Map<String, String> LIMITS =
      Map.of(
          "jdk.xml.maxElementDepth", "0",
          "jdk.xml.elementAttributeLimit", "10000",
          "jdk.xml.maxXMLNameLimit", "1000");

  @Override
  public ParseResult parse(
      DocumentSource source, MediaType type, ParseLimits limits, ElementSink sink)
      throws IOException {
    return switch (Decoding.readXml(source)) {
      case Decoding.Result.None none -> none.refused();
      case Decoding.Result.Text text -> emit(text.value(), limits, sink);
    };
  }

  private static ParseResult emit(String text, ParseLimits limits, ElementSink sink)
      throws IOException {
    XmlTree tree = new XmlTree(limits);
    DataNode root;
    try {
      root = tree.read(reader(text));
    } catch (XMLStreamException | RuntimeException e) {
      return new ParseResult.Refused(
          Problem.of(ProblemCode.FILE_CORRUPTED, "The file is no well-formed XML."));
    } catch (BudgetReachedException e) {
      throw e;
    }
    sink.accept(Block.heading(1, root.name(), java.util.List.of()));
    new DataWriter(sink).content(root, 2);
    for (Block aside : tree.asides()) {
      sink.accept(aside);
    }
    return new ParseResult.Complete(0);
  }

  private static XMLStreamReader reader(String text) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
    LIMITS.forEach(factory::setProperty);
    factory.setXMLResolver(
        (publicId, systemId, baseUri, namespace) -> {
          throw new XMLStreamException("external entities are never opened");
        });
    return factory.createXMLStreamReader(new StringReader(text));
  }
}
