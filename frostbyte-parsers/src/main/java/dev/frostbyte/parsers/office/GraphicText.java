package dev.frostbyte.parsers.office;

import dev.frostbyte.api.model.HiddenChannel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Parts the texts of a chart or diagram into what is seen and what is not, and keeps the latter.
 * One thread.
 */
final class GraphicText {
  private final SlideTheme theme;
  private final List<Unseen> unseen = new ArrayList<>();

  GraphicText(SlideTheme theme) {
    this.theme = theme;
  }

  /**
   * A text nobody sees.
   *
   * @param channel how it is hidden
   */
  record Unseen(HiddenChannel channel, String text) {
    /** Never shows the text. */
    @Override
    public String toString() {
      return "Unseen(" + channel + ", " + text.length() + " chars)";
    }

    /** Emits some, in order. */
    static void emit(List<Unseen> all, Output out) throws IOException {
      for (Unseen each : all) {
        out.hidden(each.channel(), each.text());
      }
    }
  }

  /** What was not seen so far, in order. */
  List<Unseen> unseen() {
    return List.copyOf(unseen);
  }

  /** Keeps a text that nobody sees. */
  void hide(HiddenChannel channel, String text) {
    if (!text.isBlank()) {
      unseen.add(new Unseen(channel, text.strip()));
    }
  }

  /**
   * The seen text of a text body, a line a paragraph.
   *
   * @param inherited by its runs, nearest first
   * @param reference colour that the shape's style gives to its text
   * @param behind colour behind it, or {@link SlideTheme#UNKNOWN}
   */
  String seen(Node body, List<Node> inherited, Node reference, int behind) {
    List<String> lines = new ArrayList<>();
    for (Node paragraph : body.children("a:p")) {
      List<Node> all = new ArrayList<>();
      all.add(paragraph.path("a:pPr", "a:defRPr"));
      all.add(body.path("a:lstStyle", "a:lvl1pPr", "a:defRPr"));
      all.addAll(inherited);
      lines.add(paragraph(paragraph, all, reference, behind));
    }
    return String.join("\n", lines).strip();
  }

  /** The seen text of a paragraph. */
  String paragraph(Node paragraph, List<Node> inherited, Node reference, int behind) {
    SlideLook look = new SlideLook(theme, inherited, reference, 1, behind);
    StringBuilder seen = new StringBuilder();
    StringBuilder gone = new StringBuilder();
    Optional<HiddenChannel> channel = Optional.empty();
    for (Node child : paragraph.children()) {
      String text = DrawingText.child(child);
      Optional<HiddenChannel> hidden = text.isBlank() ? channel : look.hides(child.child("a:rPr"));
      if (!hidden.equals(channel)) {
        channel.ifPresent(known -> hide(known, gone.toString()));
        gone.setLength(0);
        channel = hidden;
      }
      (hidden.isPresent() ? gone : seen).append(text);
    }
    channel.ifPresent(known -> hide(known, gone.toString()));
    return seen.toString();
  }

  /** The same for a text that is written in one look. */
  String plain(String text, List<Node> inherited, int behind) {
    Optional<HiddenChannel> hidden = channel(inherited, behind);
    hidden.ifPresent(channel -> hide(channel, text));
    return hidden.isPresent() ? "" : text;
  }

  /** How text with this look is hidden. */
  Optional<HiddenChannel> channel(List<Node> inherited, int behind) {
    return new SlideLook(theme, inherited, Node.NONE, 1, behind).hides(Node.NONE);
  }

  /** The colour of a shape; the one around it when it has no fill. */
  int fill(Node shape, int around) {
    boolean solid = shape.child("a:solidFill").exists();
    boolean other =
        shape.child("a:gradFill").exists()
            || shape.child("a:blipFill").exists()
            || shape.child("a:pattFill").exists();
    return solid ? theme.of(shape) : other ? SlideTheme.UNKNOWN : around;
  }

  /** The run properties that a {@code c:txPr} gives. */
  static Node properties(Node element) {
    return element.path("c:txPr", "a:p", "a:pPr", "a:defRPr");
  }
}
