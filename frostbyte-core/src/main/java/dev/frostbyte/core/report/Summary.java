package dev.frostbyte.core.report;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts of a batch, every one of them counted from its files but {@code submitted}. The laws
 * between them are {@link Laws}. Immutable.
 *
 * @param submitted files handed in
 * @param open without an outcome so far
 * @param parsed accepted files that were read, now or before, and need no remark
 * @param parsedWithWarnings accepted files that were read, with a remark
 * @param notParsed accepted files that could not be read
 * @param chunksProduced passages that were made
 * @param chunks passages that can be searched
 * @param chunksQuarantined passages that were made and are kept back
 * @param classes files that were read, by kind of document
 */
public record Summary(
    int submitted,
    int stored,
    int unchanged,
    int held,
    int quarantined,
    int rejected,
    int failed,
    int open,
    int parsed,
    int parsedWithWarnings,
    int notParsed,
    int chunksProduced,
    int chunks,
    int chunksQuarantined,
    SortedMap<String, Integer> classes) {
  /** Copies the map. */
  public Summary {
    classes = Collections.unmodifiableSortedMap(new TreeMap<>(classes));
  }

  /** Files that were taken: everything but what was rejected or quarantined. */
  public int accepted() {
    return stored + unchanged + held + failed;
  }

  static Summary of(int submitted, List<FileReport> files) {
    SortedMap<String, Integer> outcomes = new TreeMap<>();
    SortedMap<Parsing, Integer> parsed = new TreeMap<>();
    SortedMap<String, Integer> classes = new TreeMap<>();
    for (FileReport file : files) {
      outcomes.merge(file.outcome(), 1, Integer::sum);
      parsed.merge(Parsing.of(file), 1, Integer::sum);
      if (file.extract().read()) {
        classes.merge(file.classification().documentClass().word(), 1, Integer::sum);
      }
    }
    int produced = files.stream().mapToInt(FileReport::chunks).sum();
    int indexed = files.stream().filter(Summary::stored).mapToInt(FileReport::chunks).sum();
    return new Summary(
        submitted,
        outcomes.getOrDefault("stored", 0),
        outcomes.getOrDefault("unchanged", 0),
        outcomes.getOrDefault("held", 0),
        outcomes.getOrDefault("quarantined", 0),
        outcomes.getOrDefault("rejected", 0),
        outcomes.getOrDefault("failed", 0),
        submitted - files.size(),
        parsed.getOrDefault(Parsing.READ, 0),
        parsed.getOrDefault(Parsing.READ_WITH_WARNINGS, 0),
        parsed.getOrDefault(Parsing.FAILED, 0),
        produced,
        indexed,
        produced - indexed,
        classes);
  }

  private static boolean stored(FileReport file) {
    return file.outcome().equals("stored");
  }
}
