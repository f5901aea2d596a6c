package dev.frostbyte.parsers.pdf;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.Box;
import dev.frostbyte.api.model.HiddenChannel;
import dev.frostbyte.api.model.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Gives every link of a document to the first block it lies on. One thread. */
final class Linking {
  private final Map<Integer, List<PageLink>> byPage = new TreeMap<>();

  private Linking() {}

  static Linking of(List<Piece> pieces) {
    Linking linking = new Linking();
    for (Piece piece : pieces) {
      if (piece instanceof Piece.Links links) {
        links.links().forEach(linking::add);
      }
    }
    return linking;
  }

  private void add(PageLink link) {
    byPage.computeIfAbsent(link.region().page(), page -> new ArrayList<>()).add(link);
  }

  /** Links of this block, which no other block has. */
  List<Block> in(Block block) {
    List<Block> found = new ArrayList<>();
    boolean text = !(block.bare() instanceof Block.Hidden || block.bare() instanceof Block.Dropped);
    for (Region region : text && !byPage.isEmpty() ? block.regions() : List.<Region>of()) {
      List<PageLink> links = byPage.computeIfAbsent(region.page(), page -> new ArrayList<>());
      List<PageLink> inside =
          links.stream().filter(link -> holds(region.box(), link.region().box())).toList();
      inside.forEach(it -> found.add(Block.link(it.label(), it.target(), List.of(it.region()))));
      links.removeAll(inside);
    }
    return found;
  }

  private static boolean holds(Box block, Box link) {
    float x = (link.left() + link.right()) / 2;
    float y = (link.top() + link.bottom()) / 2;
    return x >= block.left() - 1
        && x <= block.right() + 1
        && y >= block.top() - 2
        && y <= block.bottom() + 2;
  }

  /** Targets of links that lie on no block: evidence all the same. */
  List<Block> left() {
    List<Block> left = new ArrayList<>();
    byPage.values().stream()
        .flatMap(List::stream)
        .forEach(
            it -> left.add(Block.hidden(HiddenChannel.LINK, it.target(), List.of(it.region()))));
    return left;
  }
}
