package dev.frostbyte.api.spi;

import java.io.IOException;
import java.util.List;

/**
 * Says which parts of a page are headings, tables, figures and so on; what they say is the page's
 * own words and never the model's. Runs where the parser runs. Thread-safe: one model serves many
 * pages at once. <i>Must</i>: same page, same boxes; boxes on the page, no two of which share more
 * than {@value #MOST_SHARED} of the smaller one, at most {@value #MOST_BOXES}; no connection, no
 * file but those its configuration names, no program started; no text of the page in any exception.
 * An answer that breaks this, or an exception, costs the page the model's help and nothing else.
 */
public interface LayoutModel extends AutoCloseable {
  /** Most boxes of one page. */
  int MOST_BOXES = 1_000;

  /** Most of the smaller of two boxes that may lie in the other. */
  float MOST_SHARED = 0.2f;

  /**
   * The parts of a page, in any order. Words outside all of them are read as without a model; none
   * at all is an answer.
   *
   * @throws IOException when the model cannot be run
   */
  List<LayoutBox> boxes(PageView page) throws IOException;

  /**
   * How fine a picture it wants, in dots per inch, 36 to 200; large pages come coarser, since a
   * picture has at most {@link PagePicture#MOST_PIXELS}.
   */
  default int dpi() {
    return 100;
  }

  /** Names what shapes the answers besides the configuration; enters the fingerprint. */
  default String fingerprint() {
    return "";
  }

  @Override
  default void close() throws IOException {}
}
