package dev.frostbyte.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeyFileChoiceTest {
  private static final Map<String, String> USER = Map.of("user.home", "/home/ada");

  @Test
  void liesInTheConfigurationFolderOfTheUser() {
    assertThat(choice(USER, Map.of())).isEqualTo("/home/ada/.config/frostbyte/frostbyte.keys");
  }

  @Test
  void obeysTheConfigurationFolderOfTheEnvironment() {
    assertThat(choice(USER, Map.of("XDG_CONFIG_HOME", "/etc/ada")))
        .isEqualTo("/etc/ada/frostbyte/frostbyte.keys");
  }

  @Test
  void ignoresARelativeConfigurationFolder() {
    assertThat(choice(USER, Map.of("XDG_CONFIG_HOME", "ada"))).startsWith("/home/ada/.config/");
  }

  @Test
  void letsThePropertyNameTheFile() {
    Map<String, String> properties =
        Map.of("user.home", "/home/ada", "frostbyte.keyFile", "/keys/one");
    assertThat(choice(properties, Map.of("XDG_CONFIG_HOME", "/etc/ada"))).isEqualTo("/keys/one");
  }

  private static String choice(Map<String, String> properties, Map<String, String> environment) {
    Path path = KeyFileChoice.of(properties::get, environment::get).path();
    return path.toString().replace('\\', '/');
  }
}
