package dev.frostbyte.hetzner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;

class ExampleTest {

  @Test
  void theExampleOfTheGuideIsTheOneThatRuns() throws IOException {
    String source =
        Files.readString(Path.of("src/test/java/dev/frostbyte/hetzner/HetznerExample.java"));
    String example =
        source.substring(source.indexOf("// example\n") + 11, source.indexOf("  // end"));
    assertThat(Files.readString(Path.of("../docs/hetzner.md")))
        .contains("```java\n" + example.stripTrailing().stripIndent() + "\n```");
  }

  @Test
  void theExamplePrintsNetworksOrTheError() {
    MockResponse networks =
        Answers.json(200, Answers.file("networks.json"))
            .addHeader("RateLimit-Limit", "3600")
            .addHeader("RateLimit-Remaining", "3599")
            .addHeader("RateLimit-Reset", "1760000000")
            .build();
    MockResponse refusal = Answers.json(401, Answers.file("error.json")).build();
    MockResponse bare = Answers.json(404, "").build();
    try (FakeApi api = FakeApi.open(networks, refusal, bare)) {
      assertThat(run(api)).isEqualTo("mynet 10.0.0.0/16\n3599 requests left\n");
      assertThat(run(api)).startsWith("UNAUTHORIZED: Hetzner refused").contains("unable to");
      assertThat(run(api)).startsWith("Hetzner answered HTTP 404");
    }
  }

  private static String run(FakeApi api) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    HetznerExample.listNetworks(
        FakeApi.SECRET,
        api.server.url("/").uri(),
        new PrintStream(out, true, StandardCharsets.UTF_8));
    return out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
  }
}
