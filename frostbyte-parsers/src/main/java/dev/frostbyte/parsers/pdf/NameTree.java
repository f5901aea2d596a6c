package dev.frostbyte.parsers.pdf;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.jspecify.annotations.Nullable;

/** Visits the leaves of a name tree, which may be cyclic or claim any size. */
final class NameTree {
  private NameTree() {}

  /** Takes a leaf. */
  interface Visitor {
    /** A name and what it names. */
    void leaf(String name, COSDictionary value);
  }

  /** Visits at most so many leaves and nodes. */
  static void leaves(@Nullable COSDictionary root, int most, Visitor visitor) {
    Set<COSDictionary> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    List<COSDictionary> open = new ArrayList<>();
    if (root != null) {
      open.add(root);
    }
    int leaves = 0;
    while (!open.isEmpty() && seen.size() < most && leaves < most) {
      COSDictionary node = open.removeLast();
      if (seen.add(node)) {
        leaves += visit(node.getCOSArray(COSName.NAMES), most - leaves, visitor);
        addKids(node.getCOSArray(COSName.KIDS), open);
      }
    }
  }

  private static int visit(@Nullable COSArray names, int most, Visitor visitor) {
    int leaves = names == null ? 0 : Math.min(most, names.size() / 2);
    for (int i = 0; names != null && i < leaves; i++) {
      String name = names.getObject(2 * i) instanceof COSString text ? text.getString() : "";
      if (names.getObject(2 * i + 1) instanceof COSDictionary value) {
        visitor.leaf(name, value);
      }
    }
    return leaves;
  }

  private static void addKids(@Nullable COSArray kids, List<COSDictionary> open) {
    for (int i = kids == null ? -1 : kids.size() - 1; kids != null && i >= 0; i--) {
      if (kids.getObject(i) instanceof COSDictionary kid) {
        open.add(kid);
      }
    }
  }
}
