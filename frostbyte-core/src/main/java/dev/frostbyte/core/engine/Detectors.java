package dev.frostbyte.core.engine;

import dev.frostbyte.api.model.Finding;
import dev.frostbyte.core.Review;
import dev.frostbyte.core.policy.Scan;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** Tells who stopped a document. Stateless. */
final class Detectors {
  private Detectors() {}

  /**
   * Who found something in a document that waits.
   *
   * @param now version and configuration of each inspector that is configured
   */
  static List<Review.Detector> of(
      OutcomeRecord outcome, CatalogEntry entry, SortedMap<String, String> now) {
    List<Review.Detector> all = new ArrayList<>();
    if (outcome.scan().verdict() == Scan.Verdict.INFECTED) {
      all.add(new Review.Detector(outcome.scan().engine(), "", true));
    }
    entry.findings().stream()
        .map(Finding::inspector)
        .distinct()
        .sorted()
        .map(name -> inspector(name, entry.detectors().getOrDefault(name, ""), now))
        .forEach(all::add);
    return all;
  }

  private static Review.Detector inspector(
      String name, String then, SortedMap<String, String> now) {
    return new Review.Detector(name, then, !then.isEmpty() && then.equals(now.get(name)));
  }
}
