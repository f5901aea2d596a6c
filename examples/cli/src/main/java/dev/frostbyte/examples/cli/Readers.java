package dev.frostbyte.examples.cli;

import dev.frostbyte.core.PipelineBuilder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a command reads besides what is always read. Immutable.
 *
 * @param allowed formats that are refused otherwise
 * @param passwords file of passwords for encrypted PDF documents; null for none
 */
record Readers(List<OldFormat> allowed, @Nullable Path passwords) {
  static final Readers USUAL = new Readers(List.of(), null);

  /** Copies the list. */
  Readers {
    allowed = List.copyOf(allowed);
  }

  /** Chooses the parsers for it; the configuration names the file and holds no password. */
  PipelineBuilder choose(PipelineBuilder builder) {
    OldFormat.allow(allowed, builder);
    return passwords == null
        ? builder
        : builder.parser("pdf", Map.of("passwordFile", passwords.toString()));
  }
}
