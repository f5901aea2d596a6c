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

  private final StringBuilder instruction = new StringBuilder();
  private int result = -1;

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
