package dev.frostbyte.api.spi;

import dev.frostbyte.api.model.HiddenText;
import dev.frostbyte.api.model.TextName;
import dev.frostbyte.api.model.UntrustedText;
import java.util.List;

/**
 * One text of a document, or the name of its file, to inspect. Immutable.
 *
 * @param name which text; findings name it in their spans. An inspector that looks for harm looks
 *     for it in {@link TextName#FILE_NAME} as well
 * @param text all of it
 * @param hidden for {@link TextName#HIDDEN}: how each piece was hidden; otherwise empty
 */
public record InspectionTarget(TextName name, UntrustedText text, List<HiddenText> hidden) {
  /** Copies the list. */
  public InspectionTarget {
    hidden = List.copyOf(hidden);
  }

  /** A visible text. */
  public static InspectionTarget visible(String text) {
    return new InspectionTarget(TextName.ORIGINAL, UntrustedText.of(text), List.of());
  }

  /** The name of a file. */
  public static InspectionTarget fileName(UntrustedText name) {
    return new InspectionTarget(TextName.FILE_NAME, name, List.of());
  }
}
