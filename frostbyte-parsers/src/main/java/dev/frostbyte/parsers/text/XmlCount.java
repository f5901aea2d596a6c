package dev.frostbyte.parsers.text;

import dev.frostbyte.api.model.Expected;
import dev.frostbyte.parsers.internal.Ink;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Counts what XML holds from its events alone: text, comments, values of attributes, and names.
 * Names of what is marked in running text are not shown, and those of equal elements in a row need
 * to be shown once, so they are counted for the first. One thread.
 */
final class XmlCount {
  private final Deque<Level> open = new ArrayDeque<>();
  private long count;

  /** An element that is open, and what names in it count. */
  private static final class Level {
    private final String name;
    private final boolean again;
    private String last = "";
    private boolean words;
    private boolean elements;
    private long names;

    Level(String name, boolean again) {
      this.name = name;
      this.again = again;
    }

    /** What the names of the element and of what is in it count. */
    long named() {
      boolean prose = words && elements;
      return again ? 0 : Ink.of(name) + (prose ? 0 : names);
    }
  }

  private XmlCount() {
    open.push(new Level("", false));
  }

  /** Reads the events to their end. */
  static Expected of(XMLStreamReader events) throws XMLStreamException {
    XmlCount count = new XmlCount();
    while (events.hasNext()) {
      count.event(events.next(), events);
    }
    return new Expected(count.count + count.open.element().named());
  }

  private void event(int event, XMLStreamReader events) {
    switch (event) {
      case XMLStreamConstants.START_ELEMENT -> begin(events);
      case XMLStreamConstants.END_ELEMENT -> {
        long named = open.pop().named();
        open.element().names += named;
      }
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
        count += Ink.of(events.getText());
        open.element().words |= !events.getText().isBlank();
      }
      case XMLStreamConstants.COMMENT -> count += Ink.of(events.getText());
      default -> {}
    }
  }

  private void begin(XMLStreamReader element) {
    Level around = open.element();
    String name = element.getLocalName();
    Level level = new Level(name, name.equals(around.last));
    around.elements = true;
    around.last = name;
    for (int i = 0; i < element.getAttributeCount(); i++) {
      count += Ink.of(element.getAttributeValue(i));
      level.names += Ink.of(element.getAttributeLocalName(i));
    }
    open.push(level);
  }
}
