package dev.frostbyte.parsers.pdf;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.HiddenChannel;
import dev.frostbyte.api.spi.ParseLimits;
import java.util.ArrayList;
import java.util.List;
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
    extras.blocks.addAll(TagTexts.of(document));
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
