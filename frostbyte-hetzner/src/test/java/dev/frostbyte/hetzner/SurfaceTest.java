package dev.frostbyte.hetzner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SurfaceTest {

  private static final List<String> PUBLIC =
      List.of(
          "ErrorCode",
          "HetznerClient",
          "HetznerClientBuilder",
          "HetznerError",
          "HetznerException",
          "HetznerResult",
          "HetznerToken",
          "Location",
          "Network",
          "PagingFault",
          "RateLimit",
          "ServerType");

  @Test
  void onlyEntryPointsAndTheirValuesArePublic() throws IOException, URISyntaxException {
    Path classes =
        Path.of(HetznerClient.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (Stream<Path> files = Files.list(classes.resolve("dev/frostbyte/hetzner"))) {
      List<String> open =
          files
              .map(file -> file.getFileName().toString().replace(".class", ""))
              .filter(name -> !name.contains("$") && !name.equals("package-info"))
              .filter(SurfaceTest::isPublic)
              .toList();
      assertThat(open).containsExactlyInAnyOrderElementsOf(PUBLIC);
    }
  }

  private static boolean isPublic(String name) {
    try {
      Class<?> type = Class.forName("dev.frostbyte.hetzner." + name);
      return Modifier.isPublic(type.getModifiers());
    } catch (ClassNotFoundException e) {
      throw new AssertionError(name, e);
    }
  }
}
