package dev.frostbyte.parsers.office;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** The named colours of a deck. Immutable. */
record SlideTheme(Map<String, Integer> colours) {
  static final SlideTheme NONE = new SlideTheme(Map.of());

  /** No colour, or one this class does not follow. */
  static final int UNKNOWN = -1;

  private static final double SOLID = 0.95;
  private static final Map<String, String> USUAL =
      Map.of("bg1", "lt1", "tx1", "dk1", "bg2", "lt2", "tx2", "dk2");

  /** Reads a theme that no master renames; none for a part that is not there. */
  static SlideTheme read(Container container, String part) throws IOException {
    if (!container.has(part)) {
      return NONE;
    }
    try (XmlPart xml = container.xml(part)) {
      return of(Node.NONE, xml.tree());
    }
  }

  /** Reads the colours of a theme, under the names a master gives them. */
  static SlideTheme of(Node master, Node theme) {
    Map<String, Integer> colours = new HashMap<>();
    for (Node entry : theme.path("a:themeElements", "a:clrScheme").children()) {
      String name = entry.name().substring(entry.name().indexOf(':') + 1);
      int system = Contrast.colour(entry.child("a:sysClr").attribute("lastClr"), UNKNOWN);
      colours.put(name, Contrast.colour(entry.child("a:srgbClr").attribute("val"), system));
    }
    Map<String, Integer> named = new HashMap<>(colours);
    Node map = master.child("p:clrMap");
    USUAL.forEach(
        (name, usual) -> {
          String slot = map.attribute(name).isEmpty() ? usual : map.attribute(name);
          named.put(name, colours.getOrDefault(slot, UNKNOWN));
        });
    return new SlideTheme(named);
  }

  /** The colour of a solid fill; {@link #UNKNOWN} for none and for one half seen through. */
  int of(Node parent) {
    DrawingColour colour = DrawingColour.in(parent.child("a:solidFill"), this);
    return colour.alpha() < SOLID ? UNKNOWN : colour.rgb();
  }
}
