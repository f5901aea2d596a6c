package dev.frostbyte.core.policy;

import dev.frostbyte.api.model.Classification;
import dev.frostbyte.api.model.DocumentClass;
import dev.frostbyte.api.model.Finding;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Weighs what speaks for which class. Of one class evidence combines by noisy-or, {@code 1 - (1 -
 * a)(1 - b)…}. The strongest class is as sure as that it is right and the next one wrong, given
 * that not both are right: {@code f(1 - s) / (1 - fs)}. What has less than 0.5 for any class is
 * {@link DocumentClass#OTHER}, the surer the less there is. Stateless.
 */
final class Classes {
  private static final double LEAST = 0.5;
  private static final double DOUBT = 0.5;

  private Classes() {}

  /** Empty when nothing classified. */
  static Optional<Classification> of(Collection<Finding> findings) {
    String other = DocumentClass.OTHER.word();
    return findings.stream()
        .filter(finding -> finding.family().equals(other))
        .findFirst()
        .map(finding -> of(finding.rule(), weights(findings)));
  }

  private static Classification of(String version, Map<DocumentClass, Double> weights) {
    DocumentClass best = DocumentClass.OTHER;
    double first = 0;
    double second = 0;
    for (Map.Entry<DocumentClass, Double> entry : weights.entrySet()) {
      double weight = entry.getValue();
      second = Math.max(second, Math.min(first, weight));
      best = weight > first ? entry.getKey() : best;
      first = Math.max(first, weight);
    }
    return first < LEAST
        ? new Classification(DocumentClass.OTHER, 1 - DOUBT * first, version, false)
        : new Classification(best, against(first, second), version, false);
  }

  private static double against(double first, double second) {
    double notBoth = 1 - first * second;
    return notBoth == 0 ? DOUBT : first * (1 - second) / notBoth;
  }

  /** Words that are no class count for none. */
  private static Map<DocumentClass, Double> weights(Collection<Finding> findings) {
    Map<DocumentClass, Double> weights = new EnumMap<>(DocumentClass.class);
    for (Finding finding : findings) {
      named(finding.family())
          .filter(found -> found != DocumentClass.OTHER)
          .ifPresent(found -> weights.merge(found, finding.score(), Classes::either));
    }
    return weights;
  }

  private static double either(double left, double right) {
    return 1 - (1 - left) * (1 - right);
  }

  private static Optional<DocumentClass> named(String family) {
    String name = family.toUpperCase(Locale.ROOT);
    return Arrays.stream(DocumentClass.values())
        .filter(found -> found.name().equals(name))
        .findFirst();
  }
}
