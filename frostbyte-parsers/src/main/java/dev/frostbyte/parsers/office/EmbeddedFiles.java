package dev.frostbyte.parsers.office;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.spi.BudgetReachedException;
import dev.frostbyte.api.spi.ElementSink;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Hands on the office files that lie whole in another one (ECMA-376 part 1, 15.2.11): documents,
 * workbooks and decks that an author put in. The workbook behind a chart is none: the chart says
 * what it holds. Objects of other programs (OLE) are not taken. Stateless.
 */
final class EmbeddedFiles {
  private static final String FOLDER = "/embeddings/";
  private static final String OPEN_XML = "application/vnd.openxmlformats-officedocument.";

  private static final Map<String, String> TYPES =
      Map.of(
          "docx", OPEN_XML + "wordprocessingml.document",
          "xlsx", OPEN_XML + "spreadsheetml.sheet",
          "pptx", OPEN_XML + "presentationml.presentation");

  private EmbeddedFiles() {}

  /** The parts that are taken, in the order of their names. */
  static List<String> of(Container container) throws IOException {
    Set<String> behindCharts = new HashSet<>();
    for (String part : container.names()) {
      if (part.contains("/charts/") && part.endsWith(".xml")) {
        packages(container, part)
            .forEach(target -> behindCharts.add(target.toLowerCase(Locale.ROOT)));
      }
    }
    return container.names().stream()
        .filter(part -> part.contains(FOLDER) && TYPES.containsKey(ending(part)))
        .filter(part -> !behindCharts.contains(part))
        .toList();
  }

  /** Where its references are broken, a chart has nothing behind it. */
  private static List<String> packages(Container container, String chart) throws IOException {
    try {
      return container.relations(chart).targets("package");
    } catch (RefusedException e) {
      return List.of();
    }
  }

  /** Hands them on; one that does not come out whole is left out alone, and said. */
  static void emit(Container container, ElementSink sink) throws IOException {
    for (String part : of(container)) {
      emit(part, container, sink);
    }
  }

  private static void emit(String part, Container container, ElementSink sink) throws IOException {
    byte[] bytes;
    try {
      bytes = container.bytes(part);
    } catch (BudgetReachedException e) {
      lose("LIMIT_EXCEEDED", sink);
      return;
    } catch (RefusedException e) {
      lose("UNREADABLE", sink);
      return;
    }
    String name = part.substring(part.lastIndexOf('/') + 1);
    String type = TYPES.getOrDefault(ending(part), "");
    sink.acceptFile(name, type, new ByteArrayInputStream(bytes), List.of());
  }

  private static void lose(String reason, ElementSink sink) throws IOException {
    sink.accept(new Block.Dropped("attachment", reason, List.of()));
  }

  private static String ending(String part) {
    return part.substring(part.lastIndexOf('.') + 1);
  }
}
