package dev.frostbyte.parsers.remote;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frostbyte.api.model.Box;
import dev.frostbyte.api.model.PageSize;
import dev.frostbyte.api.model.Region;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Pages of a Docling document and where its items stand on them. One thread. */
final class DoclingPlaces {
  private static final float MOST = 1_000_000;

  private final Set<Integer> pages = new HashSet<>();
  private final SortedMap<Integer, PageSize> sizes = new TreeMap<>();

  DoclingPlaces(JsonNode pages) {
    for (JsonNode page : pages) {
      add(page);
    }
  }

  int count() {
    return pages.size();
  }

  /** Pages whose size is known, in order. */
  List<PageSize> sizes() {
    return List.copyOf(sizes.values());
  }

  /** Where an item stands; a page that is not there counts for nothing. */
  List<Region> of(JsonNode item) {
    List<Region> regions = new ArrayList<>();
    for (JsonNode place : Fields.list(item.path("prov"))) {
      int page = Fields.whole(place, "page_no", 0);
      if (pages.contains(page)) {
        regions.add(new Region(page, box(place.path("bbox"), page)));
      }
    }
    return regions;
  }

  private void add(JsonNode page) {
    int number = Fields.whole(page, "page_no", 0);
    float width = Fields.number(page.path("size").path("width"));
    float height = Fields.number(page.path("size").path("height"));
    if (number >= 1) {
      pages.add(number);
      if (isLength(width) && isLength(height)) {
        sizes.put(number, new PageSize(number, width, height));
      }
    }
  }

  /** Boxes that count from the bottom are turned, where it is known how high the page is. */
  private Box box(JsonNode box, int page) {
    float top = Fields.number(box.path("t"));
    float bottom = Fields.number(box.path("b"));
    if (!Fields.text(box, "coord_origin").equals("BOTTOMLEFT")) {
      return box(Fields.number(box.path("l")), top, Fields.number(box.path("r")), bottom);
    }
    PageSize size = sizes.get(page);
    float height = size == null ? Float.NaN : size.height();
    return box(
        Fields.number(box.path("l")), height - top, Fields.number(box.path("r")), height - bottom);
  }

  /** Corners in any order; none for numbers that are none. */
  static Box box(float left, float top, float right, float bottom) {
    boolean sound = isPlace(left) && isPlace(top) && isPlace(right) && isPlace(bottom);
    return sound
        ? new Box(
            Math.min(left, right),
            Math.min(top, bottom),
            Math.max(left, right),
            Math.max(top, bottom))
        : Box.NONE;
  }

  static boolean isLength(float number) {
    return number > 0 && number <= MOST;
  }

  private static boolean isPlace(float number) {
    return number >= -MOST && number <= MOST;
  }
}
