package dev.frostbyte.core;

import dev.frostbyte.api.model.CanonicalDocument;
import dev.frostbyte.api.model.Problem;
import dev.frostbyte.core.policy.TextInspection;
import java.nio.file.Path;

/** Tools for the caller's own bytes: nothing is stored, nothing is kept. Thread-safe. */
public interface Workbench {
  /** Reads one file as intake would. */
  Parsed parse(Path file);

  /** Inspects one file as intake would. */
  Inspected inspect(Path file);

  /** Inspects a text. */
  TextInspection.Answer inspect(String text);

  /** How reading a file ended. */
  sealed interface Parsed {
    /** Read; {@code complete} in the document says whether a budget cut it. */
    record Read(CanonicalDocument document) implements Parsed {}

    /** Not read. */
    record Refused(Problem problem) implements Parsed {}
  }

  /** How inspecting a file ended. */
  sealed interface Inspected {
    /** Inspected. */
    record Answered(TextInspection.Answer answer) implements Inspected {}

    /** Not read. */
    record Refused(Problem problem) implements Inspected {}
  }
}
