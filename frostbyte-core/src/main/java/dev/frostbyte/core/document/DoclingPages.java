package dev.frostbyte.core.document;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frostbyte.api.model.Box;
import dev.frostbyte.api.model.CanonicalDocument;
import dev.frostbyte.api.model.Element;
import dev.frostbyte.api.model.PageSize;
import dev.frostbyte.api.model.Region;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Pages of a Docling document: those whose size is known, and those on which something stands, as
 * large as what stands there. Stateless.
 */
final class DoclingPages {
  private DoclingPages() {}

  static ObjectNode of(CanonicalDocument document) {
    SortedMap<Integer, PageSize> sizes = new TreeMap<>();
    document.pageSizes().forEach(size -> sizes.put(size.page(), size));
    SortedMap<Integer, Box> boxes = new TreeMap<>();
    for (Element element : document.elements()) {
      for (Region region : element.span().regions()) {
        boxes.merge(region.page(), region.box(), Box::union);
      }
    }
    boxes.keySet().removeAll(sizes.keySet());
    SortedMap<Integer, ObjectNode> pages = new TreeMap<>();
    sizes.forEach((page, size) -> pages.put(page, page(page, size.width(), size.height())));
    boxes.forEach((page, box) -> pages.put(page, page(page, box.right(), box.bottom())));
    ObjectNode all = Json.object();
    pages.forEach((page, node) -> all.set(Integer.toString(page), node));
    return all;
  }

  private static ObjectNode page(int number, float width, float height) {
    ObjectNode page = Json.object();
    page.putObject("size").put("width", width).put("height", height);
    return page.put("page_no", number);
  }
}
