package dev.frostbyte.examples.cli;

import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.api.model.BatchId;
import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.tenant.TenantId;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.TypeConversionException;

/** Reads the library's names from arguments. Stateless. */
final class Values {
  private static final String TYPES =
      Arrays.stream(EventType.values())
          .map(type -> type.name().toLowerCase(Locale.ROOT))
          .collect(Collectors.joining(", "));

  private Values() {}

  static TenantId tenant(String text) {
    return read(TenantId::new, text);
  }

  static DocumentId document(String text) {
    return read(DocumentId::new, text);
  }

  static BatchId batch(String text) {
    return read(BatchId::new, text);
  }

  /** A type by its name or by its name in the log. */
  static EventType eventType(String text) {
    String name = text.toUpperCase(Locale.ROOT).replace('-', '_');
    return Arrays.stream(EventType.values())
        .filter(type -> type.name().equals(name) || type.wireName().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "no type of events has this name; the types are " + TYPES));
  }

  /** A day in UTC, or a time with its offset. */
  static Instant instant(String text) {
    try {
      return text.contains("T")
          ? OffsetDateTime.parse(text).toInstant()
          : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeException e) {
      throw new TypeConversionException(
          "a time is a day such as 2026-03-01 or a time such as 2026-03-01T08:00:00Z");
    }
  }

  private static <T> T read(Function<String, T> type, String text) {
    try {
      return type.apply(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(String.valueOf(e.getMessage()));
    }
  }
}
