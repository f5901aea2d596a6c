package dev.frostbyte.parsers.pdf;

import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageTree;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.ResourceCache;

/**
 * A page whose fonts are made once for a document: a page built by hand knows no cache, and then
 * PDFBox unpacks a font at every change of font. One thread.
 */
final class CachedPage extends PDPage {
  private final ResourceCache cache;
  private @org.jspecify.annotations.Nullable PDResources resources;

  CachedPage(COSDictionary page, ResourceCache cache) {
    super(page);
    this.cache = cache;
  }

  @Override
  public PDResources getResources() {
    PDResources known = resources;
    if (known == null) {
      COSBase given = PDPageTree.getInheritableAttribute(getCOSObject(), COSName.RESOURCES);
      COSDictionary own = given instanceof COSDictionary some ? some : new COSDictionary();
      known = new PDResources(own, cache);
      resources = known;
    }
    return known;
  }
}
