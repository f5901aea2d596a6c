package dev.frostbyte.examples.cli;

import dev.frostbyte.api.model.CanonicalDocument;
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
            Result.of(Preview.render(read.document(), read.images()), read.document());
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
      case Workbench.Parsed.Read read ->
          Result.of(renderer.render(read.document()), read.document());
      case Workbench.Parsed.Refused refused -> new Result.Refused(refused.problem());
    };
  }

  /** What became of a file. */
  sealed interface Result {
    /** A document in a form. */
    static Result of(String text, CanonicalDocument document) {
      return new Written(text, document.attachments().size());
    }

    /**
     * Read, as text of the form.
     *
     * @param attachments files that lie in it, which were not read
     */
    record Written(String text, int attachments) implements Result {}

    /** Not read. */
    record Refused(Problem problem) implements Result {}
  }
}
