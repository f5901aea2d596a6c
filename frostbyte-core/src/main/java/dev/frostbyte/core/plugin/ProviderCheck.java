package dev.frostbyte.core.plugin;

import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.spi.Parses;
import dev.frostbyte.api.spi.Stage;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what a provider's class says of itself, without running any of its code. */
final class ProviderCheck {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,31}");
  private static final Pattern EXTENSION = Pattern.compile("[A-Za-z0-9]{1,10}");

  private ProviderCheck() {}

  /** What is wrong with it, to be put after the name of the class; empty when nothing is. */
  static Optional<String> fault(StageKind kind, Class<?> type) {
    try {
      return stageFault(type)
          .or(
              () ->
                  switch (kind) {
                    case PARSER, REMOTE_PARSER -> parserFault(type);
                    default -> Optional.empty();
                  });
    } catch (RuntimeException | LinkageError e) {
      return Optional.of(
          " has annotations that cannot be read (" + e.getClass().getSimpleName() + ")");
    }
  }

  private static Optional<String> stageFault(Class<?> type) {
    Stage stage = type.getAnnotation(Stage.class);
    if (stage == null) {
      return Optional.of(" lacks @Stage");
    }
    if (stage.spi() != Stage.SPI) {
      return Optional.of(" was written for SPI " + stage.spi() + ", this is SPI " + Stage.SPI);
    }
    return NAME.matcher(stage.name()).matches()
        ? Optional.empty()
        : Optional.of(" has a name that does not match " + NAME);
  }

  private static Optional<String> parserFault(Class<?> type) {
    Parses parses = type.getAnnotation(Parses.class);
    if (parses == null) {
      return Optional.of(" lacks @Parses");
    }
    if (parses.types().length == 0 || parses.extensions().length > parses.types().length) {
      return Optional.of(" must name at least one type, and no more extensions than types");
    }
    for (String extension : parses.extensions()) {
      if (!EXTENSION.matcher(extension).matches()) {
        return Optional.of(" names an extension that does not match " + EXTENSION);
      }
    }
    return typeFault(parses);
  }

  private static Optional<String> typeFault(Parses parses) {
    for (String type : parses.types()) {
      try {
        new MediaType(type);
      } catch (IllegalArgumentException e) {
        return Optional.of(" names a type that is no media type: '" + type + "'");
      }
    }
    return Optional.empty();
  }
}
