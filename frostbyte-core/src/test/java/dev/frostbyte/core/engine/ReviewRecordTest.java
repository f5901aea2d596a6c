package dev.frostbyte.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frostbyte.api.model.UntrustedText;
import dev.frostbyte.core.document.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is sealed beside a decision says who took it. */
final class ReviewRecordTest {
  @Test
  void aRecordIsReadAsItWasWritten() throws IOException {
    ReviewRecord record =
        new Person("act_1", UntrustedText.of("ada")).says(UntrustedText.of("Why."), List.of("a b"));
    assertThat(Json.read(Json.bytes(record), ReviewRecord.class)).isEqualTo(record);
    assertThat(record.by().value()).isEqualTo("ada");
  }

  @Test
  void aRecordThatNamesNobodyIsNone() {
    byte[] nameless = "{\"reason\":\"Why.\",\"rules\":[]}".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> Json.read(nameless, ReviewRecord.class))
        .isInstanceOf(IOException.class);
  }
}
