package dev.frostbyte.testkit;

import dev.frostbyte.api.model.Box;
import dev.frostbyte.api.model.UntrustedText;
import dev.frostbyte.api.spi.PagePicture;
import dev.frostbyte.api.spi.PageView;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Pages and parts of pages that models of any kind must cope with. Stateless. */
final class PageViews {
  /** Stands in the words of every page that has any. */
  static final String MARKER = "zebramarker";

  private static final int WHITE = 0xff_ffff;

  private PageViews() {}

  /** Blank, noisy, tiny, long and wordless ones; the same every time. */
  static List<PageView> all() {
    Random random = new Random(20_260_101);
    List<PageView> views = new ArrayList<>();
    views.add(view(new Box(0, 0, 595, 842), 300, 420, false, random));
    views.add(view(new Box(0, 0, 595, 842), 300, 420, true, random));
    views.add(view(new Box(72, 144, 400, 190), 456, 64, true, random));
    views.add(view(new Box(-10, 20, 30, 4_000), 20, 1_990, true, random));
    views.add(view(new Box(0, 0, 1, 1), 1, 1, true, random));
    return views;
  }

  private static PageView view(Box area, int width, int height, boolean full, Random random) {
    int[] rgb = new int[width * height];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = full && random.nextInt(3) == 0 ? random.nextInt(WHITE + 1) : WHITE;
    }
    List<PageView.Word> words = new ArrayList<>();
    for (int i = 0; i < (full ? 40 : 0); i++) {
      words.add(word(area, random));
    }
    return new PageView(1, area, new PagePicture(width, height, rgb), words);
  }

  private static PageView.Word word(Box area, Random random) {
    float left = area.left() + random.nextFloat() * (area.right() - area.left());
    float top = area.top() + random.nextFloat() * (area.bottom() - area.top());
    Box box = new Box(left, top, left + 30, top + 12);
    return new PageView.Word(UntrustedText.of(MARKER), box);
  }
}
