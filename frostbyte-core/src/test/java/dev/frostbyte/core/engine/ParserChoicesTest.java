package dev.frostbyte.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frostbyte.api.audit.AuditEvent;
import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.spi.ParseResult;
import dev.frostbyte.api.spi.StageConfig;
import dev.frostbyte.core.Consent;
import dev.frostbyte.core.ParserChoice;
import dev.frostbyte.core.plugin.ParserChain;
import dev.frostbyte.core.plugin.ParserRoute;
import dev.frostbyte.core.plugin.ParserTable;
import dev.frostbyte.core.plugin.TestPlugins;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ParserChoicesTest {
  private static final MediaType TYPE = new MediaType("text/x-three");
  private static final StageConfig DEEPER = StageConfig.of(Map.of("depth", "9"));
  private static final StageConfig DEEPEST = StageConfig.of(Map.of("depth", "99"));
  private static final String DEEPER_NAME = "par+" + DEEPER.hash().hex().substring(0, 16);

  private final ParserRoute plain = route(StageConfig.none());
  private final ParserRoute deeper = route(DEEPER);
  private final ParserTable table = table(plain, deeper);
  private final ParserChoices choices = new ParserChoices();

  @Test
  void holdsFromItsEventUntilItIsTakenBack() {
    assertThat(choices.chain(TYPE, table)).isEqualTo(ParserChain.of(plain));
    take(ParserChoices.facts(ParserChoice.of(TYPE, DEEPER_NAME).then("par", 0.7254)));
    assertThat(choices.chain(TYPE, table))
        .isEqualTo(
            new ParserChain(
                List.of(new ParserChain.Link(deeper, 0), new ParserChain.Link(plain, 0.725))));
    take(ParserChoices.facts(TYPE));
    assertThat(choices.chain(TYPE, table)).isEqualTo(ParserChain.of(plain));
    assertThat(choices.all()).isEmpty();
  }

  @Test
  void aLaterChoiceOfATypeTakesThePlaceOfTheEarlier() {
    take(ParserChoices.facts(ParserChoice.of(TYPE, "par").then(DEEPER_NAME, 0.5)));
    take(ParserChoices.facts(ParserChoice.of(TYPE, DEEPER_NAME)));
    assertThat(choices.all()).containsExactly(ParserChoice.of(TYPE, DEEPER_NAME));
  }

  @Test
  void otherSettingsOfATenantAreNoChoices() {
    take(Consents.facts(new Consent("example.com", "parse"), true));
    take(new TreeMap<>());
    assertThat(choices.all()).isEmpty();
  }

  @Test
  void goesOnFromASnapshot() {
    ParserChoice choice = ParserChoice.of(TYPE, "par");
    choices.addAll(List.of(choice));
    assertThat(choices.all()).containsExactly(choice);
  }

  @Test
  void aParserThatIsNoLongerHeldIsNeverPassedOverSilently() {
    take(ParserChoices.facts(ParserChoice.of(TYPE, "gone").then("par", 0.5)));
    assertThatThrownBy(() -> choices.chain(TYPE, table))
        .isInstanceOfSatisfying(
            FrostbyteException.class,
            e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.PLUGIN_UNKNOWN))
        .hasMessageContaining("'gone'")
        .hasMessageContaining(DEEPER_NAME);
  }

  @Test
  void aPluginThatIsHeldTwiceIsToldApartByItsConfiguration() {
    take(ParserChoices.facts(ParserChoice.of(TYPE, "par")));
    assertThat(choices.chain(TYPE, table).links().getFirst().route()).isEqualTo(plain);
    assertThatThrownBy(() -> choices.chain(TYPE, table(deeper, route(DEEPEST))))
        .hasMessageContaining("More than one parser");
    assertThat(choices.chain(TYPE, table(deeper)).links().getFirst().route()).isEqualTo(deeper);
    assertThat(choices.chain(TYPE, table(deeper, deeper)).links().getFirst().route())
        .as("offered, and in the chain already")
        .isEqualTo(deeper);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Par", "par+12", "par/1", "../par", "par\n"})
  void refusesNamesThatAreNone(String name) {
    refused(() -> ParserChoice.of(TYPE, name));
  }

  @Test
  void refusesChainsAndQualitiesThatAreNone() {
    ParserChoice one = ParserChoice.of(TYPE, "par");
    refused(() -> one.then("par", 0.5));
    refused(() -> one.then("other", 1.5));
    refused(() -> one.then("other", Double.NaN));
    refused(() -> new ParserChoice(TYPE, List.of()));
    List<ParserChoice.Step> steps =
        Collections.nCopies(ParserChoice.MOST + 1, new ParserChoice.Step("par", 0));
    refused(() -> new ParserChoice(TYPE, steps));
    assertThat(ParserChoice.MOST).isEqualTo(ParserChain.MOST);
  }

  private static void refused(Runnable making) {
    assertThatThrownBy(making::run)
        .isInstanceOfSatisfying(
            FrostbyteException.class,
            e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.INVALID_ARGUMENT));
  }

  private static ParserTable table(ParserRoute first, ParserRoute... offered) {
    SortedMap<MediaType, ParserChain> chains = new TreeMap<>(Map.of(TYPE, ParserChain.of(first)));
    return new ParserTable(chains, new TreeMap<>(Map.of(TYPE, List.of(offered))));
  }

  private static ParserRoute route(StageConfig config) {
    return new ParserRoute.Local(
        TestPlugins.parser(false),
        config,
        (source, type, limits, sink) -> new ParseResult.Complete(0));
  }

  private void take(SortedMap<String, Object> facts) {
    choices.take(
        new AuditEvent(
            new UUID(0x7000, 1),
            EventType.TENANT_CONFIG_UPDATED,
            Instant.EPOCH,
            "a",
            "tenant",
            facts,
            List.of()));
  }
}
