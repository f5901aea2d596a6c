package dev.frostbyte.parsers.text;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.HiddenChannel;
import dev.frostbyte.api.spi.BudgetReachedException;
import dev.frostbyte.api.spi.ParseLimits;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads events of XML into a tree, with depth and number bounded. One thread. */
final class XmlTree {
  private static final int DEEPEST = 500;

  private final int deepest;
  private final long most;
  private final Deque<Open> open = new ArrayDeque<>();
  private final List<Block> asides = new ArrayList<>();
  private DataNode root = new DataNode("", false);
  private long nodes;

  /**
   * An element being read, with all text in it, and whether any of that stands directly in it; and
   * the values of all attributes, which have no place where it turns out to be prose.
   */
  private static final class Open {
    private final DataNode node;
    private final StringBuilder whole = new StringBuilder();
    private final StringBuilder said = new StringBuilder();
    private boolean words;
    private boolean elements;

    Open(DataNode node) {
      this.node = node;
    }
  }

  XmlTree(ParseLimits limits) {
    this.deepest = Math.min(DEEPEST, limits.maxDepth());
    this.most = 8L * limits.maxElements();
  }

  DataNode read(XMLStreamReader events) throws XMLStreamException, BudgetReachedException {
    while (events.hasNext()) {
      event(events.next(), events);
    }
    return root;
  }

  /** Comments and instructions, hidden, and what was left out. */
  List<Block> asides() {
    return asides;
  }

  private void event(int event, XMLStreamReader events) throws BudgetReachedException {
    switch (event) {
      case XMLStreamConstants.START_ELEMENT -> begin(events);
      case XMLStreamConstants.END_ELEMENT -> end();
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text(events.getText());
      case XMLStreamConstants.COMMENT -> aside(HiddenChannel.COMMENT, events.getText());
      case XMLStreamConstants.PROCESSING_INSTRUCTION ->
          aside(HiddenChannel.CODE, events.getPITarget() + " " + events.getPIData());
      case XMLStreamConstants.DTD -> dropped("dtd", "NOT_READ");
      case XMLStreamConstants.ENTITY_REFERENCE -> dropped("entity", "DTD_NOT_READ");
      default -> {}
    }
  }

  private void begin(XMLStreamReader events) throws BudgetReachedException {
    if (open.size() >= deepest) {
      throw new BudgetReachedException("maxDepth", deepest);
    }
    DataNode node = counted(new DataNode(events.getLocalName(), false));
    for (int i = 0; i < events.getAttributeCount(); i++) {
      node.add(
          counted(DataNode.leaf(events.getAttributeLocalName(i), events.getAttributeValue(i))));
    }
    Open begun = new Open(node);
    node.children().forEach(value -> begun.said.append(value.text()).append('\n'));
    if (open.isEmpty()) {
      root = node;
    } else {
      open.element().elements = true;
      open.element().node.add(node);
    }
    open.push(begun);
  }

  private DataNode counted(DataNode node) throws BudgetReachedException {
    if (++nodes > most) {
      throw new BudgetReachedException("maxElements", most);
    }
    return node;
  }

  private void text(String words) {
    if (!open.isEmpty()) {
      open.element().words |= !words.isBlank();
      open.element().whole.append(words);
    }
  }

  /** Text beside elements is prose with marked words; text alone is a value. */
  private void end() {
    Open ended = open.pop();
    String whole = ended.whole.toString();
    if (ended.words && ended.elements) {
      ended.node.makeProse(whole.replaceAll("\\s+", " ").strip(), ended.said.toString().strip());
    } else if (ended.words) {
      ended.node.append(whole.strip());
    }
    if (!open.isEmpty()) {
      open.element().whole.append(whole);
      open.element().said.append(ended.said);
    }
  }

  private void aside(HiddenChannel channel, String words) {
    if (!words.isBlank() && asides.size() < most) {
      asides.add(Block.hidden(channel, words.strip(), List.of()));
    }
  }

  private void dropped(String kind, String reason) {
    asides.add(new Block.Dropped(kind, reason, List.of()));
  }
}
