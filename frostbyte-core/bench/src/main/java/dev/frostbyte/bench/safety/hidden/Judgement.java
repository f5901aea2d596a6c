package dev.frostbyte.bench.safety.hidden;

import dev.frostbyte.api.model.CanonicalDocument;
import dev.frostbyte.api.model.CodePoints;
import dev.frostbyte.api.model.HiddenText;
import dev.frostbyte.api.model.Region;

/**
 * What became of a specimen. Immutable.
 *
 * @param read whether it was read at all
 * @param shown whether the shown text is in the visible text
 * @param removed whether no word of the secret is in the visible text
 * @param evident whether the secret is evidence of a proper channel, on its page
 */
record Judgement(boolean read, boolean shown, boolean removed, boolean evident) {
  static final Judgement UNREAD = new Judgement(false, false, false, false);

  static Judgement of(Specimen specimen, CanonicalDocument document) {
    String visible = plain(document.original().value());
    String[] words = specimen.marks().secret().split(" ");
    boolean removed = !visible.contains(words[0]) && !visible.contains(words[1]);
    CodePoints hidden = CodePoints.of(document.hidden().value());
    boolean evident =
        document.hiddenTexts().stream().anyMatch(text -> isEvidence(specimen, hidden, text));
    return new Judgement(true, visible.contains(plain(specimen.marks().shown())), removed, evident);
  }

  boolean good() {
    return read && shown && removed && evident;
  }

  /** What is wrong, for a person. */
  String word() {
    if (!read) {
      return "unread";
    }
    return (shown ? "" : "shown text lost ")
        + (removed ? "" : "secret served ")
        + (evident ? "" : "no evidence");
  }

  private static boolean isEvidence(Specimen specimen, CodePoints hidden, HiddenText text) {
    String words = plain(hidden.slice(text.span().start(), text.span().end()));
    int page = specimen.channel().page();
    boolean there =
        page == 0 || text.span().regions().stream().map(Region::page).anyMatch(p -> p == page);
    return there
        && specimen.channel().proper().contains(text.channel())
        && words.contains(specimen.marks().secret());
  }

  private static String plain(String text) {
    return text.replaceAll("\\s+", " ");
  }
}
