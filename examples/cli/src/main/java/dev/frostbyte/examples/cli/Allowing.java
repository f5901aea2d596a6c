package dev.frostbyte.examples.cli;

import java.util.List;
import picocli.CommandLine.Option;

/** The option of commands that read files, for formats that are not read unless it is said. */
final class Allowing {
  @Option(
      names = "--allow",
      paramLabel = "doc,xls,ppt",
      split = ",",
      description =
          "Reads these old binary formats as well. They are refused otherwise, since more attacks"
              + " than documents come in them.")
  private List<OldFormat> formats = List.of();

  List<OldFormat> formats() {
    return formats;
  }
}
