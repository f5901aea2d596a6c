package dev.frostbyte.examples.cli;

import dev.frostbyte.core.PipelineBuilder;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.TypeConversionException;

/** A format that is read only when it is allowed: the binary files of Office 97 to 2003. */
enum OldFormat {
  DOC,
  XLS,
  PPT;

  private static final String NAMES =
      Arrays.stream(values()).map(OldFormat::parser).collect(Collectors.joining(", "));

  /** The format of a name, in any case. */
  static OldFormat of(String name) {
    return Arrays.stream(values())
        .filter(format -> format.name().equalsIgnoreCase(name.strip()))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "no format of this name is read only when allowed; the names are " + NAMES));
  }

  /** Chooses the parsers of formats that were allowed. */
  static PipelineBuilder allow(Collection<OldFormat> formats, PipelineBuilder builder) {
    formats.stream().distinct().sorted().forEach(format -> builder.parser(format.parser()));
    return builder;
  }

  private String parser() {
    return name().toLowerCase(Locale.ROOT);
  }
}
