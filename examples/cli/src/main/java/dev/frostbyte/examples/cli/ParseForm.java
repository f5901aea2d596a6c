package dev.frostbyte.examples.cli;

import dev.frostbyte.api.model.Problem;
import dev.frostbyte.core.Workbench;
import dev.frostbyte.core.document.Preview;
import dev.frostbyte.core.document.Renderer;
import java.nio.file.Path;

/** The forms in which {@code parse} writes what it read. */
enum ParseForm {
  MARKDOWN(Renderer.MARKDOWN),
  JSON(Renderer.JSON),
  TEXT(Renderer.TEXT),
  HTML(Renderer.HTML),
  DOCLING(Renderer.DOCLING),
  UNSTRUCTURED(Renderer.UNSTRUCTURED),
  /** Each page as a picture beside what was taken from it. */
  PREVIEW(Renderer.HTML) {
    @Override
    String extension() {
      return "preview.html";
    }

    @Override
    Result of(Path file, Workbench workbench) {
      return switch (workbench.preview(file)) {
        case Workbench.Previewed.Read read ->
            new Result.Written(Preview.render(read.document(), read.images()));
        case Workbench.Previewed.Refused refused -> new Result.Refused(refused.problem());
      };
    }
  };

  private final Renderer renderer;

  ParseForm(Renderer renderer) {
    this.renderer = renderer;
  }

  /** File name extension, without the dot. */
  String extension() {
    return renderer.extension();
  }

  /** A file in this form. */
  Result of(Path file, Workbench workbench) {
    return switch (workbench.parse(file)) {
      case Workbench.Parsed.Read read -> new Result.Written(renderer.render(read.document()));
      case Workbench.Parsed.Refused refused -> new Result.Refused(refused.problem());
    };
  }

  /** What became of a file. */
  sealed interface Result {
    /** Read, as text of the form. */
    record Written(String text) implements Result {}

    /** Not read. */
    record Refused(Problem problem) implements Result {}
  }
}
