package dev.frostbyte.parsers.office;

import dev.frostbyte.api.model.HiddenChannel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps the formulas of a sheet as evidence: the sheet shows their values, and a formula may reach
 * for other files and programs. One thread.
 */
final class SheetFormulas {
  private final List<String> rows = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();
  private int row = -1;

  /** Takes the formula of a cell; a cell that shares one says it where it is first used. */
  void add(Node cell, int inRow, int column, Output out) throws IOException {
    String formula = cell.child("s:f").text();
    if (formula.isBlank()) {
      return;
    }
    if (inRow != row) {
      endRow();
      row = inRow;
    }
    String reference = letters(column) + (inRow + 1);
    out.read(reference.length() + formula.length() + 3);
    line.append(line.isEmpty() ? "" : "\t").append(reference).append(" =").append(formula);
  }

  /** Emits them, a piece for each row. */
  void emit(Output out) throws IOException {
    endRow();
    for (String formulas : rows) {
      out.hidden(HiddenChannel.CODE, formulas);
    }
    rows.clear();
  }

  private void endRow() {
    if (!line.isEmpty()) {
      rows.add(line.toString());
      line.setLength(0);
    }
  }

  private static String letters(int column) {
    StringBuilder letters = new StringBuilder();
    for (int left = column + 1; left > 0; left = (left - 1) / 26) {
      letters.insert(0, (char) ('A' + (left - 1) % 26));
    }
    return letters.toString();
  }
}
