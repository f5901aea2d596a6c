package dev.frostbyte.parsers.office;

import dev.frostbyte.api.model.HiddenChannel;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Reads PowerPoint decks (PresentationML), slide by slide with the notes after each. Immutable. */
final class PptxFormat implements OfficeParser.Format {
  private static final List<SlideMasters.Running> NONE = List.of();
  private static final String NOTES = "Notes";

  @Override
  public int read(Container container, String mainPart, Output out) throws IOException {
    Relations relations = container.relations(mainPart);
    Node presentation = tree(container, mainPart);
    SlideMasters masters = new SlideMasters(container);
    int level = opensParts(container, relations, presentation, masters) ? 2 : 1;
    int number = 0;
    for (Node id : presentation.child("p:sldIdLst").children("p:sldId")) {
      out.page(++number);
      String part = relations.target(id.attribute("r:id")).orElse("");
      if (container.has(part)) {
        slide(container, part, masters, SlideSize.of(presentation, number), level, out);
      } else {
        out.dropped("slide", "NOT_READ");
      }
    }
    return number;
  }

  /** Whether any slide opens a part, so that the titles of the others stand below it. */
  private static boolean opensParts(
      Container container, Relations relations, Node presentation, SlideMasters masters)
      throws IOException {
    for (Node id : presentation.child("p:sldIdLst").children("p:sldId")) {
      String part = relations.target(id.attribute("r:id")).orElse("");
      String layout = container.relations(part).first("slideLayout").orElse("");
      if (masters.layout(layout).opensPart()) {
        return true;
      }
    }
    return false;
  }

  private static void slide(
      Container container, String part, SlideMasters masters, SlideSize size, int level, Output out)
      throws IOException {
    Relations relations = container.relations(part);
    Node slide = tree(container, part);
    String layoutPart = relations.first("slideLayout").orElse("");
    SlideLayout layout = masters.layout(layoutPart);
    boolean hidden = slide.attribute("show").matches("0|false");
    Graphics graphics = new Graphics(container, layout.theme(), layout.background(slide));
    new SlideShapes(layout, size, hidden, level, relations, graphics, out).emit(slide);
    for (SlideMasters.Running each : hidden ? NONE : masters.running(slide, layoutPart)) {
      new SlideShapes(layout, size, false, level, each.relations(), graphics, out)
          .running(each.tree(), slide);
    }
    out.page(size.page());
    notes(container, relations, hidden, level, out);
    comments(container, relations, out);
  }

  /** Notes of the speaker stand under a heading of their own, below the slide they belong to. */
  private static void notes(
      Container container, Relations relations, boolean hidden, int level, Output out)
      throws IOException {
    for (String part : relations.targets("notesSlide")) {
      if (!container.has(part)) {
        continue;
      }
      for (Node shape : tree(container, part).path("p:cSld", "p:spTree").children("p:sp")) {
        if (shape.path("p:nvSpPr", "p:nvPr", "p:ph").attribute("type").equals("body")) {
          note(DrawingText.plain(shape.child("p:txBody")), hidden, level + 1, out);
        }
      }
    }
  }

  private static void note(String text, boolean hidden, int level, Output out) throws IOException {
    if (hidden || text.isBlank()) {
      out.hidden(HiddenChannel.MARKED_HIDDEN, text);
      return;
    }
    out.heading(level, NOTES);
    for (String paragraph : List.of(text.split("\n"))) {
      out.paragraph(paragraph.strip());
    }
  }

  private static void comments(Container container, Relations relations, Output out)
      throws IOException {
    for (String part : relations.targets("comments")) {
      if (container.has(part)) {
        comment(tree(container, part), out);
      }
    }
  }

  private static void comment(Node node, Output out) throws IOException {
    for (Node child : node.children()) {
      String local = child.name().substring(child.name().indexOf(':') + 1);
      switch (local.toLowerCase(Locale.ROOT)) {
        case "text" -> out.hidden(HiddenChannel.COMMENT, child.text());
        case "txbody" -> out.hidden(HiddenChannel.COMMENT, DrawingText.plain(child));
        default -> comment(child, out);
      }
    }
  }

  private static Node tree(Container container, String part) throws IOException {
    try (XmlPart xml = container.xml(part)) {
      return xml.tree();
    }
  }
}
