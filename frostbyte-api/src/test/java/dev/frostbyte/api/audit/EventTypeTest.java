package dev.frostbyte.api.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class EventTypeTest {
  private static final List<EventType> ALL = List.of(EventType.values());

  @ParameterizedTest
  @EnumSource(EventType.class)
  void anIntentIsClosedBySomeOutcomeAndNothingElseIs(EventType type) {
    assertThat(ALL.stream().anyMatch(outcome -> outcome.closes(type))).isEqualTo(type.isIntent());
  }

  @ParameterizedTest
  @EnumSource(EventType.class)
  void noIntentClosesAnother(EventType type) {
    assertThat(ALL.stream().filter(EventType::isIntent).noneMatch(intent -> intent.closes(type)))
        .isTrue();
  }

  @ParameterizedTest
  @EnumSource(EventType.class)
  void wireNamesAreReadBack(EventType type) {
    assertThat(type.wireName()).matches("io\\.frostbyte\\.[a-z]+\\.[a-z_]+\\.v1");
    assertThat(EventType.ofWireName(type.wireName())).isEqualTo(type);
  }

  @Test
  void wireNamesAreDifferent() {
    assertThat(Arrays.stream(EventType.values()).map(EventType::wireName)).doesNotHaveDuplicates();
  }

  @Test
  void everythingSaidToBeRequestedIsAnIntent() {
    assertThat(ALL.stream().filter(type -> type.name().endsWith("_REQUESTED")))
        .allMatch(EventType::isIntent);
  }
}
