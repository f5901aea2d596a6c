package dev.frostbyte.core.report;

import dev.frostbyte.api.model.BatchId;
import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.core.policy.Treatment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What must hold between the numbers of a report. A report that breaks one is never made, so that
 * none can be written. The sums of {@link Summary} are counted from the files, each under one word,
 * so where these laws hold they add up by construction. Stateless.
 */
final class Laws {
  private Laws() {}

  /**
   * Checks a report.
   *
   * @throws FrostbyteException {@code INTEGRITY_BROKEN} whose message says which numbers differ
   */
  static void require(
      BatchId batch,
      boolean complete,
      int submitted,
      List<FileReport> files,
      List<FileReport> attachments) {
    List<FileReport> all = Stream.concat(files.stream(), attachments.stream()).toList();
    Stream.of(
            counted(complete, submitted, files.size()),
            all.stream().map(Laws::file).flatMap(Optional::stream).findFirst(),
            listedOnce(all),
            apart(files, attachments),
            brought(complete, all, attachments))
        .flatMap(Optional::stream)
        .findFirst()
        .ifPresent(broken -> refuse(batch, broken));
  }

  private static Optional<String> counted(boolean complete, int submitted, int outcomes) {
    boolean holds = complete ? outcomes == submitted : outcomes <= submitted;
    return holds
        ? Optional.empty()
        : Optional.of(submitted + " files were handed in, " + outcomes + " have an outcome");
  }

  /** A file was handed in or lay in another, never both. */
  private static Optional<String> apart(List<FileReport> files, List<FileReport> attachments) {
    long among = files.stream().filter(file -> file.inside().around().isPresent()).count();
    long missing = attachments.stream().filter(file -> file.inside().around().isEmpty()).count();
    return equal("attachments among the files", among, "files among the attachments", missing)
        .or(() -> atMost("attachments among the files", among, 0));
  }

  /** What a stored file says it brings is what lies in it; until the batch is whole, at most. */
  private static Optional<String> brought(
      boolean complete, List<FileReport> all, List<FileReport> attachments) {
    Map<DocumentId, Long> said =
        all.stream()
            .filter(Outcomes::stored)
            .collect(
                Collectors.groupingBy(
                    FileReport::document,
                    Collectors.summingLong(file -> file.inside().attachments())));
    Map<DocumentId, Long> came =
        attachments.stream()
            .flatMap(file -> file.inside().around().stream())
            .collect(Collectors.groupingBy(around -> around, Collectors.counting()));
    return Stream.concat(said.keySet().stream(), came.keySet().stream())
        .map(file -> brought(complete, said.getOrDefault(file, 0L), came.getOrDefault(file, 0L)))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<String> brought(boolean complete, long said, long came) {
    return complete
        ? equal("attachments of a file", came, "those it brought", said)
        : atMost("attachments of a file", came, said);
  }

  /** No file and no entry of the log may stand for two. */
  private static Optional<String> listedOnce(List<FileReport> files) {
    List<FileReport> named = files.stream().filter(file -> !Outcomes.erased(file)).toList();
    long names = named.stream().map(FileReport::fileId).distinct().count();
    long entries = files.stream().map(file -> file.evidence().receipt().index()).distinct().count();
    long twice = Math.max(named.size() - names, files.size() - entries);
    return twice == 0
        ? Optional.empty()
        : Optional.of(twice + " of " + files.size() + " files are listed twice");
  }

  private static Optional<String> file(FileReport file) {
    if (!Outcomes.WORDS.contains(file.outcome())) {
      return Optional.of("a file has an outcome that is none of the six");
    }
    long listed = Dropped.count(file, true) + Dropped.count(file, false);
    int made = file.chunks() + file.withheld();
    int allowed = Outcomes.stored(file) ? made : 0;
    return Stream.of(
            equal("passages of a file", made, "those it may have", allowed),
            atMost("listed losses of a file", listed, file.extract().dropped()),
            personal(file),
            keptBack(file))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<String> personal(FileReport file) {
    int treated = sum(file, Treatment::places);
    int found =
        file.personal().keySet().stream()
            .mapToInt(type -> file.found().getOrDefault(type, 0))
            .sum();
    return equal("places of personal data", found, "treated places", treated);
  }

  /**
   * What stands in passages that are kept back is not served; a file that was stored and keeps no
   * passage back has none.
   */
  private static Optional<String> keptBack(FileReport file) {
    int places = sum(file, Treatment::keptBack);
    boolean none = Outcomes.stored(file) && file.withheld() == 0;
    return atMost(
        "places of personal data in passages kept back",
        places,
        none ? 0 : sum(file, Treatment::withheld));
  }

  private static int sum(FileReport file, ToIntFunction<Treatment> count) {
    return file.personal().values().stream().mapToInt(count).sum();
  }

  private static Optional<String> atMost(String what, long number, long most) {
    return number <= most
        ? Optional.empty()
        : Optional.of(number + " " + what + ", though there are " + most);
  }

  private static Optional<String> equal(String one, long left, String other, long right) {
    return left == right
        ? Optional.empty()
        : Optional.of(left + " " + one + ", but " + right + " " + other);
  }

  private static void refuse(BatchId batch, String broken) {
    throw new FrostbyteException(
        new Problem(
            ProblemCode.INTEGRITY_BROKEN,
            "The report of batch " + batch + " does not add up: " + broken + ".",
            "Accept nothing on it: verify the audit log, then hand the batch in again."));
  }
}
