package dev.frostbyte.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.audit.EventType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The page for auditors names what the code writes. */
class AuditPageIT {
  @Test
  void thePageNamesEveryEventType() throws IOException {
    String page = Files.readString(Path.of("../../docs/audit.md"));
    assertThat(
            Arrays.stream(EventType.values())
                .map(EventType::wireName)
                .map(
                    name ->
                        name.substring("io.frostbyte.".length(), name.length() - ".v1".length()))
                .filter(name -> !page.contains("`" + name + "`")))
        .isEmpty();
  }
}
