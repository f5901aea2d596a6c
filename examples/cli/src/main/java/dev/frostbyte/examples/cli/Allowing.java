package dev.frostbyte.examples.cli;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of commands that read files, for what is not read unless it is said. */
final class Allowing {
  @Option(
      names = "--allow",
      paramLabel = "doc,xls,ppt",
      split = ",",
      description =
          "Reads these old binary formats as well. They are refused otherwise, since more attacks"
              + " than documents come in them.")
  private List<OldFormat> formats = List.of();

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description =
          "Passwords that encrypted PDF documents are tried with, one a line, at most 100. The file"
              + " must be its owner's alone. A password is never an argument: others could see it.")
  private @Nullable Path passwords;

  /**
   * What was said.
   *
   * @throws picocli.CommandLine.ParameterException when others can read the file of passwords
   */
  Readers readers(Task task) {
    Path file = passwords;
    if (file == null) {
      return new Readers(formats, null);
    }
    Secret.fault(file)
        .ifPresent(
            fault -> {
              throw task.misuse("--password-file " + file + " " + fault + ".");
            });
    return new Readers(formats, file.toAbsolutePath());
  }
}
