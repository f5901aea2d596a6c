package dev.frostbyte.parsers.office;

import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the links of a sheet: those of its list of hyperlinks and those that formulas make. */
final class SheetLinks {
  private static final Pattern COMPUTED =
      Pattern.compile("\\s*HYPERLINK\\s*\\(\\s*\"([^\"]*+)\".*", Pattern.DOTALL);

  private static final NavigableMap<Integer, SheetCell> NONE = new TreeMap<>();

  private SheetLinks() {}

  /** Where the link of a formula leads; empty for other formulas. */
  static Optional<String> computed(Node cell) {
    Matcher formula = COMPUTED.matcher(cell.child("s:f").text());
    return formula.matches() && !formula.group(1).isBlank()
        ? Optional.of(formula.group(1))
        : Optional.empty();
  }

  /**
   * Puts links into the cells they start from.
   *
   * @param placed takes those that found their cell
   */
  static void place(
      Node hyperlinks,
      Relations relations,
      NavigableMap<Integer, NavigableMap<Integer, SheetCell>> cells,
      Set<Node> placed) {
    for (Node link : hyperlinks.children("s:hyperlink")) {
      String from = link.attribute("ref").split(":", 2)[0];
      int row = Numbers.parse(from.replaceAll("[^0-9]", ""), 1, 1, 1 << 20) - 1;
      int column = CellReader.column(from);
      NavigableMap<Integer, SheetCell> inRow = cells.getOrDefault(row, NONE);
      String target = target(link, relations);
      if (inRow.containsKey(column) && !target.isBlank()) {
        inRow.computeIfPresent(column, (at, cell) -> cell.linked(target));
        placed.add(link);
      }
    }
  }

  /** Where those lead that found no cell. */
  static List<String> unplaced(Node hyperlinks, Relations relations, Set<Node> placed) {
    return hyperlinks.children("s:hyperlink").stream()
        .filter(link -> !placed.contains(link))
        .map(link -> target(link, relations))
        .filter(target -> !target.isBlank())
        .toList();
  }

  private static String target(Node link, Relations relations) {
    String place = link.attribute("location");
    String address = relations.address(link.attribute("r:id")).orElse("");
    return place.isEmpty() ? address : address + "#" + place;
  }
}
