package dev.frostbyte.parsers.pdf;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.HiddenChannel;
import dev.frostbyte.api.model.Region;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/**
 * What the elements of a tagged document say that they stand for: alternative descriptions,
 * replacement texts, expansions of abbreviations. No viewer shows them.
 */
final class TagTexts {
  private static final int MOST = 10_000;
  private static final int MOST_ELEMENTS = 200_000;
  private static final List<COSName> KEYS =
      List.of(COSName.ALT, COSName.ACTUAL_TEXT, COSName.getPDFName("E"));

  private final Map<COSDictionary, Integer> pages;

  /** Elements and arrays of them: either may be named over and over. */
  private final Set<COSBase> known = Collections.newSetFromMap(new IdentityHashMap<>());

  private final Deque<COSBase> open = new ArrayDeque<>();
  private final List<Block> blocks = new ArrayList<>();

  private int elements;

  private TagTexts(Map<COSDictionary, Integer> pages) {
    this.pages = pages;
  }

  /**
   * All such texts, up to a limit.
   *
   * @param pages numbers of the pages that were read
   */
  static List<Block> of(PDDocument document, Map<COSDictionary, Integer> pages) {
    COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
    COSDictionary root = catalog.getCOSDictionary(COSName.STRUCT_TREE_ROOT);
    TagTexts texts = new TagTexts(pages);
    if (root != null) {
      texts.push(root.getDictionaryObject(COSName.K));
      texts.read();
    }
    return texts.blocks;
  }

  private void read() {
    while (!open.isEmpty() && elements < MOST_ELEMENTS && blocks.size() < MOST) {
      if (open.pop() instanceof COSDictionary element && known.add(element)) {
        elements++;
        KEYS.forEach(key -> add(element, key));
        push(element.getDictionaryObject(COSName.K));
      }
    }
  }

  private void push(@Nullable COSBase kids) {
    if (kids instanceof COSArray array) {
      int last = known.add(array) ? Math.min(MOST_ELEMENTS, array.size()) - 1 : -1;
      for (int i = last; i >= 0; i--) {
        if (array.getObject(i) instanceof COSDictionary kid) {
          open.push(kid);
        }
      }
    } else if (kids != null) {
      open.push(kids);
    }
  }

  private void add(COSDictionary element, COSName key) {
    String text = element.getString(key, "");
    COSDictionary page = element.getCOSDictionary(COSName.PG);
    Integer number = page == null ? null : pages.get(page);
    if (!text.isBlank()) {
      List<Region> place = number == null ? List.of() : List.of(Region.page(number));
      blocks.add(Block.hidden(HiddenChannel.ALTERNATIVE, text, place));
    }
  }
}
