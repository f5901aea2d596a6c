package dev.frostbyte.parsers.office;

import dev.frostbyte.api.model.Block.Furniture.Role;
import dev.frostbyte.api.model.Box;
import dev.frostbyte.api.model.HiddenChannel;
import dev.frostbyte.api.model.Region;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Walks through the shapes of one slide of an OpenDocument presentation, title first. One thread.
 */
final class OdfSlide {
  private static final double WIDTH = 28 * 28.3465;
  private static final double HEIGHT = 21 * 28.3465;

  private final OdfContext context;
  private final Output out;
  private final Node slide;
  private final int number;
  private final boolean hidden;
  private final double width;
  private final double height;

  OdfSlide(OdfContext context, Node slide, int number) {
    this.context = context;
    this.out = context.out();
    this.slide = slide;
    this.number = number;
    String style = slide.attribute("draw:style-name");
    this.hidden =
        context
            .styles()
            .property(
                "drawing-page", style, "style:drawing-page-properties", "presentation:visibility")
            .equals("hidden");
    Node page = layout(context.styles(), slide.attribute("draw:master-page-name"));
    this.width = Lengths.points(page.attribute("fo:page-width"), WIDTH);
    this.height = Lengths.points(page.attribute("fo:page-height"), HEIGHT);
  }

  /**
   * Emits the slide.
   *
   * @param level of its title, unless the slide opens a part
   */
  void emit(int level) throws IOException {
    for (Node shape : slide.children()) {
      if (isTitle(shape)) {
        shape(shape, level);
      }
    }
    for (Node shape : slide.children()) {
      if (!isTitle(shape)) {
        shape(shape, level);
      }
    }
    out.page(number);
    for (Node note : slide.children("presentation:notes")) {
      notes(note);
    }
    for (Node comment : slide.children("office:annotation")) {
      out.hidden(HiddenChannel.COMMENT, OdfText.plain(comment));
    }
  }

  /** Whether a slide has a subtitle, as the first of a deck or of a part has. */
  static boolean opensPart(Node slide) {
    return slide.children().stream()
        .anyMatch(shape -> shape.attribute("presentation:class").equals("subtitle"));
  }

  private static boolean isTitle(Node shape) {
    return shape.attribute("presentation:class").equals("title");
  }

  private void shape(Node shape, int level) throws IOException {
    if (!OdfText.SHAPES.contains(shape.name())
        || shape.attribute("presentation:placeholder").equals("true")) {
      return;
    }
    Optional<HiddenChannel> unseen = place(shape);
    if (unseen.isPresent()) {
      out.hidden(unseen.get(), OdfText.plain(shape));
      return;
    }
    switch (shape.attribute("presentation:class")) {
      case "title" -> title(shape, level);
      case "header", "footer", "date-time", "page-number" ->
          out.furniture(Role.FOOTER, OdfText.plain(shape));
      default -> new OdfBlocks(context).one(shape, OdfLook.PLAIN);
    }
  }

  private void title(Node shape, int level) throws IOException {
    List<OdfText> lines = new ArrayList<>();
    for (Node paragraph : shape.child("draw:text-box").children()) {
      OdfText line = new OdfText(context);
      line.add(paragraph, OdfLook.PLAIN);
      lines.add(line);
    }
    String all = lines.stream().map(OdfText::visible).collect(Collectors.joining(" "));
    out.heading(opensPart(slide) ? 1 : level, all.replaceAll("\\s+", " ").strip());
    new OdfBlocks(context).after(lines, !all.isBlank());
  }

  private void notes(Node notes) throws IOException {
    for (Node shape : notes.children()) {
      String kind = shape.attribute("presentation:class");
      boolean placeholder = shape.attribute("presentation:placeholder").equals("true");
      if (placeholder || !kind.equals("notes")) {
        continue;
      }
      if (hidden) {
        out.hidden(HiddenChannel.MARKED_HIDDEN, OdfText.plain(shape));
      } else {
        new OdfBlocks(context).one(shape, OdfLook.PLAIN);
      }
    }
  }

  /** Where a shape stands; blocks that follow stand there too. How it is hidden, if it is. */
  private Optional<HiddenChannel> place(Node shape) throws IOException {
    out.page(number);
    double left = Lengths.points(shape.attribute("svg:x"), Double.NaN);
    double top = Lengths.points(shape.attribute("svg:y"), Double.NaN);
    double wide = Lengths.points(shape.attribute("svg:width"), Double.NaN);
    double high = Lengths.points(shape.attribute("svg:height"), Double.NaN);
    boolean known = left + top + wide + high < 1e9 && wide >= 0 && high >= 0;
    if (known) {
      out.at(new Region(number, box(left, top, left + wide, top + high)));
    }
    if (hidden) {
      return Optional.of(HiddenChannel.MARKED_HIDDEN);
    }
    boolean outside =
        known && (left >= width || top >= height || left + wide <= 0 || top + high <= 0);
    return outside ? Optional.of(HiddenChannel.OFF_PAGE) : Optional.empty();
  }

  private static Box box(double left, double top, double right, double bottom) {
    return new Box((float) left, (float) top, (float) right, (float) bottom);
  }

  private static Node layout(OdfStyles styles, String master) {
    List<Node> masters = styles.masters().children("style:master-page");
    for (Node page : masters) {
      if (page.attribute("style:name").equals(master)) {
        return styles
            .style("page", page.attribute("style:page-layout-name"))
            .child("style:page-layout-properties");
      }
    }
    return Node.NONE;
  }
}
