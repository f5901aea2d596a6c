package dev.frostbyte.core.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;

/**
 * The structure of a PDF for screen readers (ISO 32000-1, 14.7 and 14.8): which marked piece of
 * which page is a heading, a cell, a figure. One thread.
 */
final class PdfTags {
  private final PDStructureTreeRoot root = new PDStructureTreeRoot();
  private final PDStructureElement whole;
  private final Map<PDPage, List<PDStructureElement>> pieces = new LinkedHashMap<>();

  PdfTags(PDDocument document) {
    PDMarkInfo marked = new PDMarkInfo();
    marked.setMarked(true);
    document.getDocumentCatalog().setMarkInfo(marked);
    document.getDocumentCatalog().setStructureTreeRoot(root);
    this.whole = new PDStructureElement("Document", root);
    root.appendKid(whole);
  }

  /** A new element under the whole document. */
  PDStructureElement element(String type) {
    return element(type, whole);
  }

  PDStructureElement element(String type, PDStructureElement parent) {
    PDStructureElement element = new PDStructureElement(type, parent);
    parent.appendKid(element);
    return element;
  }

  /** The number by which the next marked piece of a page belongs to an element. */
  int piece(PDPage page, PDStructureElement element) {
    List<PDStructureElement> ofPage = pieces.computeIfAbsent(page, key -> new ArrayList<>());
    PDMarkedContentReference reference = new PDMarkedContentReference();
    reference.setPage(page);
    reference.setMCID(ofPage.size());
    element.appendKid(reference);
    ofPage.add(element);
    return ofPage.size() - 1;
  }

  /** Writes the way back from every piece to its element. */
  void end() {
    Map<Integer, PDParentTreeValue> parents = new LinkedHashMap<>();
    for (Map.Entry<PDPage, List<PDStructureElement>> page : pieces.entrySet()) {
      COSArray elements = new COSArray();
      page.getValue().forEach(elements::add);
      page.getKey().setStructParents(parents.size());
      parents.put(parents.size(), new PDParentTreeValue(elements));
    }
    PDNumberTreeNode tree = new PDNumberTreeNode(PDParentTreeValue.class);
    tree.setNumbers(parents);
    root.setParentTree(tree);
    root.setParentTreeNextKey(parents.size());
  }
}
