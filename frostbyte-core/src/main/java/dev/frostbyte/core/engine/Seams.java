package dev.frostbyte.core.engine;

import dev.frostbyte.api.model.ChunkDraft;
import dev.frostbyte.api.model.CodePoints;
import dev.frostbyte.api.model.Finding;
import dev.frostbyte.api.model.Span;
import dev.frostbyte.api.model.TextName;
import dev.frostbyte.api.model.UntrustedText;
import dev.frostbyte.core.policy.Findings;
import dev.frostbyte.core.policy.Inspection;
import dev.frostbyte.core.policy.InspectionResult;
import dev.frostbyte.core.policy.RedactionMap;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds what stands together nowhere in a document and yet is served together: words of a heading,
 * or of the head of a table, that go on in a chunk before which they are put. Thread-safe as its
 * inspectors are.
 */
final class Seams {
  /** Code points at the beginning of a chunk that are looked at with what is put before it. */
  private static final int BEGINNING = 600;

  /** Most code points between a heading and the text that follows it in the document. */
  private static final int LINE_ENDS = 2;

  private final Inspection inspection;

  Seams(Inspection inspection) {
    this.inspection = inspection;
  }

  /** What is found there, placed where the chunk begins in ORIGINAL. */
  InspectionResult inspect(List<ChunkDraft> drafts, CodePoints served, RedactionMap map) {
    List<Finding> found = new ArrayList<>();
    for (ChunkDraft draft : drafts) {
      Seam seam = Seam.of(draft, served);
      switch (inspection.inspect(UntrustedText.of(seam.text))) {
        case InspectionResult.Failed failed -> {
          return failed;
        }
        case InspectionResult.Inspected inspected ->
            inspected.findings().all().stream()
                .filter(seam::crosses)
                .forEach(finding -> found.add(seam.placed(finding, map)));
      }
    }
    return new InspectionResult.Inspected(new Findings(found, List.of(), List.of()));
  }

  /**
   * What is put before a chunk, and its beginning, as they are embedded and served.
   *
   * @param text empty when nothing is put before the chunk that stands elsewhere
   * @param ends where pieces end in it that something is put after which stands elsewhere
   * @param before where the chunk begins in it
   */
  private record Seam(ChunkDraft draft, String text, List<Integer> ends, int before) {
    static Seam of(ChunkDraft draft, CodePoints served) {
      StringBuilder text = new StringBuilder();
      List<Integer> ends = new ArrayList<>();
      int start = draft.span().start();
      List<Span> pieces =
          Stream.of(draft.headings(), draft.context(), List.of(draft.span()))
              .flatMap(List::stream)
              .toList();
      for (int piece = 0; piece < pieces.size() - 1; piece++) {
        text.append(served.slice(pieces.get(piece).start(), pieces.get(piece).end()));
        if (areApart(pieces.get(piece), pieces.get(piece + 1))) {
          ends.add(text.codePointCount(0, text.length()));
        }
        text.append('\n');
      }
      int before = text.codePointCount(0, text.length());
      int end = Math.min(draft.span().end(), start + BEGINNING);
      text.append(ends.isEmpty() ? "" : served.slice(start, end));
      return new Seam(draft, ends.isEmpty() ? "" : text.toString(), ends, before);
    }

    /** What stands together in the document was looked at there. */
    private static boolean areApart(Span before, Span after) {
      int between = after.start() - before.end();
      return between < 0 || between > LINE_ENDS;
    }

    /** What lies on one side alone was found where it stands. */
    boolean crosses(Finding finding) {
      boolean instructs =
          finding.kind() == Finding.Kind.INSTRUCTION || finding.kind() == Finding.Kind.HIDDEN;
      return instructs
          && ends.stream()
              .anyMatch(end -> finding.span().start() < end && finding.span().end() > end + 1);
    }

    Finding placed(Finding finding, RedactionMap map) {
      int into = Math.max(1, finding.span().end() - before);
      int start = draft.span().start();
      int end = Math.min(draft.span().end(), start + into);
      return finding.at(map.toOriginal(Span.of(TextName.SERVED, start, end)));
    }
  }
}
