package dev.frostbyte.hetzner;

/** How the pages of a list can be broken; see {@link HetznerError.BrokenPaging}. Immutable. */
public enum PagingFault {
  /** The answer says it is another page than the one asked for. */
  WRONG_PAGE("the answer calls itself another page", "Report it, and ask again later."),
  /** The next page is the same or an earlier one, or follows an empty page. */
  NOT_ADVANCING("the next page does not advance", "Report it, and ask again later."),
  /** The next page leaves pages out or lies behind the last one. */
  SKIPS("the next page is not the following one", "Report it, and ask again later."),
  /** No page follows, though the last page lies further on. */
  ENDS_EARLY("the list ends before the last page it names", "Report it, and ask again later."),
  /** There is a next page, but the last page allowed was read. */
  TOO_MANY_PAGES("there are more pages than the limit", "Raise maxPages if so many are expected."),
  /** The page holds more entries than asked for. */
  OVERFULL_PAGE("the page holds more entries than asked for", "Report it, and ask again later."),
  /** One entry came twice: the list changed while it was read, or pages repeat. */
  REPEATED_ENTRY("an entry came twice", "The list may have changed meanwhile; ask again."),
  /** A full page came without a word on whether more follow. */
  NO_END_STATED("a full page does not say whether more follow", "Raise perPage or report it.");

  private final String happened;
  private final String advice;

  PagingFault(String happened, String advice) {
    this.happened = happened;
    this.advice = advice;
  }

  String happened() {
    return happened;
  }

  String advice() {
    return advice;
  }
}
