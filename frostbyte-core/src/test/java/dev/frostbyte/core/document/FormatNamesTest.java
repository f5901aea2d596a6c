package dev.frostbyte.core.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.MediaType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FormatNamesTest {
  @ParameterizedTest
  @CsvSource({
    "application/pdf, PDF",
    "application/xhtml+xml, web page (XHTML)",
    "image/png, picture (PNG)",
    "image/gif, a picture (image/gif)",
    "video/mp4, a film (video/mp4)",
    "text/calendar, text/calendar"
  })
  void saysAPlainNameAndTheTypeBesideWhatIsNotCommon(String type, String name) {
    assertThat(FormatNames.name(new MediaType(type))).isEqualTo(name);
  }

  @Test
  void listsNamesInOrder() {
    assertThat(FormatNames.names(List.of(MediaType.TEXT, MediaType.CSV, MediaType.PDF)))
        .isEqualTo("CSV, PDF, plain text");
  }
}
