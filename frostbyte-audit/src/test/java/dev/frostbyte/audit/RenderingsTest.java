package dev.frostbyte.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.audit.AuditEntry;
import dev.frostbyte.api.audit.AuditEvent;
import dev.frostbyte.api.audit.EventType;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class RenderingsTest {
  @Test
  void haveTheirPlacesInAnExport() {
    assertThat(Renderings.of(RenderedLog.ORIGIN))
        .extracting(Rendering::path)
        .containsExactly("render/ocsf.jsonl", "render/openlineage.jsonl", "render/prov.json");
  }

  @Test
  void theSameEntriesGiveTheSameBytes() throws Exception {
    List<AuditEntry> entries = RenderedLog.random(new Random(7), 300);
    assertThat(rendered(entries)).isEqualTo(rendered(entries));
  }

  @Test
  void areAsciiWithoutAnyTimeButTheEvents() throws Exception {
    for (String text : rendered(RenderedLog.everyType())) {
      assertThat(text).matches("[\\x20-\\x7e\\n]*");
      assertThat(text.replace("2026-03-01T08:00:0", "")).doesNotContain("2026-", "2025-");
    }
  }

  @Test
  void everyTypeHasAMeaningAndNothingElseHas() {
    assertThat(EventMeaning.values())
        .extracting(Enum::name)
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(EventType.values()).map(EventType::name).toList());
  }

  @Test
  void everyMeaningOfAnIntentIsThatOfAnIntent() {
    for (EventType type : EventType.values()) {
      if (type.name().endsWith("_REQUESTED")) {
        assertThat(EventMeaning.of(type).outcome())
            .as(type.name())
            .isEqualTo(EventMeaning.Outcome.REQUESTED);
      }
    }
  }

  @Test
  void openRunsForgetTheOldest() {
    OpenRuns runs = new OpenRuns();
    for (int i = 0; i <= OpenRuns.LIMIT; i++) {
      runs.begin(LineageStage.REVEAL, event(i));
    }
    assertThat(runs.find(LineageStage.REVEAL, event(0))).isEmpty();
    assertThat(runs.find(LineageStage.REVEAL, event(1))).contains(RenderedLog.id(1));
  }

  private static AuditEvent event(int number) {
    return RenderedLog.entry(number, EventType.REVEAL_REQUESTED, "d" + number, List.of()).event();
  }

  private static List<String> rendered(List<AuditEntry> entries) throws Exception {
    List<String> texts = new ArrayList<>();
    for (Rendering rendering : Renderings.of(RenderedLog.ORIGIN)) {
      texts.add(RenderedLog.render(rendering, entries));
    }
    return texts;
  }
}
