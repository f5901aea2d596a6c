package dev.frostbyte.parsers.pdf;

import dev.frostbyte.api.model.Box;
import dev.frostbyte.api.model.Evidence;
import dev.frostbyte.api.model.Region;
import dev.frostbyte.api.spi.BudgetReachedException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the text recognition read of one document, how sure it was, and how many more pages it may
 * read. One thread.
 */
final class Recognised {
  private final int most;
  private final Map<Integer, List<Read>> words = new HashMap<>();
  private final Map<Integer, List<Read>> layers = new HashMap<>();
  private int taken;
  private @Nullable BudgetReachedException cut;

  /**
   * Nothing yet.
   *
   * @param most pages that are recognised
   */
  Recognised(int most) {
    this.most = most;
  }

  /** Whether one more page may be recognised; it counts then. The first that may not is noted. */
  boolean another() {
    if (taken == most) {
      cut = cut == null ? new BudgetReachedException("recognisedPages", most) : cut;
      return false;
    }
    taken++;
    return true;
  }

  /** The budget that ended the recognition; null when it did not end. */
  @Nullable BudgetReachedException cut() {
    return cut;
  }

  /** Takes down a word. */
  void add(int page, Box place, int letters, float confidence) {
    Read read =
        new Read(
            (place.left() + place.right()) / 2,
            (place.top() + place.bottom()) / 2,
            letters,
            confidence);
    words.computeIfAbsent(page, any -> new ArrayList<>()).add(read);
  }

  /** Takes down a word of the text layer of a scan. */
  void addLayer(int page, Word word) {
    int letters = word.text().length();
    Read read = new Read(word.rect().centreX(), word.rect().centreY(), letters, 0);
    layers.computeIfAbsent(page, any -> new ArrayList<>()).add(read);
  }

  /**
   * Where what stands in regions comes from, by most of its letters: recognised here, and how sure;
   * or text of a scan's layer, whose words may have been recognised as well; {@code layout} where
   * neither was taken down.
   */
  Evidence in(List<Region> regions, Evidence layout) {
    double sum = 0;
    int letters = 0;
    int layer = 0;
    for (Region region : regions) {
      for (Read word : layers.getOrDefault(region.page(), List.of())) {
        layer += word.isIn(region.box()) ? word.letters() : 0;
      }
      for (Read word : words.getOrDefault(region.page(), List.of())) {
        int counted = word.isIn(region.box()) ? word.letters() : 0;
        sum += counted * word.confidence();
        letters += counted;
      }
    }
    if (layer > 0 && 2 * layer >= letters) {
      return Evidence.of(Evidence.Basis.OCR_LAYER);
    }
    return letters == 0 ? layout : Evidence.ocr((float) Math.clamp(sum / letters, 0, 1));
  }

  /** The middle of a word, points from the top left of the page. */
  private record Read(float x, float y, int letters, float confidence) {
    boolean isIn(Box box) {
      return x >= box.left() && x <= box.right() && y >= box.top() && y <= box.bottom();
    }
  }
}
