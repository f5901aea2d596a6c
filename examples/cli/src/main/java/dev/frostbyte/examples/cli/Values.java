package dev.frostbyte.examples.cli;

import dev.frostbyte.api.model.BatchId;
import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.tenant.TenantId;
import java.util.function.Function;
import picocli.CommandLine.TypeConversionException;

/** Reads the library's names from arguments. Stateless. */
final class Values {
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

  private static <T> T read(Function<String, T> type, String text) {
    try {
      return type.apply(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(String.valueOf(e.getMessage()));
    }
  }
}
