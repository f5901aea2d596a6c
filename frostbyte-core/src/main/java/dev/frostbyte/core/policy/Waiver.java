package dev.frostbyte.core.policy;

import dev.frostbyte.api.model.DocumentClass;
import dev.frostbyte.api.model.Finding;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a person decided about one document: rules whose findings still label it and no longer stop
 * it, and what kind of document it is. A rule that was not accepted stops it as before. Immutable.
 *
 * @param rules inspector and rule, such as {@code injection/injection.override.en}
 * @param decided the kind; null when the person left it to the rules
 */
public record Waiver(Set<String> rules, @Nullable DocumentClass decided) {
  /** Nothing. */
  public static final Waiver NONE = new Waiver(Set.of(), null);

  /** Copies the set. */
  public Waiver {
    rules = Set.copyOf(rules);
  }

  /** Accepts every rule that these findings are of. */
  public static Waiver of(Collection<Finding> findings) {
    return new Waiver(
        findings.stream().map(Waiver::rule).collect(Collectors.toCollection(TreeSet::new)), null);
  }

  /** The same, and that the document is of this kind. */
  public Waiver as(DocumentClass kind) {
    return new Waiver(rules, kind);
  }

  /** Whether a person accepted what this finding says. */
  public boolean covers(Finding finding) {
    return rules.contains(rule(finding));
  }

  /** The kind the person decided on; empty when they left it to the rules. */
  public Optional<DocumentClass> documentClass() {
    return Optional.ofNullable(decided);
  }

  private static String rule(Finding finding) {
    return finding.inspector() + "/" + finding.rule();
  }
}
