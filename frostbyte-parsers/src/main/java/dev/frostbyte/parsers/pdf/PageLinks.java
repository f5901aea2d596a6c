package dev.frostbyte.parsers.pdf;

import dev.frostbyte.api.model.Box;
import dev.frostbyte.api.model.Region;
import dev.frostbyte.api.spi.ParseLimits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Reads the links of a page that lead out of the document, and the words they lie on. */
final class PageLinks {
  /** Longer labels are cut: a link over a whole page has no label. */
  private static final int LONGEST_LABEL = 500;

  private PageLinks() {}

  /** Links without labels, from top to bottom and left to right. */
  static List<PageLink> of(PDPage page, int number, Frame.Display display, ParseLimits limits) {
    List<PageLink> links = new ArrayList<>();
    for (COSDictionary note : PageNotes.notes(page, limits.maxElements())) {
      COSDictionary action = note.getCOSDictionary(COSName.A);
      String target = action == null ? "" : action.getString(COSName.URI, "");
      COSArray corners = note.getCOSArray(COSName.RECT);
      if (!target.isBlank() && corners != null && corners.size() >= 4) {
        Rect shown = display.rect(new PDRectangle(corners));
        links.add(new PageLink(target, "", new Region(number, shown.box())));
      }
    }
    links.sort(
        Comparator.<PageLink>comparingDouble(link -> link.region().box().top())
            .thenComparingDouble(link -> link.region().box().left()));
    return links;
  }

  /** The links of a page with the words that they lie on. */
  static List<PageLink> labelled(PageText page) {
    return page.links().stream().map(link -> link.labelled(label(page, link))).toList();
  }

  private static String label(PageText page, PageLink link) {
    Box box = link.region().box();
    Rect over = page.frame().toReading(new Rect(box.left(), box.top(), box.right(), box.bottom()));
    List<Word> words =
        page.chunks().stream()
            .filter(chunk -> over.overlaps(chunk.rect()))
            .flatMap(chunk -> chunk.words().stream())
            .filter(word -> over.containsCentre(word.rect()))
            .toList();
    String label = CellText.of(words);
    return label.length() > LONGEST_LABEL ? "" : label;
  }
}
