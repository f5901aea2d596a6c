package dev.frostbyte.audit;

import dev.frostbyte.api.file.DurableDirectory;
import dev.frostbyte.api.file.DurableFile;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** What a child leaves out, to show that its parent would notice. */
enum Flaw {
  /** Nothing. */
  NONE,
  /** Entries count as acknowledged before they are written. */
  EARLY,
  /** Files are never forced. */
  NO_FORCE,
  /** Directories are never synced. */
  NO_SYNC;

  /** The directory with this flaw. */
  DurableDirectory on(DurableDirectory files) {
    return switch (this) {
      case NONE, EARLY -> files;
      case NO_FORCE -> lying(DurableDirectory.class, files, "force");
      case NO_SYNC -> lying(DurableDirectory.class, files, "sync");
    };
  }

  private static <T> T lying(Class<T> type, T honest, String leftOut) {
    InvocationHandler handler =
        (proxy, method, arguments) -> {
          if (method.getName().equals(leftOut)) {
            return null;
          }
          Object answer = answer(() -> method.invoke(honest, arguments));
          return answer instanceof DurableFile file
              ? lying(DurableFile.class, file, leftOut)
              : answer;
        };
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static Object answer(Call call) throws Throwable {
    try {
      return call.run();
    } catch (InvocationTargetException failed) {
      throw failed.getCause() instanceof IOException cause ? cause : failed;
    }
  }

  /** A call by reflection. */
  @FunctionalInterface
  private interface Call {
    Object run() throws ReflectiveOperationException;
  }
}
