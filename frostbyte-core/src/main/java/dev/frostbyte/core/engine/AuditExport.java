package dev.frostbyte.core.engine;

import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.model.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** Writes a tenant's audit log into a folder, with an event before and after. One thread. */
record AuditExport(Journal journal, Home home, String actor) {
  /**
   * Exports.
   *
   * @throws FrostbyteException {@code INVALID_ARGUMENT} when the folder holds something or lies in
   *     the home
   */
  void write(Path folder) {
    requireFree(folder);
    requireOutside(folder);
    Draft intent = event(EventType.EXPORT_REQUESTED, new TreeMap<>(), List.of());
    journal.force(intent);
    Failures.attempt(
        () -> {
          SortedMap<String, Object> facts = new TreeMap<>();
          facts.put("size", journal.seal().size());
          journal.log().export(folder);
          return journal.force(event(EventType.EXPORT_MADE, facts, List.of(intent.event().id())));
        });
  }

  private Draft event(EventType type, SortedMap<String, Object> facts, List<UUID> previous) {
    return journal.draft(type, actor, "audit", facts, previous);
  }

  private static void requireFree(Path folder) {
    boolean free = Failures.attempt(() -> !Files.exists(folder) || isEmptyFolder(folder));
    if (!free) {
      throw refused(
          folder + ", the place to export to, exists already and is no empty folder.",
          "Name a folder that does not exist yet.");
    }
  }

  /** What lies in the home is the home's own: an export there would pass for a part of it. */
  private void requireOutside(Path folder) {
    if (Failures.attempt(() -> home.holds(folder))) {
      throw refused(
          folder + ", the place to export to, lies in the home.",
          "Name a folder outside of the home.");
    }
  }

  private static FrostbyteException refused(String message, String remedy) {
    return new FrostbyteException(new Problem(ProblemCode.INVALID_ARGUMENT, message, remedy));
  }

  private static boolean isEmptyFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.findAny().isEmpty();
    }
  }
}
