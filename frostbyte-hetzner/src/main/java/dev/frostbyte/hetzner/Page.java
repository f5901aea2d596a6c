package dev.frostbyte.hetzner;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One page of a list and what it claims about its place. Immutable.
 *
 * @param placed whether the answer speaks about pages at all
 * @param number the page that it says it is
 * @param next the page that it says follows; empty on the last page
 * @param last the page that it says is the last
 */
record Page<T>(
    List<T> entries, boolean placed, OptionalLong number, OptionalLong next, OptionalLong last) {

  static <T> Page<T> read(Resource<T> resource, Fields answer) {
    answer.requireList(resource.many());
    List<T> entries = answer.list(resource.many(), resource.reader());
    Optional<Fields> paging = answer.object("meta").flatMap(meta -> meta.object("pagination"));
    return new Page<>(
        entries,
        paging.isPresent(),
        number(paging, "page"),
        number(paging, "next_page"),
        number(paging, "last_page"));
  }

  private static OptionalLong number(Optional<Fields> paging, String field) {
    return paging.map(fields -> fields.whole(field)).orElse(OptionalLong.empty());
  }
}
