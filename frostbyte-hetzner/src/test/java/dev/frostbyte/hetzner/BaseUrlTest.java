package dev.frostbyte.hetzner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaseUrlTest {

  @Test
  void isTheProvidersUnlessSet() {
    assertThat(BaseUrl.DEFAULT).hasToString("https://api.hetzner.cloud/v1/");
  }

  @ParameterizedTest
  @CsvSource({
    "https://api.hetzner.cloud/v1, https://api.hetzner.cloud/v1/",
    "https://api.hetzner.cloud/v1/, https://api.hetzner.cloud/v1/",
    "https://example.com, https://example.com/",
    "http://localhost:4010, http://localhost:4010/",
    "http://127.0.0.1:4010/a, http://127.0.0.1:4010/a/",
    "http://127.255.255.255, http://127.255.255.255/",
    "http://[::1]:4010/, http://[::1]:4010/",
  })
  void accepts(String given, String used) {
    assertThat(BaseUrl.of(URI.create(given))).hasToString(used);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://api.hetzner.cloud/v1/",
        "http://127.0.0.1.example.com/",
        "http://127.example.com/",
        "http://127.0.0.256/",
        "http://localhost.example.com/",
        "http://localhost@example.com/",
        "http://128.0.0.1/",
        "http://0.0.0.0/",
        "http://[::]/",
        "http://169.254.169.254/",
        "ftp://localhost/",
        "file:///etc/",
        "localhost",
        "",
        "https://user@example.com/",
        "https://user:secret@example.com/",
        "https://example.com/?token=secret",
        "https://example.com/#secret"
      })
  void refuses(String given) {
    assertThatThrownBy(() -> BaseUrl.of(URI.create(given)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Give https://host/path/")
        .hasMessageNotContaining("secret");
  }

  @Property
  void refusesPlainHttpToAnyNamedHost(
      @ForAll @AlphaChars @StringLength(min = 1, max = 20) String name) {
    assertThatThrownBy(() -> BaseUrl.of(URI.create("http://" + name + ".test/")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("unencrypted");
  }
}
