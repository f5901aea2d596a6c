package dev.frostbyte.examples.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frostbyte.core.TenantSession;
import dev.frostbyte.core.policy.GatePolicy;
import dev.frostbyte.core.policy.PersonalAction;
import dev.frostbyte.core.policy.Reach;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows or changes what a tenant's gates let pass. */
@Command(
    name = "policy",
    header = "Shows what a tenant's checks let pass, or changes it.",
    description = {
      "Without options it shows the policy; what an option does not name stays as it is.",
      "Documents that are served already are judged by it after:  frostbyte rescan TENANT"
    },
    footer = "Example:  frostbyte policy acme --quarantine 0.8 --personal EMAIL=flag")
final class PolicyCommand extends TenantTask {
  @Option(
      names = "--flag",
      paramLabel = "SCORE",
      description = "Certainty from which a document is labelled. Default: 0.3.")
  private @Nullable Double flag;

  @Option(
      names = "--quarantine",
      paramLabel = "SCORE",
      description = "Certainty from which it is quarantined. Default: 0.7.")
  private @Nullable Double quarantine;

  @Option(
      names = "--review",
      paramLabel = "SCORE",
      description = "Certainty of its kind below which it is held; 0 holds none. Default: 0.7.")
  private @Nullable Double review;

  @Option(
      names = "--reach",
      paramLabel = "WHAT",
      description =
          "What is kept back: document, or chunk for the passages concerned alone. Default:"
              + " document.")
  private @Nullable Reach reach;

  @Option(
      names = "--personal",
      paramLabel = "TYPE=ACTION",
      description =
          "What becomes of personal data of a type: redact, flag or block. Without options the"
              + " command says which types there are.")
  private Map<String, PersonalAction> personal = new TreeMap<>();

  @Option(
      names = "--other-personal",
      paramLabel = "ACTION",
      description = "What becomes of all other types. Default: redact.")
  private @Nullable PersonalAction others;

  @Override
  ExitCode run(TenantSession session, Frostbyte frostbyte) {
    GatePolicy before = session.settings().policy();
    GatePolicy after = changed(before);
    change(session, before, after);
    List<String> types = session.settings().personalTypes();
    frostbyte.answer(json(after, types), text(after, types));
    return ExitCode.DONE;
  }

  private static void change(TenantSession session, GatePolicy before, GatePolicy after) {
    if (!after.equals(before)) {
      session.settings().changePolicy(after);
    }
  }

  private GatePolicy changed(GatePolicy before) {
    TreeMap<String, PersonalAction> types = new TreeMap<>(before.personal());
    personal.forEach((type, action) -> types.put(type.toUpperCase(Locale.ROOT), action));
    try {
      return new GatePolicy(
          flag == null ? before.flag() : flag,
          quarantine == null ? before.quarantine() : quarantine,
          others == null ? before.fallback() : others,
          types,
          review == null ? before.review() : review,
          reach == null ? before.reach() : reach);
    } catch (IllegalArgumentException e) {
      throw misuse(String.valueOf(e.getMessage()));
    }
  }

  private static ObjectNode json(GatePolicy policy, List<String> known) {
    ObjectNode object =
        Json.object()
            .put("flag", policy.flag())
            .put("quarantine", policy.quarantine())
            .put("review", policy.review())
            .put("reach", word(policy.reach()))
            .put("other_personal", word(policy.fallback()));
    ObjectNode types = object.putObject("personal");
    policy.personal().forEach((type, action) -> types.put(type, word(action)));
    known.forEach(object.putArray("personal_types")::add);
    return object;
  }

  private static String text(GatePolicy policy, List<String> known) {
    StringBuilder out = new StringBuilder();
    out.append("labelled from          ").append(policy.flag());
    out.append("\nquarantined from       ").append(policy.quarantine());
    out.append("\nheld below             ").append(policy.review());
    out.append("\nkept back              ").append(word(policy.reach()));
    policy.personal().forEach((type, action) -> out.append(line(type, action)));
    out.append(line("other personal data", policy.fallback()));
    return out.append("\ntypes that are found    ").append(String.join(", ", known)).toString();
  }

  private static String line(String what, PersonalAction action) {
    return String.format(Locale.ROOT, "%n%-22s %s", what, word(action));
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
