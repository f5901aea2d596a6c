package dev.frostbyte.parsers.office;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * The table of contents of a book: the navigation document of EPUB 3 or the NCX of EPUB 2, which
 * carries a DTD that is never read. Immutable.
 */
final class EpubContents {
  private static final Entry NONE = new Entry(1, "");
  private static final int DEEPEST = 6;

  private final Map<String, Entry> entries;

  private EpubContents(Map<String, Entry> entries) {
    this.entries = entries;
  }

  /** Level from 1, and what it says. */
  record Entry(int level, String label) {
    /** Never shows the label. */
    @Override
    public String toString() {
      return "Entry(" + level + ")";
    }
  }

  static EpubContents read(Container container, EpubBook book) throws IOException {
    Map<String, Entry> entries = new HashMap<>();
    if (container.has(book.contents())) {
      byte[] bytes = container.bytes(book.contents());
      Document page = Jsoup.parse(new ByteArrayInputStream(bytes), null, "", Parser.xmlParser());
      for (Element link : page.select("nav a[href], navPoint > content[src]")) {
        add(link, book.contents(), entries);
      }
    }
    return new EpubContents(entries);
  }

  /** The first entry that leads to a part; one without label when there is none. */
  Entry of(String part) {
    return entries.getOrDefault(part, NONE);
  }

  private static void add(Element link, String from, Map<String, Entry> entries) {
    boolean old = link.normalName().equals("content");
    String target = EpubBook.resolve(from, link.attr(old ? "src" : "href"));
    Element point = link.parent();
    Element named = old && point != null ? point.selectFirst("navLabel") : link;
    String label = named == null ? "" : named.text().strip();
    if (!label.isEmpty()) {
      int level = Math.clamp(depth(link, old ? "navpoint" : "li"), 1, DEEPEST);
      entries.putIfAbsent(target, new Entry(level, label));
    }
  }

  private static int depth(Element link, String around) {
    return (int) link.parents().stream().filter(e -> e.normalName().equals(around)).count();
  }
}
