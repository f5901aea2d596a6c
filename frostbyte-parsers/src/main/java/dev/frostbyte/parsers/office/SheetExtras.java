package dev.frostbyte.parsers.office;

import dev.frostbyte.api.model.HiddenChannel;
import java.io.IOException;
import java.util.Optional;

/** What stands on a sheet besides its cells: comments, text boxes, pictures, charts. */
final class SheetExtras {
  private SheetExtras() {}

  static void emit(Container container, Relations relations, Output out) throws IOException {
    for (String part : relations.targets("comments")) {
      comments(container, part, out);
    }
    for (String part : relations.targets("threadedComment")) {
      comments(container, part, out);
    }
    for (String part : relations.targets("drawing")) {
      if (container.has(part)) {
        try (XmlPart xml = container.xml(part)) {
          drawing(xml.tree(), new Graphics(container), container.relations(part), out);
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

  private static void drawing(Node node, Graphics graphics, Relations relations, Output out)
      throws IOException {
    for (Node child : node.children()) {
      switch (child.name()) {
        case "xdr:cNvPr" -> {
          out.hidden(HiddenChannel.ALTERNATIVE, child.attribute("descr"));
          out.hidden(HiddenChannel.ALTERNATIVE, child.attribute("title"));
        }
        case "xdr:txBody" -> out.paragraph(DrawingText.plain(child));
        case "a:blip" -> {
          out.figure();
          out.dropped("image", "NO_TEXT");
        }
        case "c:chart", "dgm:relIds" -> graphics.emit(child, relations, Optional.empty(), out);
        default -> drawing(child, graphics, relations, out);
      }
    }
  }
}
