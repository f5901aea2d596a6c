package dev.frostbyte.parsers.pdf;

import java.io.IOException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDResources;
import org.jspecify.annotations.Nullable;

/** Refuses to draw pages whose images claim more pixels than can be decoded. One thread. */
final class ImageLimits {
  /** Most pixels of one image: A4 at 800 dpi. */
  private static final long MAX_PIXELS = 64_000_000;

  private static final int MAX_DEPTH = 20;

  private final Set<COSDictionary> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private ImageLimits() {}

  /**
   * Looks at every image that these resources name, in forms too.
   *
   * @throws IOException when one is too large
   */
  static void require(@Nullable PDResources resources) throws IOException {
    if (resources != null) {
      new ImageLimits().resources(resources.getCOSObject(), 0);
    }
  }

  private void resources(COSDictionary resources, int depth) throws IOException {
    COSDictionary objects = resources.getCOSDictionary(COSName.XOBJECT);
    if (objects == null || depth > MAX_DEPTH || !seen.add(resources)) {
      return;
    }
    for (COSName name : objects.keySet()) {
      COSBase object = objects.getDictionaryObject(name);
      if (object instanceof COSDictionary dictionary && seen.add(dictionary)) {
        object(dictionary, depth);
      }
    }
  }

  private void object(COSDictionary object, int depth) throws IOException {
    long width = object.getLong(COSName.WIDTH, 0);
    long height = object.getLong(COSName.HEIGHT, 0);
    if (width < 0 || height < 0 || height > 0 && width > MAX_PIXELS / height) {
      throw new IOException("an image is larger than " + MAX_PIXELS + " pixels");
    }
    COSDictionary inner = object.getCOSDictionary(COSName.RESOURCES);
    if (inner != null) {
      resources(inner, depth + 1);
    }
    COSDictionary mask = object.getCOSDictionary(COSName.SMASK);
    if (mask != null && seen.add(mask)) {
      object(mask, depth + 1);
    }
  }
}
