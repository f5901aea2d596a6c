package dev.frostbyte.parsers.pdf;

import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.parsers.internal.PageModels;
import dev.frostbyte.parsers.internal.PagePainter;

/**
 * The models of a pipeline and how many more pages of one document they may be asked about: a count
 * and no clock, so that the same bytes give the same result. One thread.
 */
final class ModelPages {
  /** Pages of one document by default: at a second each what the default deadline allows for. */
  static final int PAGES = 100;

  private static final int MOST_PAGES = 100_000;

  private final PageModels models;
  private final int most;
  private int taken;

  /**
   * None asked yet.
   *
   * @param most pages that are asked about
   */
  ModelPages(PageModels models, int most) {
    this.models = models;
    this.most = most;
  }

  /** Checks how many pages models are to be asked about. */
  static void require(int pages) {
    if (pages < 0 || pages > MOST_PAGES) {
      throw FrostbyteException.of(
          ProblemCode.CONFIGURATION_INVALID,
          "modelPages must be 0 to " + MOST_PAGES + ", got " + pages + ".");
    }
  }

  PageModels models() {
    return models;
  }

  /** Whether models may be asked about one more page; it counts then. */
  boolean another() {
    if (taken == most) {
      return false;
    }
    taken++;
    return true;
  }

  /** For a page. */
  PageLook look(PagePainter painter) {
    return models == PageModels.NONE ? PageLook.NONE : new PageLook(this, painter);
  }
}
