package dev.frostbyte.parsers.remote;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frostbyte.api.model.Box;
import dev.frostbyte.api.model.PageSize;
import dev.frostbyte.api.model.Region;
import java.util.List;
import java.util.Optional;

/** Where Unstructured's elements stand, in points from the top left. One thread. */
final class ElementPlaces {
  private static final float POINTS_PER_INCH = 72;

  private final int pixelsPerInch;
  private final int maxPages;
  private int pages;

  ElementPlaces(int pixelsPerInch, int maxPages) {
    this.pixelsPerInch = pixelsPerInch;
    this.maxPages = maxPages;
  }

  /** The last page on which something stands. */
  int pages() {
    return pages;
  }

  /** How large the page of an element is, where it says so. */
  Optional<PageSize> size(JsonNode metadata) {
    int page = page(metadata);
    float width = length(metadata, "layout_width");
    float height = length(metadata, "layout_height");
    return page > 0 && DoclingPlaces.isLength(width) && DoclingPlaces.isLength(height)
        ? Optional.of(new PageSize(page, width, height))
        : Optional.empty();
  }

  /** Where an element stands. */
  List<Region> of(JsonNode metadata) {
    int page = page(metadata);
    if (page == 0) {
      return List.of();
    }
    pages = Math.max(pages, page);
    return List.of(new Region(page, box(metadata.path("coordinates"))));
  }

  private int page(JsonNode metadata) {
    int page = Fields.whole(metadata, "page_number", 0);
    return page >= 1 && page <= maxPages ? page : 0;
  }

  private float points(JsonNode pixels) {
    return Fields.number(pixels) * POINTS_PER_INCH / pixelsPerInch;
  }

  private float length(JsonNode metadata, String name) {
    return points(metadata.path("coordinates").path(name));
  }

  /**
   * {@code PixelSpace} counts from the top, {@code PointSpace} from the bottom; others not known.
   */
  private Box box(JsonNode coordinates) {
    Box points = around(coordinates.path("points"));
    return switch (Fields.text(coordinates, "system")) {
      case "PixelSpace" -> points;
      case "PointSpace" -> turned(points, points(coordinates.path("layout_height")));
      default -> Box.NONE;
    };
  }

  private static Box turned(Box box, float height) {
    return box.equals(Box.NONE)
        ? box
        : DoclingPlaces.box(box.left(), height - box.top(), box.right(), height - box.bottom());
  }

  private Box around(JsonNode points) {
    float left = Float.POSITIVE_INFINITY;
    float top = Float.POSITIVE_INFINITY;
    float right = Float.NEGATIVE_INFINITY;
    float bottom = Float.NEGATIVE_INFINITY;
    for (JsonNode point : Fields.list(points)) {
      float x = points(point.path(0));
      float y = points(point.path(1));
      left = Math.min(left, x);
      top = Math.min(top, y);
      right = Math.max(right, x);
      bottom = Math.max(bottom, y);
    }
    return DoclingPlaces.box(left, top, right, bottom);
  }
}
