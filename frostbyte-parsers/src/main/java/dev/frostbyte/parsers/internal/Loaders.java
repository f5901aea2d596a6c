package dev.frostbyte.parsers.internal;

import java.util.List;
import java.util.stream.Stream;

/** Where plugins are looked for. Stateless. */
public final class Loaders {
  private Loaders() {}

  /**
   * The loader of a class, and the one of the thread where that is another: plugins of an
   * application server lie beyond the library's own.
   */
  public static List<ClassLoader> both(Class<?> own) {
    return Stream.ofNullable(own.getClassLoader())
        .flatMap(
            loader ->
                Stream.concat(
                    Stream.of(loader),
                    Stream.ofNullable(Thread.currentThread().getContextClassLoader())))
        .distinct()
        .toList();
  }
}
