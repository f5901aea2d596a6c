package dev.frostbyte.parsers.pdf;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/**
 * The structure tree of a tagged document: which element holds which marked content. One thread.
 */
final class TagTree {
  private static final int MAX_TAGS = 200_000;
  private static final int MAX_ROLE_STEPS = 8;

  private static final COSName STREAM = COSName.getPDFName("Stm");

  /** Pages, and forms with marked content of their own. */
  private final Map<COSDictionary, Map<Integer, Tag>> pages = new IdentityHashMap<>();

  private final Set<COSDictionary> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final int maxDepth;
  private @Nullable COSDictionary roles;

  private TagTree(int maxDepth) {
    this.maxDepth = maxDepth;
  }

  static TagTree of(PDDocument document, int maxDepth) {
    TagTree tree = new TagTree(maxDepth);
    COSDictionary root =
        document
            .getDocumentCatalog()
            .getCOSObject()
            .getCOSDictionary(COSName.getPDFName("StructTreeRoot"));
    if (root != null) {
      tree.roles = root.getCOSDictionary(COSName.ROLE_MAP);
      tree.kids(root.getDictionaryObject(COSName.K), new Tag("", 0, root, null), null, 0);
    }
    return tree;
  }

  /** Elements by marked-content id of one page; empty when it is not tagged. */
  Map<Integer, Tag> page(COSDictionary page) {
    return pages.getOrDefault(page, Map.of());
  }

  /** Whether a form holds marked content that the tree names, with ids of the form's own. */
  boolean isTagged(COSDictionary form) {
    return pages.containsKey(form);
  }

  /**
   * Elements by marked-content id of one page and of the forms painted on it.
   *
   * @param forms with what is added to their ids
   */
  Map<Integer, Tag> page(COSDictionary page, Map<COSDictionary, Integer> forms) {
    if (forms.isEmpty()) {
      return page(page);
    }
    Map<Integer, Tag> all = new TreeMap<>(page(page));
    forms.forEach((form, base) -> page(form).forEach((id, tag) -> all.put(base + id, tag)));
    return all;
  }

  private void kids(@Nullable COSBase kid, Tag parent, @Nullable COSDictionary page, int depth) {
    if (kid instanceof COSArray array) {
      for (int i = 0; i < array.size(); i++) {
        kids(array.getObject(i), parent, page, depth);
      }
    } else if (kid instanceof COSInteger mark && page != null) {
      put(page, mark.intValue(), parent);
    } else if (kid instanceof COSDictionary dictionary) {
      element(dictionary, parent, page, depth);
    }
  }

  private void element(
      COSDictionary element, Tag parent, @Nullable COSDictionary around, int depth) {
    COSDictionary own = element.getCOSDictionary(COSName.PG);
    COSDictionary page = own == null ? around : own;
    if (element.containsKey(COSName.MCID)) {
      COSBase form = element.getDictionaryObject(STREAM);
      COSDictionary holder = form instanceof COSStream stream ? stream : page;
      if (holder != null) {
        put(holder, element.getInt(COSName.MCID), parent);
      }
      return;
    }
    if (depth < maxDepth && seen.size() < MAX_TAGS && seen.add(element)) {
      Tag tag = new Tag(role(element), seen.size(), element, parent);
      kids(element.getDictionaryObject(COSName.K), tag, page, depth + 1);
    }
  }

  private void put(COSDictionary page, int mark, Tag tag) {
    pages.computeIfAbsent(page, key -> new TreeMap<>()).putIfAbsent(mark, tag);
  }

  private String role(COSDictionary element) {
    String role = element.getNameAsString(COSName.S, "");
    for (int i = 0; i < MAX_ROLE_STEPS && roles != null; i++) {
      String mapped = roles.getNameAsString(COSName.getPDFName(role));
      if (mapped == null || mapped.equals(role)) {
        return role;
      }
      role = mapped;
    }
    return role;
  }
}
