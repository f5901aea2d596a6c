package dev.frostbyte.parsers.internal;

import java.io.Reader;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads XML of strangers: no DTD, no entity of a document's own, nothing outside the text is
 * opened. Thread-safe.
 */
public final class SafeXml {
  /** JDKs differ in their defaults; these are fixed, so that all read a file alike. */
  private static final Map<String, String> LIMITS =
      Map.of(
          "jdk.xml.maxElementDepth", "0",
          "jdk.xml.elementAttributeLimit", "10000",
          "jdk.xml.maxXMLNameLimit", "1000");

  private SafeXml() {}

  /**
   * The events of a text; whoever opens the text closes it. Depth and number of elements are for
   * the caller to bound.
   *
   * @throws XMLStreamException when its beginning is not well-formed; its message may quote it
   */
  public static XMLStreamReader events(Reader text) throws XMLStreamException {
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
    return factory.createXMLStreamReader(text);
  }
}
