package dev.frostbyte.parsers.office;

import java.io.IOException;
import java.util.Set;

/** The strings that the cells of a workbook share. */
final class SharedStrings {
  private SharedStrings() {}

  /** Reads the strings in order; none for an empty name. */
  static StringPool read(Container container, String part, Output out) throws IOException {
    StringPool strings = new StringPool();
    if (container.has(part)) {
      try (XmlPart xml = container.xml(part)) {
        xml.walk(Set.of("s:sst"), item -> add(text(item), strings, out));
      }
    }
    return strings;
  }

  private static void add(String text, StringPool strings, Output out) throws IOException {
    out.read(text.length());
    strings.add(text);
  }

  /** Text of a string item, rich or not; phonetic guides are left out. */
  static String text(Node item) {
    StringBuilder text = new StringBuilder();
    for (Node child : item.children()) {
      switch (child.name()) {
        case "s:t" -> text.append(unescaped(child.text()));
        case "s:r" -> text.append(text(child));
        default -> {}
      }
    }
    return text.toString();
  }

  /** Excel writes characters that XML forbids as {@code _x000D_}. */
  private static String unescaped(String text) {
    return text.contains("_x000") ? text.replaceAll("_x000[0-9A-Fa-f]_", " ") : text;
  }
}
