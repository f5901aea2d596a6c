package dev.frostbyte.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.spi.ParseLimits;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Positive;

/** A tenant's budgets are what their event says, and never more than the pipeline's. */
final class TenantLimitsTest {
  @Property
  void anEventTellsEveryBudget(@ForAll @Positive int some, @ForAll @Positive int others) {
    ParseLimits limits = limits(some, others);
    assertThat(TenantLimits.read(TenantLimits.numbers(limits))).isEqualTo(limits);
  }

  @Property
  void noBudgetIsLargerThanThePipelines(
      @ForAll @Positive int some, @ForAll @Positive int others, @ForAll @Positive int pipeline) {
    TenantLimits tenant = new TenantLimits();
    tenant.begin(TenantLimits.numbers(limits(some, others)));
    ParseLimits all = limits(pipeline, pipeline);
    TenantLimits.numbers(tenant.within(all))
        .forEach(
            (name, number) ->
                assertThat(number)
                    .isLessThanOrEqualTo(TenantLimits.numbers(all).get(name))
                    .isLessThanOrEqualTo(tenant.all().get(name)));
  }

  @Property
  void whoSetNoneHasThePipelines(@ForAll @Positive int pipeline) {
    ParseLimits all = limits(pipeline, pipeline);
    assertThat(new TenantLimits().within(all)).isEqualTo(all);
  }

  private static ParseLimits limits(int some, int others) {
    return new ParseLimits(
        some,
        others,
        some,
        others,
        some,
        others,
        some,
        Duration.ofMillis(others),
        some,
        others,
        some);
  }
}
