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

  /** An element being read, with the text since its last child. */
  private static final class Open {
    private final DataNode node;
    private final StringBuilder piece = new StringBuilder();
    private boolean words;
    private boolean elements;

    Open(DataNode node) {
      this.node = node;
    }

    void add(DataNode element) {
      endPiece();
      elements = true;
      node.add(element);
    }

    /** Text beside elements that hold only text is prose with marked words. */
    void end() {
      if (!elements) {
        node.makeValue(piece.toString());
        return;
      }
      endPiece();
      if (words && node.children().stream().allMatch(child -> child.children().isEmpty())) {
        node.makeProse();
      } else {
        node.children().removeIf(child -> child.name().isEmpty() && child.text().isBlank());
      }
    }

    private void endPiece() {
      if (!piece.isEmpty()) {
        node.add(DataNode.leaf("", piece.toString()));
        words |= !piece.toString().isBlank();
        piece.setLength(0);
      }
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
      case XMLStreamConstants.END_ELEMENT -> open.pop().end();
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
      node.describe(
          counted(DataNode.leaf(events.getAttributeLocalName(i), events.getAttributeValue(i))));
    }
    if (open.isEmpty()) {
      root = node;
    } else {
      open.element().add(node);
    }
    open.push(new Open(node));
  }

  private DataNode counted(DataNode node) throws BudgetReachedException {
    if (++nodes > most) {
      throw new BudgetReachedException("maxElements", most);
    }
    return node;
  }

  private void text(String words) {
    if (!open.isEmpty()) {
      open.element().piece.append(words);
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
