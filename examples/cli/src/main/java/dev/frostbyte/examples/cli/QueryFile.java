package dev.frostbyte.examples.cli;

import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A file of queries: one a line, id and text parted by a tab; empty lines are skipped. Stateless.
 */
final class QueryFile {
  private QueryFile() {}

  static List<Line> read(Path file) throws IOException {
    List<Line> lines = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    int number = 0;
    for (String text : Files.readAllLines(file)) {
      number++;
      if (!text.isBlank()) {
        Line line = line(text.strip(), number);
        require(ids.add(line.id()), number, "has an id that occurs before");
        lines.add(line);
      }
    }
    return lines;
  }

  private static Line line(String text, int number) {
    String[] parts = text.split("\t", 2);
    boolean whole = parts.length == 2 && !parts[1].isBlank();
    require(whole, number, "must be an id, a tab and a text");
    require(
        !parts[0].isEmpty() && parts[0].chars().noneMatch(Character::isWhitespace),
        number,
        "must have an id without blanks");
    return new Line(parts[0], parts[1].strip());
  }

  private static void require(boolean holds, int number, String what) {
    if (!holds) {
      throw FrostbyteException.of(
          ProblemCode.INVALID_ARGUMENT, "Line " + number + " of the queries " + what + ".");
    }
  }

  /** One query. */
  record Line(String id, String text) {}
}
