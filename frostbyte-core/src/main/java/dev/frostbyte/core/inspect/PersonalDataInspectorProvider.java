package dev.frostbyte.core.inspect;

import dev.frostbyte.api.model.Finding;
import dev.frostbyte.api.model.Span;
import dev.frostbyte.api.spi.InspectionTarget;
import dev.frostbyte.api.spi.InspectorProvider;
import dev.frostbyte.api.spi.SafetyInspector;
import dev.frostbyte.api.spi.Stage;
import dev.frostbyte.api.spi.StageConfig;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Makes the inspector that finds personal data by checksum, number rules and context words: social
 * security numbers, IBAN and card numbers, mail addresses, telephone numbers, dates of birth,
 * passport, driving licence and medical record numbers. Names and postal addresses are not found.
 * Thread-safe.
 */
@Stage(name = PersonalDataInspectorProvider.NAME, spi = Stage.SPI)
public final class PersonalDataInspectorProvider implements InspectorProvider {
  static final String NAME = "pii";
  private static final Comparator<Finding> BY_PLACE =
      Comparator.<Finding>comparingInt(finding -> finding.span().start())
          .thenComparingInt(finding -> finding.span().end())
          .thenComparing(Finding::rule);

  /** Does nothing. */
  public PersonalDataInspectorProvider() {}

  @Override
  public SafetyInspector open(StageConfig config) {
    Set<PersonalType> types = config.bind(PersonalDataConfig.DEFAULT).chosen();
    Folding folding = new Folding();
    List<PersonalFinder> finders = PersonalFinder.all();
    return target -> inspect(target, types, folding, finders);
  }

  private static List<Finding> inspect(
      InspectionTarget target,
      Set<PersonalType> types,
      Folding folding,
      List<PersonalFinder> finders) {
    List<Finding> findings = new ArrayList<>();
    Windows.each(
        target.text().value().codePoints().toArray(),
        window -> {
          View folded = folding.fold(window.view());
          PersonalFinder.Sink sink =
              (rule, type, score, start, end) -> {
                if (types.contains(type) && window.owns(folded.from(start))) {
                  Span span = Span.of(target.name(), folded.from(start), folded.to(end - 1));
                  findings.add(
                      new Finding(NAME, rule, type.name(), Finding.Kind.PERSONAL, score, span));
                }
              };
          finders.forEach(finder -> finder.find(folded, sink));
        });
    findings.sort(BY_PLACE);
    return List.copyOf(findings);
  }
}
