package dev.frostbyte.core.policy;

import dev.frostbyte.api.model.CanonicalDocument;
import dev.frostbyte.api.model.Finding;
import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.model.TextName;
import dev.frostbyte.api.model.UntrustedText;
import dev.frostbyte.api.spi.InspectionTarget;
import dev.frostbyte.api.spi.SafetyInspector;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Runs every inspector over every text of a document and over its file name. Fails closed: an
 * exception, a place outside the text, or a name that could carry content ends the inspection.
 * Thread-safe as its inspectors are; does not close them.
 */
public final class Inspection {
  private static final Pattern RULE = Pattern.compile("[a-z][a-z0-9._-]{0,95}");
  private static final Pattern FAMILY = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,47}");

  private final SortedMap<String, SafetyInspector> inspectors;

  /** An inspection by these inspectors, by name; whoever opened them closes them. */
  public Inspection(Map<String, SafetyInspector> inspectors) {
    this.inspectors = Collections.unmodifiableSortedMap(new TreeMap<>(inspectors));
  }

  /** Inspects ORIGINAL, HIDDEN and the file name. */
  public InspectionResult inspect(CanonicalDocument document, UntrustedText fileName) {
    try {
      List<Finding> original =
          run(new InspectionTarget(TextName.ORIGINAL, document.original(), List.of()), "ORIGINAL");
      InspectionTarget hidden =
          new InspectionTarget(TextName.HIDDEN, document.hidden(), document.hiddenTexts());
      List<Finding> inHidden = run(hidden, "HIDDEN");
      return new InspectionResult.Inspected(
          new Findings(
              original, inHidden, run(InspectionTarget.fileName(fileName), "the file name")));
    } catch (InspectorFailure failure) {
      return new InspectionResult.Failed(failure.problem);
    }
  }

  /** Inspects a text that belongs to no document. */
  public InspectionResult inspect(UntrustedText text) {
    try {
      return new InspectionResult.Inspected(
          new Findings(run(visible(text), "the text"), List.of(), List.of()));
    } catch (InspectorFailure failure) {
      return new InspectionResult.Failed(failure.problem);
    }
  }

  private static InspectionTarget visible(UntrustedText text) {
    return new InspectionTarget(TextName.ORIGINAL, text, List.of());
  }

  private List<Finding> run(InspectionTarget target, String what) throws InspectorFailure {
    int length = target.text().value().codePointCount(0, target.text().value().length());
    List<Finding> findings = new ArrayList<>();
    for (Map.Entry<String, SafetyInspector> entry : inspectors.entrySet()) {
      findings.addAll(checked(entry.getKey(), entry.getValue(), target, length, what));
    }
    return findings;
  }

  private static List<Finding> checked(
      String name, SafetyInspector inspector, InspectionTarget target, int length, String what)
      throws InspectorFailure {
    try {
      List<Finding> findings = List.copyOf(inspector.inspect(target));
      if (findings.stream().allMatch(finding -> isSound(finding, target.name(), length))) {
        return findings;
      }
    } catch (RuntimeException | StackOverflowError e) {
      throw new InspectorFailure(
          "Inspector '" + name + "' ended with " + e.getClass().getName() + " on " + what + ".");
    }
    throw new InspectorFailure(
        "Inspector '"
            + name
            + "' answered a place outside "
            + what
            + " or a name of the wrong form.");
  }

  private static boolean isSound(Finding finding, TextName text, int length) {
    return finding.span().text() == text
        && finding.span().end() <= length
        && RULE.matcher(finding.rule()).matches()
        && FAMILY.matcher(finding.family()).matches();
  }

  /** Carries a problem to the border of this class. */
  private static final class InspectorFailure extends Exception {
    private static final long serialVersionUID = 1;
    private final transient Problem problem;

    InspectorFailure(String message) {
      super(message, null, false, false);
      problem = Problem.of(ProblemCode.INSPECTION_FAILED, message);
    }
  }
}
