package dev.frostbyte.parsers.office;

import dev.frostbyte.api.model.HiddenChannel;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** Title, author and the like: text a reader of the document does not see. */
final class DocumentProperties {
  private static final Set<String> CORE =
      Set.of(
          "dc:title",
          "dc:subject",
          "dc:creator",
          "dc:description",
          "cp:keywords",
          "cp:category",
          "cp:contentStatus",
          "cp:lastModifiedBy");
  private static final Set<String> EXTENDED = Set.of("ep:Manager", "ep:Company");
  private static final Set<String> CODE = Set.of("vbaproject.bin", "vbadata.xml");

  private DocumentProperties() {}

  /** Emits the properties, and what active content the file carries. */
  static void emit(Container container, Output out) throws IOException {
    Relations root = container.relations("");
    named(container, root.first("core-properties").orElse(""), CORE, out);
    named(container, root.first("extended-properties").orElse(""), EXTENDED, out);
    custom(container, root.first("custom-properties").orElse(""), out);
    List<String> files = EmbeddedFiles.of(container);
    for (String name : container.names()) {
      if (CODE.contains(name.substring(name.lastIndexOf('/') + 1))) {
        out.dropped("macro", "ACTIVE_CONTENT");
      } else if (isForeign(name) && !files.contains(name)) {
        out.dropped("attachment", "NOT_READ");
      }
    }
  }

  private static boolean isForeign(String name) {
    return name.contains("/embeddings/") || name.contains("/activex/");
  }

  private static void named(Container container, String part, Set<String> names, Output out)
      throws IOException {
    if (!container.has(part)) {
      return;
    }
    try (XmlPart xml = container.xml(part)) {
      for (Node property : xml.tree().children()) {
        if (names.contains(property.name())) {
          out.hidden(HiddenChannel.METADATA, property.text());
        }
      }
    }
  }

  private static void custom(Container container, String part, Output out) throws IOException {
    if (!container.has(part)) {
      return;
    }
    try (XmlPart xml = container.xml(part)) {
      for (Node property : xml.tree().children("cup:property")) {
        for (Node value : property.children()) {
          out.hidden(HiddenChannel.METADATA, property.attribute("name") + ": " + value.text());
        }
      }
    }
  }
}
