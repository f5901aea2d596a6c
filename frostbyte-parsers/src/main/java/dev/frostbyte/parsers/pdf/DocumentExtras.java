package dev.frostbyte.parsers.pdf;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.HiddenChannel;
import dev.frostbyte.api.spi.ParseLimits;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;

/** What a document holds besides its pages: properties, scripts, attachments, forms. */
final class DocumentExtras {
  private static final COSName JAVASCRIPT = COSName.getPDFName("JavaScript");

  private final ParseLimits limits;
  private final List<Block> blocks = new ArrayList<>();

  private DocumentExtras(ParseLimits limits) {
    this.limits = limits;
  }

  static List<Block> of(PDDocument document, ParseLimits limits) {
    DocumentExtras extras = new DocumentExtras(limits);
    COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
    extras.information(document.getDocumentInformation().getCOSObject());
    extras.blocks.addAll(XmpProperties.of(catalog));
    extras.active(catalog);
    return extras.blocks;
  }

  /** Every text of the information dictionary, whatever its key. */
  private void information(COSDictionary information) {
    information.keySet().stream()
        .sorted()
        .limit(200)
        .forEach(
            key -> {
              boolean text = information.getDictionaryObject(key) instanceof COSString;
              String value = text ? information.getString(key, "") : "";
              if (!value.isBlank()) {
                blocks.add(Block.hidden(HiddenChannel.METADATA, value, List.of()));
              }
            });
  }

  private void active(COSDictionary catalog) {
    ActiveContent.action(catalog.getDictionaryObject(COSName.OPEN_ACTION), List.of(), blocks);
    ActiveContent.actions(catalog.getDictionaryObject(COSName.AA), List.of(), blocks);
    COSDictionary names = catalog.getCOSDictionary(COSName.NAMES);
    if (names != null) {
      drop(leaves(names.getCOSDictionary(JAVASCRIPT)), "javascript", "ACTIVE_CONTENT");
      drop(leaves(names.getCOSDictionary(COSName.EMBEDDED_FILES)), "attachment", "NOT_OPENED");
    }
    COSDictionary form = catalog.getCOSDictionary(COSName.ACRO_FORM);
    if (form != null && form.getDictionaryObject(COSName.XFA) != null) {
      drop(1, "xfa-form", "DYNAMIC_FORM");
    }
  }

  private void drop(int count, String kind, String reason) {
    for (int i = 0; i < count; i++) {
      blocks.add(new Block.Dropped(kind, reason, List.of()));
    }
  }

  /** Entries of a name tree, which may be cyclic. */
  private int leaves(@org.jspecify.annotations.Nullable COSDictionary root) {
    Set<COSDictionary> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    List<COSDictionary> open = new ArrayList<>();
    if (root != null) {
      open.add(root);
    }
    int leaves = 0;
    while (!open.isEmpty() && seen.size() < limits.maxEntries() && leaves < limits.maxEntries()) {
      COSDictionary node = open.removeLast();
      if (seen.add(node)) {
        COSArray names = node.getCOSArray(COSName.NAMES);
        leaves += names == null ? 0 : names.size() / 2;
        addKids(node.getCOSArray(COSName.KIDS), open);
      }
    }
    return Math.min(leaves, limits.maxEntries());
  }

  private static void addKids(
      @org.jspecify.annotations.Nullable COSArray kids, List<COSDictionary> open) {
    for (int i = 0; kids != null && i < kids.size(); i++) {
      if (kids.getObject(i) instanceof COSDictionary kid) {
        open.add(kid);
      }
    }
  }
}
