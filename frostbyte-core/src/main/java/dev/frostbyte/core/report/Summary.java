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
 * @param parsed accepted files that need no remark: read, or not read anew because they are as
 *     before or erased since
 * @param parsedWithWarnings accepted files that were read, with a remark
 * @param notParsed failed files of which nothing was read
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

  /**
   * As schema 1.24 counts: every file that was neither rejected nor quarantined, so also those that
   * wait for a decision and those that failed. Not the number of files that can be searched.
   */
  public int accepted() {
    return stored + unchanged + held + failed;
  }

  static Summary of(int submitted, List<FileReport> files) {
    int produced = files.stream().mapToInt(file -> file.chunks() + file.withheld()).sum();
    int indexed = files.stream().filter(Outcomes::stored).mapToInt(FileReport::chunks).sum();
    return new Summary(
        submitted,
        count(files, "stored"),
        count(files, "unchanged"),
        count(files, "held"),
        count(files, "quarantined"),
        count(files, "rejected"),
        count(files, "failed"),
        submitted - files.size(),
        count(files, Parsing.READ),
        count(files, Parsing.READ_WITH_WARNINGS),
        count(files, Parsing.FAILED),
        produced,
        indexed,
        files.stream().mapToInt(FileReport::withheld).sum(),
        classes(files));
  }

  private static int count(List<FileReport> files, String outcome) {
    return (int) files.stream().filter(file -> file.outcome().equals(outcome)).count();
  }

  private static int count(List<FileReport> files, Parsing parsing) {
    return (int) files.stream().filter(file -> Parsing.of(file) == parsing).count();
  }

  private static SortedMap<String, Integer> classes(List<FileReport> files) {
    SortedMap<String, Integer> classes = new TreeMap<>();
    files.stream()
        .filter(file -> file.extract().read())
        .map(file -> file.classification().documentClass().word())
        .forEach(word -> classes.merge(word, 1, Integer::sum));
    return classes;
  }
}
