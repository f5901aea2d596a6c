package dev.frostbyte.parsers.pdf;

import dev.frostbyte.api.model.Region;

/**
 * A link of a page. Immutable.
 *
 * @param target where it leads, as written
 * @param label the words it lies on
 */
record PageLink(String target, String label, Region region) {
  PageLink labelled(String words) {
    return new PageLink(target, words, region);
  }
}
