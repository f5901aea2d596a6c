package dev.frostbyte.examples.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.model.UntrustedText;
import dev.frostbyte.core.Pipeline;
import dev.frostbyte.core.Workbench;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads files and writes what was read; stores nothing. */
@Command(
    name = "parse",
    header = "Reads files and writes what was read; stores nothing.",
    description =
        "Writes DIR/name.ext.md, .json, .txt, .html, .docling.json, .unstructured.json or"
            + " .preview.html; without --out to standard output. Folders are walked. With --json"
            + " and without --out every file is one object: file, outcome, code and the canonical"
            + " document, or the text of another --format.",
    footer = "Example:  frostbyte parse contract.pdf --format markdown --out read/")
final class ParseCommand extends Task {
  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files and folders.")
  private List<Path> files = List.of();

  @Option(
      names = "--format",
      paramLabel = "markdown|json|text|html|docling|unstructured|preview",
      description =
          "Form of the output; a preview shows pages beside what was taken from them, in a browser."
              + " Default: markdown; json with --json and without --out")
  private @Nullable ParseForm format;

  @Mixin private Allowing allowing = new Allowing();

  @Option(names = "--out", paramLabel = "DIR", description = "Folder to write to.")
  private @Nullable Path out;

  @Override
  ExitCode run(Frostbyte frostbyte) throws IOException {
    List<WorkFile> inputs = WorkFile.of(files, frostbyte.terminal());
    WorkFile.clash(inputs)
        .ifPresent(
            name -> {
              throw misuse(
                  "Two files would be written to " + name + "; parse them into different folders.");
            });
    Readers readers = allowing.readers(this);
    ExitCode exit = ExitCode.DONE;
    try (ScratchHome scratch = ScratchHome.open();
        Pipeline pipeline = frostbyte.pipeline(scratch, readers);
        Workbench workbench = pipeline.workbench()) {
      for (WorkFile input : inputs) {
        exit = exit.and(parse(input, workbench, frostbyte));
      }
    }
    return exit;
  }

  private ExitCode parse(WorkFile input, Workbench workbench, Frostbyte frostbyte)
      throws IOException {
    ParseForm form = form(frostbyte);
    return switch (form.of(input.path(), workbench)) {
      case ParseForm.Result.Written written -> {
        input.noteInside(written.attachments(), frostbyte.terminal());
        yield written(input, form, written.text(), frostbyte);
      }
      case ParseForm.Result.Refused refused -> refused(input, refused.problem(), frostbyte);
    };
  }

  private ParseForm form(Frostbyte frostbyte) {
    ParseForm usual = frostbyte.json() && out == null ? ParseForm.JSON : ParseForm.MARKDOWN;
    return format == null ? usual : format;
  }

  private ExitCode written(WorkFile input, ParseForm form, String text, Frostbyte frostbyte)
      throws IOException {
    if (out != null) {
      write(input, text, out.resolve(input.name() + "." + form.extension()), frostbyte);
    } else if (frostbyte.json()) {
      frostbyte.answer(json(input, form, text), "");
    } else {
      frostbyte.terminal().out().print(text);
      frostbyte.terminal().out().flush();
    }
    return ExitCode.DONE;
  }

  private static ObjectNode json(WorkFile input, ParseForm form, String text) throws IOException {
    ObjectNode answer = input.json("parsed").put("code", (String) null);
    return form == ParseForm.JSON ? answer.setAll(Json.read(text)) : answer.put("text", text);
  }

  private static void write(WorkFile input, String text, Path target, Frostbyte frostbyte)
      throws IOException {
    OutputFile.write(target, text);
    frostbyte.answer(
        input.json("parsed").put("code", (String) null).put("out", target.toString()),
        "parsed       "
            + input.shown()
            + "  ->  "
            + Shown.line(UntrustedText.of(target.toString())));
  }

  private static ExitCode refused(WorkFile input, Problem problem, Frostbyte frostbyte) {
    input.refused(problem, frostbyte);
    return WorkFile.exit(problem);
  }
}
