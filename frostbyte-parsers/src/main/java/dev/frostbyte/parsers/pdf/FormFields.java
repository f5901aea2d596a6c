package dev.frostbyte.parsers.pdf;

import dev.frostbyte.api.model.Block;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDVariableText;

/**
 * Gives the fields of a form whose value nobody has drawn yet the look that a viewer gives them, so
 * that it is read where it stands. What cannot be drawn is reported.
 */
final class FormFields {
  /** Fields of one document that are drawn; more are reported. */
  private static final int MOST = 5_000;

  private FormFields() {}

  /** Draws them into the document in memory and says what could not be drawn. */
  static List<Block> shown(PDDocument document) {
    List<Block> lost = new ArrayList<>();
    PDAcroForm form = document.getDocumentCatalog().getAcroForm(null);
    int drawn = 0;
    for (PDField field : form == null ? List.<PDField>of() : form.getFieldTree()) {
      if (field instanceof PDVariableText text && isBare(text)) {
        boolean shown = drawn++ < MOST && isDrawn(form, text);
        if (!shown) {
          lost.add(new Block.Dropped("form-field", "NO_APPEARANCE", List.of()));
        }
      }
    }
    return lost;
  }

  private static boolean isBare(PDVariableText field) {
    return !field.getValueAsString().isBlank()
        && field.getWidgets().stream().anyMatch(it -> it.getNormalAppearanceStream() == null);
  }

  private static boolean isDrawn(PDAcroForm form, PDField field) {
    try {
      form.refreshAppearances(List.of(field));
      return true;
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }
}
