package dev.frostbyte.core.report;

import dev.frostbyte.api.model.TextEncoding;
import java.util.ArrayList;
import java.util.List;

/**
 * What a reader should know of a file that was read all the same. Immutable.
 *
 * @param code stable
 * @param message what is so
 * @param remedy what to do
 */
public record Warning(String code, String message, String remedy) {
  private static final String GUESSED =
      "The file does not say how its letters are stored, so that was assumed.";
  private static final String LOOK_AT_LETTERS =
      "Look at accented letters in the stored text; if they are wrong, save the file as UTF-8 and submit it again.";

  static List<Warning> of(FileReport file) {
    List<Warning> all = new ArrayList<>();
    if (file.extract().read()) {
      reading(file, all);
      losses(file, all);
      checks(file, all);
    }
    return List.copyOf(all);
  }

  private static void reading(FileReport file, List<Warning> all) {
    if (file.extract().completeness().flagged()) {
      String share = Share.of(file.extract().completeness());
      add(
          all,
          "LITTLE_WAS_READ",
          "Too little of what the file should hold was read: " + share + ".",
          "Compare the stored text with the file; submit a version with a text layer, or saved anew.");
    }
    if (!file.complete()) {
      add(
          all,
          "CUT_SHORT",
          "The file is longer, or holds more, than the limits allow; not all of it was read.",
          "Split the file and submit the parts, or ask the operator to raise the limit.");
    }
    if (file.extract().encodings().stream().anyMatch(Warning::guessed)) {
      add(all, "LETTERS_GUESSED", GUESSED, LOOK_AT_LETTERS);
    }
  }

  private static boolean guessed(TextEncoding encoding) {
    return encoding.basis() == TextEncoding.Basis.ASSUMED
        && !encoding.name().equals("UTF-8")
        && !encoding.name().equals("US-ASCII");
  }

  private static void losses(FileReport file, List<Warning> all) {
    long doubted = Dropped.count(file, true);
    long left = file.extract().dropped() - doubted;
    if (left > 0) {
      add(
          all,
          "PARTS_LEFT_OUT",
          Plain.count(left, "part is", "parts are") + " not in the text.",
          "See under 'Left out of the text' what each is and what you can do.");
    }
    if (doubted > 0) {
      add(
          all,
          "READ_WITH_DOUBT",
          Plain.count(doubted, "piece", "pieces") + " of text may not say what the page shows.",
          "See under 'Read with doubt'; compare the text with the page.");
    }
  }

  private static void checks(FileReport file, List<Warning> all) {
    if (!file.extract().unseen().isEmpty()) {
      add(
          all,
          "HIDDEN_TEXT",
          "The file holds text that a reader of its pages does not see; it is kept sealed and is not searched.",
          "Nothing, if it may stay hidden; else make it visible in the file and submit it again.");
    }
    if (file.withheld() > 0) {
      add(
          all,
          "PASSAGES_KEPT_BACK",
          Plain.count(file.withheld(), "passage is", "passages are")
              + " kept back, since they tell a machine what to do; the others can be searched.",
          "Ask the author about them; submit a version without them if they do not belong there.");
    }
    if (file.injection() > 0) {
      add(
          all,
          "ADDRESSES_A_MACHINE",
          "The file holds text that addresses a machine instead of a reader.",
          "Ask the author about it; see under 'Found by the checks' what kind it is.");
    }
  }

  private static void add(List<Warning> all, String code, String message, String remedy) {
    all.add(new Warning(code, message, remedy));
  }
}
