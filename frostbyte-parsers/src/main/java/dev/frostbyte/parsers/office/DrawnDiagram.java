package dev.frostbyte.parsers.office;

import dev.frostbyte.api.model.HiddenChannel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which texts of a diagram are seen: those its drawing paints, where the file has one (MS-ODRAWXML,
 * 2.6), unless their look hides them. Programs show the drawing, not the data behind it. One
 * thread.
 */
final class DrawnDiagram {
  private final GraphicText text;
  private final boolean drawn;
  private final Map<String, Deque<Painted>> painted;

  private DrawnDiagram(GraphicText text, boolean drawn, Map<String, Deque<Painted>> painted) {
    this.text = text;
    this.drawn = drawn;
    this.painted = painted;
  }

  /**
   * Reads a drawing; nothing is known of one that does not exist.
   *
   * @param ground colour behind it, or {@link SlideTheme#UNKNOWN}
   */
  static DrawnDiagram of(Node drawing, GraphicText text, int ground) {
    Map<String, Deque<Painted>> painted = new HashMap<>();
    shapes(drawing, text, ground, painted);
    return new DrawnDiagram(text, drawing.exists(), painted);
  }

  /** What a reader sees of the text of a point. */
  String seen(Node body) {
    List<String> lines = new ArrayList<>();
    for (Node paragraph : body.children("a:p")) {
      lines.add(line(paragraph));
    }
    return String.join("\n", lines).strip();
  }

  List<GraphicText.Unseen> unseen() {
    return text.unseen();
  }

  private String line(Node paragraph) {
    String words = key(paragraph);
    Deque<Painted> places = painted.getOrDefault(words, new ArrayDeque<>());
    Painted place = places.size() > 1 ? places.pop() : places.peek();
    if (words.isEmpty()) {
      return "";
    }
    if (place == null && drawn) {
      text.hide(HiddenChannel.MARKED_HIDDEN, words);
      return "";
    }
    List<Node> inherited = List.of(paragraph.path("a:pPr", "a:defRPr"));
    return place == null
        ? text.paragraph(paragraph, inherited, Node.NONE, SlideTheme.UNKNOWN)
        : text.paragraph(place.paragraph(), place.inherited(), place.reference(), place.behind());
  }

  private static void shapes(
      Node node, GraphicText text, int ground, Map<String, Deque<Painted>> into) {
    for (Node child : node.children()) {
      if (child.is("dsp:sp")) {
        shape(child, text, ground, into);
      } else {
        shapes(child, text, ground, into);
      }
    }
  }

  private static void shape(
      Node shape, GraphicText text, int ground, Map<String, Deque<Painted>> into) {
    Node body = shape.child("dsp:txBody");
    int behind = behind(shape, text, ground);
    for (Node paragraph : body.children("a:p")) {
      List<Node> inherited =
          List.of(
              paragraph.path("a:pPr", "a:defRPr"),
              body.path("a:lstStyle", "a:lvl1pPr", "a:defRPr"));
      Node reference = shape.path("dsp:style", "a:fontRef");
      into.computeIfAbsent(key(paragraph), key -> new ArrayDeque<>())
          .add(new Painted(paragraph, inherited, reference, behind));
    }
  }

  /** A shape filled by its style has a colour that is not followed. */
  private static int behind(Node shape, GraphicText text, int ground) {
    Node own = shape.child("dsp:spPr");
    boolean styled = shape.path("dsp:style", "a:fillRef").number("idx", 0) > 0;
    boolean plain = own.child("a:noFill").exists() || !styled;
    return text.fill(own, plain ? ground : SlideTheme.UNKNOWN);
  }

  private static String key(Node paragraph) {
    return DrawingText.of(paragraph).replaceAll("\\s++", " ").strip();
  }

  /**
   * A paragraph of the drawing.
   *
   * @param reference colour that the shape's style gives to its text
   * @param behind colour behind it, or {@link SlideTheme#UNKNOWN}
   */
  private record Painted(Node paragraph, List<Node> inherited, Node reference, int behind) {}
}
