package dev.frostbyte.parsers.pdf;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.HiddenChannel;
import dev.frostbyte.api.spi.ParseLimits;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;

/** What a document holds besides its pages: properties, scripts, attachments, forms. */
final class DocumentExtras {
  private static final COSName JAVASCRIPT = COSName.getPDFName("JavaScript");

  private final ParseLimits limits;
  private final List<Block> blocks;

  private DocumentExtras(ParseLimits limits, List<Block> blocks) {
    this.limits = limits;
    this.blocks = blocks;
  }

  /**
   * Reads all of them.
   *
   * @param pages numbers of the pages that were read
   * @param into takes what was read, also before a limit was reached
   */
  static void read(
      PDDocument document, Map<COSDictionary, Integer> pages, Budget budget, List<Block> into)
      throws IOException {
    DocumentExtras extras = new DocumentExtras(budget.limits(), into);
    COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
    extras.information(document.getDocumentInformation().getCOSObject());
    into.addAll(TagTexts.of(document, pages));
    extras.active(catalog);
    into.addAll(XmpProperties.of(catalog, budget));
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
      NameTree.leaves(
          names.getCOSDictionary(JAVASCRIPT),
          limits.maxEntries(),
          (name, script) -> drop("javascript", "ACTIVE_CONTENT"));
    }
    COSDictionary form = catalog.getCOSDictionary(COSName.ACRO_FORM);
    if (form != null && form.getDictionaryObject(COSName.XFA) != null) {
      drop("xfa-form", "DYNAMIC_FORM");
    }
  }

  private void drop(String kind, String reason) {
    blocks.add(new Block.Dropped(kind, reason, List.of()));
  }
}
