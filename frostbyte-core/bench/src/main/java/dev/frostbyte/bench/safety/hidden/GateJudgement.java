package dev.frostbyte.bench.safety.hidden;

import dev.frostbyte.api.model.CanonicalDocument;
import dev.frostbyte.api.model.UntrustedText;
import dev.frostbyte.api.spi.SafetyInspector;
import dev.frostbyte.api.spi.StageConfig;
import dev.frostbyte.core.inspect.HiddenTextInspectorProvider;
import dev.frostbyte.core.inspect.InjectionInspectorProvider;
import dev.frostbyte.core.inspect.InvisibleInspectorProvider;
import dev.frostbyte.core.policy.GatePolicy;
import dev.frostbyte.core.policy.Inspection;
import dev.frostbyte.core.policy.TextInspection;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Judges specimens of characters: the gates flag the document, and its visible text holds neither
 * tags outside flags nor more than two unseen characters in a row. Thread-safe.
 */
final class GateJudgement {
  private static final Pattern FLAG =
      Pattern.compile("\\x{1F3F4}[\\x{E0030}-\\x{E0039}\\x{E0061}-\\x{E007A}]{3,6}\\x{E007F}");
  private static final Pattern UNSEEN =
      Pattern.compile(
          "[\\x{E0000}-\\x{E007F}]|[\\xAD\\x{34F}\\x{200B}-\\x{200F}\\x{2060}-\\x{2064}\\x{3164}"
              + "\\x{FEFF}\\x{FE00}-\\x{FE0F}\\x{E0100}-\\x{E01EF}]{3}");

  private final TextInspection gates;

  GateJudgement() {
    Map<String, SafetyInspector> inspectors =
        Map.of(
            "hidden", new HiddenTextInspectorProvider().open(StageConfig.none()),
            "injection", new InjectionInspectorProvider().open(StageConfig.none()),
            "invisible", new InvisibleInspectorProvider().open(StageConfig.none()));
    gates = new TextInspection(new Inspection(inspectors), GatePolicy.DEFAULT);
  }

  Judgement of(Specimen specimen, CanonicalDocument document) {
    String visible = document.original().value();
    boolean shown = visible.replaceAll("\\s+", " ").contains(specimen.marks().shown());
    boolean removed = !UNSEEN.matcher(FLAG.matcher(visible).replaceAll("")).find();
    double score = gates.inspect(document, UntrustedText.of(specimen.name())).score();
    return new Judgement(true, shown, removed, score >= GatePolicy.DEFAULT.flag());
  }
}
