package dev.frostbyte.parsers.office;

import dev.frostbyte.api.model.HiddenChannel;
import java.io.IOException;

/** What stands on a sheet besides its cells: comments, text boxes, pictures, charts. */
final class SheetExtras {
  private SheetExtras() {}

  /**
   * Emits them.
   *
   * @param theme of the workbook
   * @param hidden whether nobody sees the sheet
   */
  static void emit(
      Container container, Relations relations, SlideTheme theme, boolean hidden, Output out)
      throws IOException {
    for (String part : relations.targets("comments")) {
      comments(container, part, out);
    }
    for (String part : relations.targets("threadedComment")) {
      comments(container, part, out);
    }
    for (String part : relations.targets("drawing")) {
      if (container.has(part)) {
        try (XmlPart xml = container.xml(part)) {
          Graphics graphics = new Graphics(container, theme, Contrast.WHITE);
          new SheetDrawing(graphics, container.relations(part), theme, hidden, out)
              .emit(xml.tree());
        }
      }
    }
  }

  private static void comments(Container container, String part, Output out) throws IOException {
    if (!container.has(part)) {
      return;
    }
    try (XmlPart xml = container.xml(part)) {
      Node root = xml.tree();
      for (Node comment : root.child("s:commentList").children("s:comment")) {
        out.hidden(HiddenChannel.COMMENT, SharedStrings.text(comment.child("s:text")));
      }
      for (Node comment : root.children("tc:threadedComment")) {
        out.hidden(HiddenChannel.COMMENT, comment.child("tc:text").text());
      }
    }
  }
}
