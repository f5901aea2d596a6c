package dev.frostbyte.core.plugin;

import java.util.ArrayList;
import java.util.List;

/**
 * The parsers of one media type in the order in which they are asked. Immutable.
 *
 * @param links at least one, at most {@value #MOST}
 */
public record ParserChain(List<Link> links) {
  /** Most parsers of one type: every attempt is told in one event. */
  public static final int MOST = 8;

  /** Checks the number and copies the list. */
  public ParserChain {
    links = List.copyOf(links);
    if (links.isEmpty() || links.size() > MOST) {
      throw new IllegalArgumentException(
          "a chain has 1 to " + MOST + " parsers, not " + links.size());
    }
  }

  /** A chain of one. */
  public static ParserChain of(ParserRoute first) {
    return new ParserChain(List.of(new Link(first, 0)));
  }

  /** The same chain with one more parser, asked when the best reading so far is below this. */
  ParserChain then(ParserRoute route, double leastQuality) {
    List<Link> longer = new ArrayList<>(links);
    longer.add(new Link(route, leastQuality));
    return new ParserChain(longer);
  }

  /** The same chain with pictures of the pages, where a parser makes any. */
  public ParserChain withPageImages(int dpi) {
    return new ParserChain(links.stream().map(link -> link.withPageImages(dpi)).toList());
  }

  /** Whether a document may be sent elsewhere on its way. */
  public boolean remote() {
    return links.stream().anyMatch(link -> link.route() instanceof ParserRoute.Remote);
  }

  /** Names every parser and threshold: equal fingerprints, equal readings. */
  public String fingerprint() {
    StringBuilder composed = new StringBuilder(links.getFirst().route().fingerprint());
    for (Link link : links.subList(1, links.size())) {
      composed.append("\n<").append(link.leastQuality()).append('\n');
      composed.append(link.route().fingerprint());
    }
    return composed.toString();
  }

  /**
   * One parser of a chain.
   *
   * @param leastQuality it is asked when no reading so far reaches this; of no account for the
   *     first
   */
  public record Link(ParserRoute route, double leastQuality) {
    private Link withPageImages(int dpi) {
      return switch (route) {
        case ParserRoute.Local local -> new Link(local.withPageImages(dpi), leastQuality);
        case ParserRoute.Remote remote -> this;
      };
    }
  }
}
