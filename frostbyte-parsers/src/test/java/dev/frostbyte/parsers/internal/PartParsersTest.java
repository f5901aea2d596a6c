package dev.frostbyte.parsers.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.spi.DocumentParser;
import dev.frostbyte.api.spi.Stage;
import dev.frostbyte.api.spi.StageConfig;
import dev.frostbyte.parsers.mail.MailParserProvider;
import dev.frostbyte.parsers.text.CsvParserProvider;
import dev.frostbyte.parsers.web.HtmlParserProvider;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartParsersTest {
  @ParameterizedTest
  @ValueSource(classes = {CsvParserProvider.class, HtmlParserProvider.class})
  void changesTheNameOfAMailWhenTheReadingOfItsPartsChanges(Class<?> part) throws IOException {
    Stage stage = part.getAnnotation(Stage.class);
    try (DocumentParser mail = new MailParserProvider().open(StageConfig.none())) {
      assertThat(mail.fingerprint()).contains(stage.name() + " " + stage.version());
    }
  }

  @Test
  void namesEachParserOnceAndInOneOrder() throws IOException {
    try (PartParsers parsers = PartParsers.open()) {
      assertThat(parsers.read(MediaType.CSV)).isTrue();
      assertThat(parsers.fingerprint())
          .matches("csv \\d+ html \\d+ json \\d+ markdown \\d+ rtf \\d+ text \\d+ xml \\d+ .*");
    }
  }
}
