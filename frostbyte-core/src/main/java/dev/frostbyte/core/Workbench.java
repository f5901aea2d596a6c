package dev.frostbyte.core;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.CanonicalDocument;
import dev.frostbyte.api.model.Problem;
import dev.frostbyte.core.policy.TextInspection;
import java.nio.file.Path;
import java.util.List;

/**
 * Tools for the caller's own bytes: nothing is stored, nothing is kept. What one workbench reads is
 * read in the same processes, so open one for each person or customer. Thread-safe; whoever opens
 * it closes it.
 */
public interface Workbench extends AutoCloseable {
  /**
   * Reads one file as intake would; of files that lie in it, it says no more than what they are.
   */
  Parsed parse(Path file);

  /**
   * Reads one file as intake would, with pictures of its pages where its parser makes any: for a
   * person who wants to see beside each other what a page shows and what was taken from it.
   */
  Previewed preview(Path file);

  /** Inspects one file as intake would. */
  Inspected inspect(Path file);

  /** Inspects a text. */
  TextInspection.Answer inspect(String text);

  /** Ends the processes it read in, after which it opens no file for a parser; idempotent. */
  @Override
  void close();

  /** How reading a file ended. */
  sealed interface Parsed {
    /** Read; {@code complete} in the document says whether a budget cut it. */
    record Read(CanonicalDocument document) implements Parsed {}

    /** Not read. */
    record Refused(Problem problem) implements Parsed {}
  }

  /** How a preview ended. */
  sealed interface Previewed {
    /**
     * Read.
     *
     * @param images in the order of the pages; empty where the format has none
     */
    record Read(CanonicalDocument document, List<Block.PageImage> images) implements Previewed {
      /** Copies the list. */
      public Read {
        images = List.copyOf(images);
      }
    }

    /** Not read. */
    record Refused(Problem problem) implements Previewed {}
  }

  /** How inspecting a file ended. */
  sealed interface Inspected {
    /** Inspected. */
    record Answered(TextInspection.Answer answer) implements Inspected {}

    /** Not read. */
    record Refused(Problem problem) implements Inspected {}
  }
}
