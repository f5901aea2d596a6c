package dev.frostbyte.parsers.internal;

import dev.frostbyte.api.spi.PagePicture;
import java.io.IOException;

/** Paints a page whose words are known, in places of those words. One thread. */
@FunctionalInterface
public interface PagePainter {
  /**
   * The whole page.
   *
   * @param dpi how fine; a large page comes coarser
   * @throws IOException when it cannot be painted
   */
  PagePicture paint(int dpi) throws IOException;
}
