package dev.frostbyte.parsers.worker;

import dev.frostbyte.api.spi.FileKeys;
import dev.frostbyte.api.spi.Parses;
import dev.frostbyte.parsers.internal.Loaders;
import java.lang.annotation.Annotation;
import java.util.Optional;

/** Which keys of a configuration name files, as the class of its provider says. Stateless. */
final class NamedKeys {
  private static final String[] NONE = {};

  private NamedKeys() {}

  /** Of a parser; none when there is no such class. */
  static String[] files(String provider) {
    return annotation(provider, Parses.class).map(Parses::files).orElse(NONE);
  }

  /** Of a layout or table model; none when there is no such class. */
  static String[] modelFiles(String provider) {
    return annotation(provider, FileKeys.class).map(FileKeys::value).orElse(NONE);
  }

  private static <A extends Annotation> Optional<A> annotation(String provider, Class<A> kind) {
    for (ClassLoader loader : Loaders.both(NamedKeys.class)) {
      try {
        Class<?> type = Class.forName(provider, false, loader);
        return Optional.ofNullable(type.getAnnotation(kind));
      } catch (ClassNotFoundException | LinkageError e) {
        // The other loader may know it.
      }
    }
    return Optional.empty();
  }
}
