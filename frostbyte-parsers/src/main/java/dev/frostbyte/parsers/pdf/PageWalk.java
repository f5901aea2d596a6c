package dev.frostbyte.parsers.pdf;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Visits the pages of a document in order. The tree is walked by hand and node by node, since it
 * may be endless, cyclic, or claim any number of pages. One thread.
 */
final class PageWalk {
  private final Deque<COSDictionary> open = new ArrayDeque<>();
  private final Set<COSDictionary> inner = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<COSDictionary> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Budget budget;
  private int pages;

  private PageWalk(Budget budget) {
    this.budget = budget;
  }

  /** Takes one page. */
  interface Visitor {
    /**
     * The next page.
     *
     * @param number from 1
     */
    void page(COSDictionary page, int number) throws IOException;
  }

  static void walk(PDDocument document, Budget budget, Visitor visitor) throws IOException {
    COSDictionary root =
        document.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.PAGES);
    PageWalk walk = new PageWalk(budget);
    if (root != null) {
      walk.open.push(root);
    }
    while (!walk.open.isEmpty()) {
      walk.visit(walk.open.pop(), visitor);
    }
  }

  private void visit(COSDictionary node, Visitor visitor) throws IOException {
    COSArray kids = node.getCOSArray(COSName.KIDS);
    if (kids == null) {
      budget.page(++pages);
      if (!seen.add(node)) {
        budget.repeatedPage();
      }
      visitor.page(node, pages);
    } else if (inner.add(node)) {
      pushKids(kids);
    }
  }

  /** Kids beyond the page limit cannot all be empty trees worth walking; they are cut off. */
  private void pushKids(COSArray kids) {
    int last = Math.min(kids.size(), budget.limits().maxPages() + 1);
    for (int i = last - 1; i >= 0; i--) {
      if (kids.getObject(i) instanceof COSDictionary kid) {
        open.push(kid);
      }
    }
  }
}
