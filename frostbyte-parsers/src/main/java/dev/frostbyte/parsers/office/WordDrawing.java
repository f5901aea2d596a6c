package dev.frostbyte.parsers.office;

import dev.frostbyte.api.model.HiddenChannel;
import java.util.regex.Pattern;

/** Finds the pictures, descriptions and text boxes of one drawing. One thread. */
final class WordDrawing {
  private static final Pattern UNSEEN = Pattern.compile("(?i)visibility\\s*:\\s*hidden");

  private final WordText text;

  /** Says of a drawing that it means nothing, as Word lets an author do. */
  private final boolean decoration;

  /** Whether the shape being read, or the drawing, is hidden. */
  private boolean unseen;

  /** Where a click on the shape described last leads; empty when nowhere. */
  private String click = "";

  private WordDrawing(WordText text, boolean decoration) {
    this.text = text;
    this.decoration = decoration;
  }

  /** Adds what a drawing holds to the text of its paragraph. */
  static void read(Node drawing, WordText into) {
    boolean decoration = drawing.find("adec:decorative").attribute("val").matches("1|true");
    new WordDrawing(into, decoration).each(drawing);
  }

  private void each(Node drawing) {
    for (Node child : drawing.children()) {
      switch (child.name()) {
        case "w:txbxContent" -> box(child);
        case "wp:docPr" -> {
          unseen |= child.attribute("hidden").matches("1|true|on");
          described(child, "descr", "title");
        }
        case "pic:cNvPr" -> described(child, "descr", "title");
        case "v:shape", "v:rect" -> shape(child);
        case "a:blip", "v:imagedata" -> picture("image");
        case "c:chart", "dgm:relIds" -> graphic(child);
        case "o:OLEObject" -> text.drop("embedded object");
        default -> each(child);
      }
    }
  }

  private void shape(Node shape) {
    boolean around = unseen;
    unseen |= UNSEEN.matcher(shape.attribute("style")).find();
    described(shape, "alt", "title");
    each(shape);
    unseen = around;
  }

  private void box(Node content) {
    if (!unseen) {
      text.box(content);
      return;
    }
    StringBuilder all = new StringBuilder();
    collect(content, all);
    text.hide(HiddenChannel.MARKED_HIDDEN, all.toString().stripTrailing());
  }

  private static void collect(Node parent, StringBuilder all) {
    for (Node child : parent.children()) {
      switch (child.name()) {
        case "w:t" -> all.append(child.text());
        case "w:tab" -> all.append('\t');
        case "w:br", "w:cr" -> all.append('\n');
        case "w:pPr" -> {}
        default -> {
          collect(child, all);
          all.append(child.is("w:p") ? "\n" : "");
        }
      }
    }
  }

  private void picture(String kind) {
    text.drop(kind);
    if (!decoration) {
      text.figure(click);
      click = "";
    }
  }

  private void graphic(Node reference) {
    text.graphic(new WordText.Graphic(reference, unseen, click));
    click = "";
  }

  private void described(Node shape, String... attributes) {
    for (String attribute : attributes) {
      text.hide(HiddenChannel.ALTERNATIVE, shape.attribute(attribute));
    }
    String address = text.address(shape.child("a:hlinkClick").attribute("r:id"));
    click = address.isEmpty() ? shape.attribute("href") : address;
  }
}
