package dev.frostbyte.parsers.pdf;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.HiddenChannel;
import dev.frostbyte.parsers.internal.Prose;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;

/** Reads the texts of a document's XMP packet that were meant for people. */
final class XmpProperties {
  private static final int MAX_BYTES = 1 << 20;
  private static final int MAX_TEXTS = 200;
  private static final String DUBLIN_CORE = "http://purl.org/dc/elements/1.1/";

  private XmpProperties() {}

  static List<Block> of(COSDictionary catalog, Budget budget) throws IOException {
    List<Block> blocks = new ArrayList<>();
    if (catalog.getDictionaryObject(COSName.METADATA) instanceof COSStream stream
        && stream.getLength() <= MAX_BYTES) {
      StreamBudget.require(stream, budget);
      try (InputStream in = stream.createInputStream()) {
        read(new java.io.ByteArrayInputStream(in.readNBytes(MAX_BYTES)), blocks);
      } catch (IOException | XMLStreamException | RuntimeException e) {
        blocks.add(new Block.Dropped("xmp", "UNREADABLE", List.of()));
      }
    }
    return blocks;
  }

  private static void read(InputStream in, List<Block> blocks) throws XMLStreamException {
    XMLStreamReader reader = factory().createXMLStreamReader(in);
    int inside = 0;
    while (reader.hasNext() && blocks.size() < MAX_TEXTS) {
      int event = reader.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        inside += inside > 0 || DUBLIN_CORE.equals(reader.getNamespaceURI()) ? 1 : 0;
        attributes(reader, blocks);
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        inside -= inside > 0 ? 1 : 0;
      } else if (event == XMLStreamConstants.CHARACTERS && !reader.isWhiteSpace()) {
        add(reader.getText().strip(), inside > 0, blocks);
      }
    }
  }

  private static void attributes(XMLStreamReader reader, List<Block> blocks) {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      boolean described = DUBLIN_CORE.equals(reader.getAttributeNamespace(i));
      add(reader.getAttributeValue(i).strip(), described, blocks);
    }
  }

  /** Of properties that may be dates, ids and numbers, only what is written in words. */
  private static void add(String text, boolean described, List<Block> blocks) {
    if (described ? !text.isBlank() : Prose.isIn(text)) {
      blocks.add(Block.hidden(HiddenChannel.METADATA, text, List.of()));
    }
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory;
  }
}
