package dev.frostbyte.parsers.office;

import dev.frostbyte.api.model.HiddenChannel;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Emits the drawing of a sheet: text boxes, pictures, charts and diagrams, and what of them nobody
 * sees (ECMA-376 part 1, 20.5). One thread.
 *
 * @param sheetHidden whether nobody sees the sheet
 */
record SheetDrawing(
    Graphics graphics, Relations relations, SlideTheme theme, boolean sheetHidden, Output out) {

  void emit(Node drawing) throws IOException {
    walk(drawing, sheetHidden);
  }

  private void walk(Node node, boolean around) throws IOException {
    for (Node child : node.children()) {
      boolean hidden = around || isHidden(child);
      switch (child.name()) {
        case "xdr:cNvPr" -> {
          out.hidden(HiddenChannel.ALTERNATIVE, child.attribute("descr"));
          out.hidden(HiddenChannel.ALTERNATIVE, child.attribute("title"));
        }
        case "xdr:txBody" -> words(child, node, hidden);
        case "a:blip" -> picture(hidden);
        case "c:chart", "dgm:relIds" -> graphics.emit(child, relations, channel(hidden), out);
        default -> walk(child, hidden);
      }
    }
  }

  private static boolean isHidden(Node shape) {
    return shape.children().stream()
        .filter(child -> child.name().startsWith("xdr:nv"))
        .anyMatch(child -> child.child("xdr:cNvPr").attribute("hidden").matches("1|true"));
  }

  private void words(Node body, Node shape, boolean hidden) throws IOException {
    GraphicText text = new GraphicText(theme);
    Node own = shape.child("xdr:spPr");
    boolean styled = shape.path("xdr:style", "a:fillRef").number("idx", 0) > 0;
    boolean plain = own.child("a:noFill").exists() || !styled;
    int behind = text.fill(own, plain ? Contrast.WHITE : SlideTheme.UNKNOWN);
    String seen = text.seen(body, List.of(), shape.path("xdr:style", "a:fontRef"), behind);
    GraphicText.Unseen.emit(text.unseen(), out);
    if (hidden) {
      out.hidden(HiddenChannel.MARKED_HIDDEN, seen);
    } else {
      out.paragraph(seen);
    }
  }

  private void picture(boolean hidden) throws IOException {
    if (!hidden) {
      out.figure();
    }
    out.dropped("image", "NO_TEXT");
  }

  private static Optional<HiddenChannel> channel(boolean hidden) {
    return hidden ? Optional.of(HiddenChannel.MARKED_HIDDEN) : Optional.empty();
  }
}
