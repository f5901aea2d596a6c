package dev.frostbyte.parsers.text;

import dev.frostbyte.api.model.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Remarks on values that a spreadsheet program would run rather than show (OWASP, "CSV Injection"):
 * they stay text, and each kind is told once for each part of a table. One thread.
 */
final class CsvFormulas {
  private static final String REASON = "ACTIVE_CONTENT";

  /** After an equals sign anything is a formula; after the others a call or a reference is. */
  private static final Pattern FORMULA =
      Pattern.compile("(?s)=\\s*[^\\s=].*|[+\\-@]\\s*[\\p{L}_][\\p{L}\\p{N}_.]*\\s*[(!|].*");

  /** A program and what it is told: {@code cmd|'/C calc'!A0}. */
  private static final Pattern DDE = Pattern.compile("(?s)[=+\\-@][^|]{1,255}\\|[^!]*!.*");

  private boolean formula;
  private boolean dde;

  void see(String value) {
    if (value.isEmpty() || "=+-@".indexOf(value.charAt(0)) < 0) {
      return;
    }
    boolean program = DDE.matcher(value).matches();
    dde |= program;
    formula |= !program && FORMULA.matcher(value).matches();
  }

  /** What was seen since the last time. */
  List<Block> take() {
    List<Block> remarks = new ArrayList<>();
    if (formula) {
      remarks.add(new Block.Dropped("formula", REASON, List.of()));
    }
    if (dde) {
      remarks.add(new Block.Dropped("dde link", REASON, List.of()));
    }
    formula = false;
    dde = false;
    return remarks;
  }
}
