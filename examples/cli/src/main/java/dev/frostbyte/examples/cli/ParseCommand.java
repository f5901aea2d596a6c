package dev.frostbyte.examples.cli;

import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.model.UntrustedText;
import dev.frostbyte.core.Pipeline;
import dev.frostbyte.core.Workbench;
import dev.frostbyte.core.document.Renderer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads files and writes what was read; stores nothing. */
@Command(
    name = "parse",
    header = "Reads files and writes what was read; stores nothing.",
    description =
        "Writes DIR/name.ext.md, .json or .txt; without --out to standard output. Folders are walked.",
    footer = "Example:  frostbyte parse contract.pdf --format markdown --out read/")
final class ParseCommand extends Task {
  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files and folders.")
  private List<Path> files = List.of();

  @Option(
      names = "--format",
      paramLabel = "markdown|json|text",
      description = "Form of the output. Default: markdown")
  private Renderer format = Renderer.MARKDOWN;

  @Option(names = "--out", paramLabel = "DIR", description = "Folder to write to.")
  private @Nullable Path out;

  @Override
  ExitCode run(Frostbyte frostbyte) throws IOException {
    List<WorkFile> inputs = WorkFile.of(files);
    WorkFile.clash(inputs)
        .ifPresent(
            name -> {
              throw misuse(
                  "Two files would be written to " + name + "; parse them into different folders.");
            });
    ExitCode exit = ExitCode.DONE;
    try (ScratchHome scratch = ScratchHome.open();
        Pipeline pipeline = frostbyte.pipeline(scratch)) {
      for (WorkFile input : inputs) {
        exit = exit.and(parse(input, pipeline.workbench(), frostbyte));
      }
    }
    return exit;
  }

  private ExitCode parse(WorkFile input, Workbench workbench, Frostbyte frostbyte)
      throws IOException {
    return switch (workbench.parse(input.path())) {
      case Workbench.Parsed.Read read -> written(input, format.render(read.document()), frostbyte);
      case Workbench.Parsed.Refused refused -> refused(input, refused.problem(), frostbyte);
    };
  }

  private ExitCode written(WorkFile input, String text, Frostbyte frostbyte) throws IOException {
    if (out == null) {
      frostbyte.terminal().out().print(text);
      frostbyte.terminal().out().flush();
      return ExitCode.DONE;
    }
    Path target = out.resolve(input.name() + "." + format.extension());
    OutputFile.write(target, text);
    frostbyte.answer(
        input.json("parsed").put("code", (String) null).put("out", target.toString()),
        "parsed       "
            + input.shown()
            + "  ->  "
            + Shown.line(UntrustedText.of(target.toString())));
    return ExitCode.DONE;
  }

  private static ExitCode refused(WorkFile input, Problem problem, Frostbyte frostbyte) {
    input.refused(problem, frostbyte);
    return WorkFile.exit(problem);
  }
}
