package dev.frostbyte.parsers.ocr;

import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.spi.DocumentSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Dots per inch as a file states them: JFIF density, PNG {@code pHYs}, TIFF {@code XResolution}.
 * Stateless.
 */
final class Resolution {
  /** Taken for files that say nothing, or nothing sensible. */
  static final float USUAL = 200;

  private static final float LEAST = 50;
  private static final float MOST = 2_400;
  private static final float MILLIMETRES = 25.4f;

  /** The density of a JPEG and of most PNG files stands within these bytes. */
  private static final int HEAD = 4_096;

  private static final int PHYS = 0x70485973;
  private static final int IDAT = 0x49444154;

  private Resolution() {}

  static float of(MediaType type, DocumentSource source, ImageReader reader, int page)
      throws IOException {
    float dpi =
        switch (type.value()) {
          case "image/png" -> ofPng(head(source));
          case "image/jpeg" -> ofJpeg(head(source));
          default -> ofTiff(reader.getImageMetadata(page));
        };
    return dpi >= LEAST && dpi <= MOST ? dpi : USUAL;
  }

  private static ByteBuffer head(DocumentSource source) throws IOException {
    try (InputStream in = source.stream()) {
      return ByteBuffer.wrap(in.readNBytes(HEAD));
    }
  }

  /** Chunks of length, name, data and checksum; the density before the picture itself. */
  private static float ofPng(ByteBuffer head) {
    int at = 8;
    while (at >= 8 && at + 17 <= head.limit() && head.getInt(at + 4) != IDAT) {
      if (head.getInt(at + 4) == PHYS) {
        return head.get(at + 16) == 1 ? head.getInt(at + 8) * MILLIMETRES / 1000 : 0;
      }
      at += 12 + Math.max(0, head.getInt(at));
    }
    return 0;
  }

  /** The JFIF segment comes first: units 1 an inch, 2 a centimetre. */
  private static float ofJpeg(ByteBuffer head) {
    boolean jfif = head.limit() >= 16 && head.getInt(6) == 0x4a464946;
    float density = jfif ? head.getShort(14) & 0xffff : 0;
    return switch (jfif ? head.get(13) : 0) {
      case 1 -> density;
      case 2 -> density * MILLIMETRES / 10;
      default -> 0;
    };
  }

  private static float ofTiff(IIOMetadata metadata) {
    if (!metadata.isStandardMetadataFormatSupported()) {
      return 0;
    }
    Element root = (Element) metadata.getAsTree("javax_imageio_1.0");
    NodeList sizes = root.getElementsByTagName("HorizontalPixelSize");
    try {
      String millimetres =
          sizes.getLength() == 0 ? "" : ((Element) sizes.item(0)).getAttribute("value");
      return millimetres.isEmpty() ? 0 : MILLIMETRES / Float.parseFloat(millimetres);
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
