package dev.frostbyte.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.core.policy.GatePolicy;
import dev.frostbyte.core.policy.PersonalAction;
import dev.frostbyte.core.policy.Reach;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** A policy is what its event says. */
final class PoliciesTest {
  @Property
  void anEventTellsTheWholePolicy(
      @ForAll @IntRange(min = 1, max = 499) int flag,
      @ForAll @IntRange(min = 500, max = 1_000) int quarantine,
      @ForAll @IntRange(max = 1_000) int review,
      @ForAll PersonalAction fallback,
      @ForAll @Size(max = 10) Map<@IntRange(max = 99) Integer, PersonalAction> personal,
      @ForAll Reach reach) {
    TreeMap<String, PersonalAction> types = new TreeMap<>();
    personal.forEach((number, action) -> types.put("TYPE_" + number, action));
    GatePolicy policy =
        new GatePolicy(
            flag / 1_000.0, quarantine / 1_000.0, fallback, types, review / 1_000.0, reach);
    assertThat(Policies.read(Policies.facts(policy))).isEqualTo(policy);
  }

  @Test
  void aPolicyTooLongForItsEventIsRefused() {
    TreeMap<String, PersonalAction> many = new TreeMap<>();
    for (int i = 0; i < 30; i++) {
      many.put("A_TYPE_OF_DATA_" + i, PersonalAction.FLAG);
    }
    GatePolicy policy = new GatePolicy(0.3, 0.7, PersonalAction.REDACT, many, 0.7, Reach.DOCUMENT);
    assertThatThrownBy(() -> Policies.facts(policy))
        .isInstanceOf(FrostbyteException.class)
        .hasMessageContaining("256");
  }
}
