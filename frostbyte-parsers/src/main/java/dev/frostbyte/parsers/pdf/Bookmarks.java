package dev.frostbyte.parsers.pdf;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Reads the titles of the outline with their depth, and no more of it. One thread. */
final class Bookmarks {
  private static final int MAX_TITLES = 5_000;
  private static final int MAX_DEPTH = 6;

  private final Map<String, Integer> titles = new HashMap<>();
  private final Set<COSDictionary> visited = new HashSet<>();

  private Bookmarks() {}

  /** Depth from 1 by {@link #key}. */
  static Map<String, Integer> of(PDDocument document) {
    Bookmarks bookmarks = new Bookmarks();
    COSDictionary root =
        document.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.OUTLINES);
    if (root != null) {
      bookmarks.children(root, 1);
    }
    return bookmarks.titles;
  }

  /** A title without blanks, case and signs. */
  static String key(String title) {
    return title.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
  }

  private void children(COSDictionary parent, int depth) {
    COSDictionary item = parent.getCOSDictionary(COSName.FIRST);
    while (item != null && titles.size() < MAX_TITLES && visited.add(item)) {
      String key = key(item.getString(COSName.TITLE, ""));
      if (!key.isEmpty()) {
        titles.putIfAbsent(key, depth);
      }
      if (depth < MAX_DEPTH) {
        children(item, depth + 1);
      }
      item = item.getCOSDictionary(COSName.NEXT);
    }
  }
}
