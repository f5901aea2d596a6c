package dev.frostbyte.examples.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.model.UntrustedText;
import dev.frostbyte.core.Batch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A file of the workbench. Immutable.
 *
 * @param name its path below the folder named, or its name
 */
record WorkFile(Path path, String name) {
  /** These files, and all files of these folders; says so when a folder holds none. */
  static List<WorkFile> of(Collection<Path> paths, Terminal terminal) throws IOException {
    noteEmpty(paths, terminal);
    return Batch.of(paths).files().stream()
        .map(file -> new WorkFile(file.path(), file.name().value()))
        .toList();
  }

  /** An empty folder is no mistake, such as an inbox on a quiet day, but worth a word. */
  static void noteEmpty(Collection<Path> paths, Terminal terminal) throws IOException {
    for (Path path : paths) {
      if (Files.isDirectory(path) && Batch.ofFolder(path).files().isEmpty()) {
        String folder = Shown.line(UntrustedText.of(path.toString()));
        terminal.err().println("frostbyte: There are no files in " + folder + "; nothing to do.");
      }
    }
  }

  /** A name that two of the files share. */
  static Optional<String> clash(List<WorkFile> files) {
    Set<String> seen = new HashSet<>();
    return files.stream().map(WorkFile::name).filter(name -> !seen.add(name)).findFirst();
  }

  /**
   * A file that is not there or cannot be read is unreadable, any other was refused for what it is.
   */
  static ExitCode exit(Problem problem) {
    return switch (problem.code()) {
      case FILE_MISSING, FILE_UNREADABLE -> ExitCode.UNREADABLE;
      default -> ExitCode.INCOMPLETE;
    };
  }

  String shown() {
    return Shown.line(UntrustedText.of(name));
  }

  ObjectNode json(String outcome) {
    return Json.object().put("file", name).put("outcome", outcome);
  }

  /** Says that files lie in it, since what is written does not hold them. */
  void noteInside(int attachments, Terminal terminal) {
    if (attachments > 0) {
      String lie = attachments == 1 ? "1 file lies in " : attachments + " files lie in ";
      String taken = "; ingest takes them in as documents of their own.";
      terminal.err().println("frostbyte: " + lie + shown() + taken);
    }
  }

  void refused(Problem problem, Frostbyte frostbyte) {
    if (frostbyte.json()) {
      frostbyte.answer(
          json("rejected")
              .put("code", problem.code().name())
              .put("message", problem.message())
              .put("remedy", problem.remedy()),
          "");
    } else {
      frostbyte
          .terminal()
          .err()
          .println(
              "rejected     "
                  + shown()
                  + "\n             "
                  + Shown.line(UntrustedText.of(problem.toString())));
    }
  }
}
