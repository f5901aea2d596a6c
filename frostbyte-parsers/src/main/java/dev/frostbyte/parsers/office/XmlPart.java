package dev.frostbyte.parsers.office;

import dev.frostbyte.api.spi.BudgetReachedException;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.parsers.internal.SafeXml;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * One XML part as a stream of elements. A DTD is refused (OOXML has none), nesting and the size of
 * one element are bounded. Of {@code mc:AlternateContent} only the branch a current office program
 * shows is read. One thread; whoever opens it closes it.
 */
final class XmlPart implements AutoCloseable {
  private static final int DEEPEST = 1_000;

  private static final Set<String> UNDERSTOOD =
      Set.of(
          "wps", "wpg", "wpc", "wp14", "w14", "w15", "w16", "a14", "p14", "p15", "x14", "x15", "v");

  private final InputStream in;
  private final XMLStreamReader reader;
  private final int maxDepth;
  private final long maxNodes;
  private final boolean mixed;
  private int depth;

  /**
   * Opens a part.
   *
   * @param mixed whether text is kept as {@link Node#TEXT} children, in order among the elements
   */
  XmlPart(InputStream in, ParseLimits limits, boolean mixed) throws IOException {
    this.in = in;
    this.mixed = mixed;
    this.maxDepth = Math.min(limits.maxDepth(), DEEPEST);
    this.maxNodes = 8L * limits.maxElements();
    this.reader = reader(in);
  }

  /** Reads the part as one tree. */
  Node tree() throws IOException {
    while (next() != XMLStreamConstants.START_ELEMENT) {
      continue;
    }
    return subtree();
  }

  /**
   * Walks through the part: elements named are entered, every other element is handed over whole.
   */
  void walk(Set<String> entered, Visitor visitor) throws IOException {
    Deque<String> open = new ArrayDeque<>();
    for (int event = next(); event != XMLStreamConstants.END_DOCUMENT; event = next()) {
      if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
        visitor.left(open.pop());
      } else if (event == XMLStreamConstants.START_ELEMENT) {
        enterOrTake(entered, visitor, open);
      }
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private void enterOrTake(Set<String> entered, Visitor visitor, Deque<String> open)
      throws IOException {
    String name = name();
    if (!entered.contains(name)) {
      visitor.took(subtree());
      return;
    }
    deeper();
    open.push(name);
    visitor.entered(node());
  }

  private Node subtree() throws IOException {
    Deque<Node> open = new ArrayDeque<>();
    Node root = node();
    open.push(root);
    deeper();
    for (long nodes = 1; !open.isEmpty(); ) {
      int event = next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        deeper();
        Node node = node();
        attach(open.element(), node);
        open.push(node);
        require("maxElements", ++nodes, maxNodes);
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
        open.pop();
      } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
        nodes += text(open.element());
        require("maxElements", nodes, maxNodes);
      }
    }
    return root;
  }

  /** Keeps a piece of text; the number of nodes made for it. */
  private int text(Node parent) {
    if (mixed) {
      parent.add(Node.piece(reader.getText()));
      return 1;
    }
    parent.append(reader.getText());
    return 0;
  }

  /** Leaves out branches of alternate content that are not shown; they are read but not kept. */
  private static void attach(Node parent, Node child) {
    boolean branch = child.is("mc:Choice") || child.is("mc:Fallback");
    if (!branch || !parent.is("mc:AlternateContent")) {
      parent.add(child);
    } else if (parent.children().isEmpty() && shown(child)) {
      parent.add(child);
    }
  }

  private static boolean shown(Node branch) {
    if (branch.is("mc:Fallback")) {
      return true;
    }
    for (String prefix : branch.attribute("Requires").strip().split("\\s+")) {
      if (!UNDERSTOOD.contains(prefix)) {
        return false;
      }
    }
    return true;
  }

  private void deeper() throws BudgetReachedException {
    require("maxDepth", ++depth, maxDepth);
  }

  private static void require(String limit, long used, long allowed) throws BudgetReachedException {
    if (used > allowed) {
      throw new BudgetReachedException(limit, allowed);
    }
  }

  private Node node() {
    int count = reader.getAttributeCount();
    Map<String, String> attributes = count == 0 ? Map.of() : new HashMap<>();
    for (int i = 0; i < count; i++) {
      String uri = reader.getAttributeNamespace(i);
      String local = reader.getAttributeLocalName(i);
      String key = uri == null || uri.isEmpty() ? local : Namespaces.prefix(uri) + ":" + local;
      attributes.put(key, reader.getAttributeValue(i));
    }
    return new Node(name(), attributes);
  }

  private String name() {
    String uri = reader.getNamespaceURI();
    return Namespaces.prefix(uri == null ? "" : uri) + ":" + reader.getLocalName();
  }

  private int next() throws IOException {
    try {
      int event = reader.next();
      if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
        throw RefusedException.corrupted("A part of the office file declares a DTD.");
      }
      return event;
    } catch (XMLStreamException | RuntimeException e) {
      throw cause(e);
    }
  }

  /** What the stream below threw passes; anything else means broken XML. */
  private static IOException cause(Exception e) {
    for (Throwable at = e; at != null; at = at.getCause()) {
      if (at instanceof RefusedException || at instanceof BudgetReachedException) {
        return (IOException) at;
      }
    }
    Throwable nested = e instanceof XMLStreamException xml ? xml.getNestedException() : null;
    if (nested instanceof RefusedException || nested instanceof BudgetReachedException) {
      return (IOException) nested;
    }
    return RefusedException.corrupted("A part of the office file is not well-formed XML.");
  }

  private static XMLStreamReader reader(InputStream in) throws IOException {
    try {
      return SafeXml.events(PartText.of(in));
    } catch (XMLStreamException | RuntimeException e) {
      throw cause(e);
    }
  }

  /** Takes what {@link #walk} finds. */
  interface Visitor {
    /** An element was entered; the node holds its attributes only. */
    default void entered(Node element) throws IOException {}

    /** An element was read whole. */
    void took(Node element) throws IOException;

    /** An element that was entered ends. */
    default void left(String name) throws IOException {}
  }
}
