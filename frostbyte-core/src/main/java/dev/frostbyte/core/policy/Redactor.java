package dev.frostbyte.core.policy;

import dev.frostbyte.api.model.CanonicalDocument;
import dev.frostbyte.api.model.CodePoints;
import dev.frostbyte.api.model.Element;
import dev.frostbyte.api.model.Finding;
import dev.frostbyte.api.model.ServedDocument;
import dev.frostbyte.api.model.Span;
import dev.frostbyte.api.model.TextName;
import dev.frostbyte.api.model.UntrustedText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Makes SERVED from ORIGINAL: every redacted place is replaced by {@code [REDACTED:TYPE]}. Places
 * that overlap become one, named after the strongest finding among them. Pure functions.
 */
public final class Redactor {
  private static final Comparator<Finding> BY_PLACE =
      Comparator.<Finding>comparingInt(finding -> finding.span().start())
          .thenComparing(
              Comparator.<Finding>comparingInt(finding -> finding.span().end()).reversed())
          .thenComparing(Comparator.comparingDouble(Finding::score).reversed())
          .thenComparing(Finding::family);

  private Redactor() {}

  /**
   * SERVED and how it came about. Immutable.
   *
   * @param document text and elements at their new places
   * @param map joins it to ORIGINAL
   */
  public record Redacted(ServedDocument document, RedactionMap map) {}

  /** Redacts these places of ORIGINAL; empty places are ignored. */
  public static Redacted redact(CanonicalDocument document, List<Finding> findings) {
    StringBuilder served = new StringBuilder();
    RedactionMap map = write(CodePoints.of(document.original().value()), merged(findings), served);
    List<Element> elements =
        document.elements().stream().map(element -> element.moved(map::toServed)).toList();
    return new Redacted(new ServedDocument(UntrustedText.of(served.toString()), elements), map);
  }

  /** A place to take out and the finding it is named after. */
  private record Cut(int start, int end, Finding strongest) {
    Cut with(Finding other) {
      boolean stronger = other.score() > strongest.score();
      return new Cut(start, Math.max(end, other.span().end()), stronger ? other : strongest);
    }
  }

  private static List<Cut> merged(List<Finding> findings) {
    List<Cut> cuts = new ArrayList<>();
    for (Finding finding :
        findings.stream().filter(f -> f.span().length() > 0).sorted(BY_PLACE).toList()) {
      boolean overlaps = !cuts.isEmpty() && cuts.getLast().end() > finding.span().start();
      Cut cut =
          overlaps
              ? cuts.removeLast().with(finding)
              : new Cut(finding.span().start(), finding.span().end(), finding);
      cuts.add(cut);
    }
    return cuts;
  }

  private static RedactionMap write(CodePoints original, List<Cut> cuts, StringBuilder served) {
    List<Redaction> redactions = new ArrayList<>();
    int from = 0;
    int length = 0;
    for (Cut cut : cuts) {
      String mark = Redaction.mark(cut.strongest().family());
      served.append(original.slice(from, cut.start())).append(mark);
      length += cut.start() - from;
      redactions.add(
          new Redaction(
              Span.of(TextName.ORIGINAL, cut.start(), cut.end()),
              Span.of(TextName.SERVED, length, length + mark.length()),
              cut.strongest().family()));
      length += mark.length();
      from = cut.end();
    }
    served.append(original.slice(from, original.length()));
    return new RedactionMap(redactions);
  }
}
