package dev.frostbyte.hetzner;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * Puts the pages of a list together and believes none of their claims: at most {@code maxPages} are
 * read, each must be the one asked for, and its successor must be the next number. Immutable.
 */
record Listing<T>(Resource<T> resource, int perPage, int maxPages) {

  /**
   * All entries in order.
   *
   * @param pages gives the page of a number, from 1
   * @throws HetznerException with {@link HetznerError.BrokenPaging}; then nothing is given
   */
  List<T> read(IntFunction<Page<T>> pages) {
    List<T> all = new ArrayList<>();
    Set<Long> ids = new HashSet<>();
    int number = 1;
    while (true) {
      Page<T> page = pages.apply(number);
      checkPlace(page, number);
      for (T entry : page.entries()) {
        long id = resource.id().applyAsLong(entry);
        check(ids.add(id), PagingFault.REPEATED_ENTRY, number, id);
        all.add(entry);
      }
      if (page.next().isEmpty()) {
        checkEnd(page, number);
        return List.copyOf(all);
      }
      checkNext(page, number, page.next().getAsLong());
      number++;
    }
  }

  private void checkPlace(Page<T> page, int number) {
    int size = page.entries().size();
    long claimed = page.number().orElse(number);
    check(claimed == number, PagingFault.WRONG_PAGE, number, claimed);
    check(size <= perPage, PagingFault.OVERFULL_PAGE, number, size);
    check(page.placed() || size < perPage, PagingFault.NO_END_STATED, number, size);
  }

  private void checkEnd(Page<T> page, int number) {
    long last = page.last().orElse(number);
    check(last <= number, PagingFault.ENDS_EARLY, number, last);
  }

  private void checkNext(Page<T> page, int number, long next) {
    boolean advances = next > number && !page.entries().isEmpty();
    check(advances, PagingFault.NOT_ADVANCING, number, next);
    boolean follows = next == number + 1L && next <= page.last().orElse(next);
    check(follows, PagingFault.SKIPS, number, next);
    check(number < maxPages, PagingFault.TOO_MANY_PAGES, number, maxPages);
  }

  private static void check(boolean holds, PagingFault fault, int page, long claimed) {
    if (!holds) {
      throw new HetznerException(new HetznerError.BrokenPaging(fault, page, claimed));
    }
  }
}
