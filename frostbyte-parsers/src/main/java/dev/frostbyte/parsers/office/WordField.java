package dev.frostbyte.parsers.office;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A field of Word: an instruction and the result it showed when the document was saved (ECMA-376
 * part 1, 17.16). One thread.
 */
final class WordField {
  private static final Set<String> PLAIN =
      Set.of(
          "PAGE",
          "NUMPAGES",
          "SECTIONPAGES",
          "TOC",
          "PAGEREF",
          "REF",
          "NOTEREF",
          "HYPERLINK",
          "SEQ",
          "DATE",
          "TIME",
          "SAVEDATE",
          "STYLEREF",
          "FORMTEXT",
          "FORMCHECKBOX");
  private static final Pattern ADDRESS =
      Pattern.compile("\\s*HYPERLINK\\s+(?:\"([^\"]*+)\"|([^\\s\\\\\"]\\S*+))?.*", Pattern.DOTALL);
  private static final Pattern PLACE = Pattern.compile("\\\\l\\s+\"([^\"]*+)\"");

  /** Fields that show nothing, or whose result is no text. */
  private static final Set<String> SILENT =
      Set.of(
          ("ADVANCE ASK BIBLIOGRAPHY CONTROL DDE DDEAUTO DATABASE EMBED FORMDROPDOWN GOTOBUTTON "
                  + "INCLUDEPICTURE IMPORT INDEX LINK NEXT NEXTIF PRINT PRIVATE RD SET SHAPE SKIPIF "
                  + "TA TC TOA XE")
              .split(" "));

  private static final Pattern BUTTON =
      Pattern.compile("\\s*(?:MACRO|GOTO)BUTTON\\s+\\S++\\s+(.*)", Pattern.DOTALL);
  private static final Pattern SYMBOL =
      Pattern.compile("\\s*SYMBOL\\s+(?:0[xX]([0-9a-fA-F]{1,6})|(\\d{1,7}))\\b.*", Pattern.DOTALL);

  private final StringBuilder instruction = new StringBuilder();
  private int result = -1;
  private boolean shown;

  void instruct(String more) {
    instruction.append(more);
  }

  /** Its result begins at this place of the text. */
  void begin(int at) {
    result = at;
  }

  /** Where its result begins; -1 before it does. */
  int result() {
    return result;
  }

  /** Something was read; it is part of the result once that has begun. */
  void read() {
    shown |= result >= 0;
  }

  /** Whether the result, as it was saved, holds anything. */
  boolean isShown() {
    return shown;
  }

  /** What Word shows of a field whose result no file holds; empty for others. */
  static Optional<String> computed(String instruction) {
    Matcher button = BUTTON.matcher(instruction);
    if (button.matches()) {
      return Optional.of(button.group(1).strip()).filter(label -> !label.isEmpty());
    }
    Matcher symbol = SYMBOL.matcher(instruction);
    if (symbol.matches()) {
      int code = symbol.group(1) == null ? Integer.parseInt(symbol.group(2)) : 0;
      String hex = symbol.group(1) == null ? Integer.toHexString(code) : symbol.group(1);
      return Optional.of(WordSymbol.of(hex)).filter(sign -> !sign.isBlank());
    }
    return EqField.text(instruction);
  }

  /** Whether a field that shows nothing lacks what it should show. */
  static boolean isMissing(String instruction) {
    String name = instruction.strip().split("\\s+", 2)[0].toUpperCase(Locale.ROOT);
    return !isPlain(instruction) && !SILENT.contains(name);
  }

  String instruction() {
    return instruction.toString();
  }

  /** Whether an instruction does no more than to show something of the document. */
  static boolean isPlain(String instruction) {
    String name = instruction.strip().split("\\s+", 2)[0];
    return name.isEmpty() || PLAIN.contains(name);
  }

  /** Whether an instruction would start another program to ask it for data. */
  static boolean isExchange(String instruction) {
    return instruction.strip().toUpperCase(Locale.ROOT).matches("(?s)DDE(?:AUTO)?(?:\\s.*)?");
  }

  /** Where a hyperlink leads; empty for other fields. */
  static Optional<String> target(String instruction) {
    Matcher address = ADDRESS.matcher(instruction);
    if (!address.matches()) {
      return Optional.empty();
    }
    String base = address.group(1) == null ? address.group(2) : address.group(1);
    Matcher place = PLACE.matcher(instruction);
    String inside = place.find() ? "#" + place.group(1) : "";
    String target = (base == null ? "" : base) + inside;
    return Optional.of(target).filter(found -> !found.isBlank());
  }
}
