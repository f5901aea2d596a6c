package dev.frostbyte.core.inspect;

import dev.frostbyte.api.model.Finding;
import dev.frostbyte.api.model.Span;
import dev.frostbyte.api.model.TextName;
import dev.frostbyte.api.spi.InspectionTarget;
import dev.frostbyte.api.spi.InspectorProvider;
import dev.frostbyte.api.spi.SafetyInspector;
import dev.frostbyte.api.spi.Stage;
import dev.frostbyte.api.spi.StageConfig;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes the inspector that finds personal data by checksum, number rules and context words: social
 * security, tax and national numbers, IBAN and card numbers, mail addresses, telephone numbers,
 * dates of birth, passport, driving licence and medical record numbers; names where a word says
 * that one follows, postal addresses by their form. Thread-safe.
 */
@Stage(name = PersonalDataInspectorProvider.NAME, spi = Stage.SPI, version = "2")
public final class PersonalDataInspectorProvider implements InspectorProvider {
  static final String NAME = "pii";
  private static final List<PersonalFinder> FOLDED = PersonalFinder.all();
  private static final List<PersonalFinder> WRITTEN = PersonalFinder.ofWritten();
  private static final Comparator<Finding> BY_PLACE =
      Comparator.<Finding>comparingInt(finding -> finding.span().start())
          .thenComparingInt(finding -> finding.span().end())
          .thenComparing(Finding::rule);

  /** Does nothing. */
  public PersonalDataInspectorProvider() {}

  @Override
  public SafetyInspector open(StageConfig config) {
    Set<PersonalType> types = config.bind(PersonalDataConfig.DEFAULT).chosen();
    return new Inspector(types, new Folding());
  }

  /** Looks for some types. */
  private record Inspector(Set<PersonalType> types, Folding folding) implements SafetyInspector {
    @Override
    public List<Finding> inspect(InspectionTarget target) {
      return PersonalDataInspectorProvider.inspect(target, types, folding);
    }

    @Override
    public Set<String> personalTypes() {
      return types.stream().map(PersonalType::name).collect(Collectors.toUnmodifiableSet());
    }
  }

  private static List<Finding> inspect(
      InspectionTarget target, Set<PersonalType> types, Folding folding) {
    List<Finding> findings = new ArrayList<>();
    Windows.each(
        target.text().value().codePoints().toArray(),
        window -> {
          Reader reader = new Reader(target.name(), types, window, findings);
          View folded = folding.fold(window.view());
          FOLDED.forEach(finder -> reader.read(finder, folded));
          WRITTEN.forEach(finder -> reader.read(finder, window.view()));
        });
    findings.sort(BY_PLACE);
    return List.copyOf(findings);
  }

  /** Turns what finders say into findings. */
  private record Reader(
      TextName text, Set<PersonalType> types, Windows.Window window, List<Finding> findings) {
    void read(PersonalFinder finder, View view) {
      finder.find(
          view,
          (rule, type, score, start, end) -> {
            if (types.contains(type) && window.owns(view.from(start))) {
              Span span = Span.of(text, view.from(start), view.to(end - 1));
              findings.add(
                  new Finding(NAME, rule, type.name(), Finding.Kind.PERSONAL, score, span));
            }
          });
    }
  }
}
