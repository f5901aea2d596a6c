package dev.frostbyte.embedded;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a user's key file lies: {@code $XDG_CONFIG_HOME} (XDG Base Directory Specification 0.8: a
 * relative path there is ignored), on Windows {@code %APPDATA%}, or else {@code ~/.config}.
 * Immutable.
 */
record KeyFileChoice(Path path) {
  static final String PROPERTY = "frostbyte.keyFile";

  static KeyFileChoice ofThisUser() {
    return of(System::getProperty, System::getenv);
  }

  static KeyFileChoice of(Lookup properties, Lookup environment) {
    String named = properties.value(PROPERTY);
    if (named != null && !named.isBlank()) {
      return new KeyFileChoice(Path.of(named));
    }
    Path folder =
        absolute(environment.value("XDG_CONFIG_HOME"))
            .or(() -> absolute(environment.value("APPDATA")))
            .orElseGet(() -> Path.of(home(properties), ".config"));
    return new KeyFileChoice(folder.resolve("frostbyte").resolve("frostbyte.keys"));
  }

  private static String home(Lookup properties) {
    String home = properties.value("user.home");
    return home == null ? "." : home;
  }

  private static Optional<Path> absolute(@Nullable String path) {
    return Optional.ofNullable(path)
        .filter(text -> !text.isBlank())
        .map(Path::of)
        .filter(Path::isAbsolute);
  }

  /** Answers names with values. */
  @FunctionalInterface
  interface Lookup {
    @Nullable String value(String name);
  }
}
