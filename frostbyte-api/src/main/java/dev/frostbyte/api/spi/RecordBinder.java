package dev.frostbyte.api.spi;

import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.model.ProblemCode;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/** Builds a record from defaults and text values. */
final class RecordBinder {
  private RecordBinder() {}

  @SuppressWarnings("unchecked")
  static <R extends Record> R bind(
      R defaults, RecordComponent[] components, Map<String, String> values) {
    Object[] arguments = new Object[components.length];
    Class<?>[] types = new Class<?>[components.length];
    for (int i = 0; i < components.length; i++) {
      String text = values.get(components[i].getName());
      types[i] = components[i].getType();
      arguments[i] = text == null ? read(defaults, components[i]) : convert(components[i], text);
    }
    try {
      Constructor<?> constructor = defaults.getClass().getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return (R) constructor.newInstance(arguments);
    } catch (InvocationTargetException e) {
      throw refused(
          String.valueOf(e.getCause() == null ? "a value" : e.getCause().getMessage()), e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          "a configuration record must have its canonical constructor", e);
    }
  }

  private static Object read(Record defaults, RecordComponent component) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(defaults);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a configuration record must have readable components", e);
    }
  }

  private static Object convert(RecordComponent component, String text) {
    Class<?> type = component.getType();
    try {
      return switch (type.getName()) {
        case "java.lang.String" -> text;
        case "int" -> Integer.valueOf(text);
        case "long" -> Long.valueOf(text);
        case "double" -> Double.valueOf(text);
        case "boolean" -> bool(text);
        case "java.time.Duration" -> Duration.parse(text);
        default -> constant(type, text);
      };
    } catch (IllegalArgumentException | java.time.format.DateTimeParseException e) {
      throw refused(
          "key '" + component.getName() + "' takes " + expected(type) + ", not the value given", e);
    }
  }

  private static Boolean bool(String text) {
    if (text.equals("true") || text.equals("false")) {
      return Boolean.valueOf(text);
    }
    throw new IllegalArgumentException("not a boolean");
  }

  private static Object constant(Class<?> type, String text) {
    if (!type.isEnum()) {
      throw new IllegalStateException("a configuration record cannot have a component of " + type);
    }
    return Arrays.stream(type.getEnumConstants())
        .filter(
            constant ->
                ((Enum<?>) constant)
                    .name()
                    .toLowerCase(Locale.ROOT)
                    .equals(text.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such constant"));
  }

  private static String expected(Class<?> type) {
    return type.isEnum()
        ? "one of " + Arrays.toString(type.getEnumConstants())
        : "a " + type.getSimpleName();
  }

  private static FrostbyteException refused(String why, Exception cause) {
    return new FrostbyteException(
        Problem.of(ProblemCode.CONFIGURATION_INVALID, "Configuration refused: " + why + "."),
        cause);
  }
}
