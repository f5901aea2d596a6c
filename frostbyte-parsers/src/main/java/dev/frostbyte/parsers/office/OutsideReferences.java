package dev.frostbyte.parsers.office;

import java.io.IOException;
import java.util.Map;

/**
 * What an OOXML file would fetch, link or call when it is opened: every relationship to the outside
 * but plain hyperlinks, and data exchange with programs (DDE). Nothing of it is ever done, and each
 * is reported. Stateless.
 */
final class OutsideReferences {
  private static final String REASON = "NOT_OPENED";

  /** By the last word of a relationship's type; the words are ours, not the file's. */
  private static final Map<String, String> KINDS =
      Map.ofEntries(
          Map.entry("attachedTemplate", "remote template"),
          Map.entry("oleObject", "linked object"),
          Map.entry("package", "linked object"),
          Map.entry("control", "remote control"),
          Map.entry("image", "linked picture"),
          Map.entry("audio", "linked media"),
          Map.entry("video", "linked media"),
          Map.entry("media", "linked media"),
          Map.entry("frame", "linked document"),
          Map.entry("subDocument", "linked document"),
          Map.entry("aFChunk", "linked document"),
          Map.entry("mailMergeSource", "linked data"),
          Map.entry("externalLinkPath", "linked workbook"),
          Map.entry("externalLink", "linked workbook"));

  private OutsideReferences() {}

  static void emit(Container container, Output out) throws IOException {
    for (String name : container.names()) {
      try {
        part(container, name, out);
      } catch (RefusedException e) {
        out.dropped("references of a part", "UNREADABLE");
      }
    }
  }

  private static void part(Container container, String name, Output out) throws IOException {
    if (name.endsWith(".rels")) {
      relations(container, name, out);
    } else if (name.contains("/externallinks/") && name.endsWith(".xml")) {
      exchange(container, name, out);
    }
  }

  private static void relations(Container container, String name, Output out) throws IOException {
    try (XmlPart xml = container.xml(name)) {
      for (Relations.Relation each : Relations.of(name, xml.tree()).all().values()) {
        if (!each.address().isEmpty() && !each.type().equals("hyperlink")) {
          out.dropped(KINDS.getOrDefault(each.type(), "outside reference"), REASON);
        }
      }
    }
  }

  private static void exchange(Container container, String name, Output out) throws IOException {
    try (XmlPart xml = container.xml(name)) {
      for (Node each : xml.tree().children()) {
        if (each.is("s:ddeLink")) {
          out.dropped("dde link", "ACTIVE_CONTENT");
        }
      }
    }
  }
}
