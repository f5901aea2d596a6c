package dev.frostbyte.parsers.office;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the package document of a book says. Immutable.
 *
 * @param properties title, authors and the like
 * @param spine in reading order
 * @param outside what is in the book but not in the spine
 * @param contents part of the table of contents; empty when there is none
 */
record EpubBook(List<String> properties, List<Item> spine, List<Item> outside, String contents) {
  private static final Set<String> PROPERTIES =
      Set.of("dc:title", "dc:creator", "dc:contributor", "dc:subject", "dc:description");

  /** Fonts may be scrambled without locking the book (EPUB 3.3, 4.4; Adobe's way before it). */
  private static final Set<String> SCRAMBLED =
      Set.of("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC");

  /** A resource of the book. */
  record Item(String part, String type, String properties) {
    boolean isPage() {
      return type.matches("application/xhtml\\+xml|text/html|text/x-oeb1-document");
    }
  }

  /**
   * Reads the book's package.
   *
   * @throws RefusedException when it is locked or names no package document
   */
  static EpubBook read(Container container) throws IOException {
    requireOpen(container);
    String part = packagePart(container);
    Node root;
    try (XmlPart xml = container.mixedXml(part)) {
      root = xml.tree();
    }
    Map<String, Item> items = items(root, part);
    Map<String, Item> rest = new LinkedHashMap<>(items);
    List<Item> spine = new ArrayList<>();
    for (Node reference : root.child("opf:spine").children("opf:itemref")) {
      Item item = rest.remove(reference.attribute("idref"));
      if (item != null) {
        spine.add(item);
      }
    }
    if (spine.isEmpty()) {
      throw RefusedException.corrupted("The book has no chapters in its reading order.");
    }
    String contents = contents(root, items);
    List<Item> outside =
        rest.values().stream().filter(item -> !item.part().equals(contents)).toList();
    return new EpubBook(properties(root), List.copyOf(spine), outside, contents);
  }

  private static void requireOpen(Container container) throws IOException {
    if (!container.has("META-INF/encryption.xml")) {
      return;
    }
    try (XmlPart xml = container.xml("META-INF/encryption.xml")) {
      for (Node data : xml.tree().children("enc:EncryptedData")) {
        if (!SCRAMBLED.contains(data.child("enc:EncryptionMethod").attribute("Algorithm"))) {
          throw RefusedException.locked();
        }
      }
    }
  }

  private static String packagePart(Container container) throws IOException {
    if (!container.has("META-INF/container.xml")) {
      throw RefusedException.corrupted("The book has no container description.");
    }
    try (XmlPart xml = container.xml("META-INF/container.xml")) {
      String part = xml.tree().path("ocf:rootfiles", "ocf:rootfile").attribute("full-path");
      if (!container.has(part)) {
        throw RefusedException.corrupted("The book does not name its package document.");
      }
      return part;
    }
  }

  private static Map<String, Item> items(Node root, String part) {
    Map<String, Item> items = new LinkedHashMap<>();
    for (Node item : root.child("opf:manifest").children("opf:item")) {
      Item read =
          new Item(
              resolve(part, item.attribute("href")),
              item.attribute("media-type"),
              item.attribute("properties"));
      items.putIfAbsent(item.attribute("id"), read);
    }
    return items;
  }

  private static String contents(Node root, Map<String, Item> items) {
    for (Item item : items.values()) {
      if (List.of(item.properties().split("\\s+")).contains("nav")) {
        return item.part();
      }
    }
    Item old = items.get(root.child("opf:spine").attribute("toc"));
    return old == null ? "" : old.part();
  }

  private static List<String> properties(Node root) {
    List<String> properties = new ArrayList<>();
    for (Node property : root.child("opf:metadata").children()) {
      if (PROPERTIES.contains(property.name())) {
        properties.add(OdfText.plain(property));
      }
    }
    return List.copyOf(properties);
  }

  /** The part a reference of another part leads to, without its fragment. */
  static String resolve(String from, String reference) {
    Deque<String> path = new ArrayDeque<>();
    int slash = from.lastIndexOf('/');
    String whole = slash < 0 ? "" : from.substring(0, slash + 1);
    for (String step : (whole + decoded(reference.split("#", 2)[0])).split("/")) {
      if (step.equals("..")) {
        path.pollLast();
      } else if (!step.isEmpty() && !step.equals(".")) {
        path.addLast(step);
      }
    }
    return String.join("/", path);
  }

  private static String decoded(String reference) {
    try {
      return URLDecoder.decode(reference.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return reference;
    }
  }
}
