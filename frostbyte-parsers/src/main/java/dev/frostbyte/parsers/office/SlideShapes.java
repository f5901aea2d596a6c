package dev.frostbyte.parsers.office;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.HiddenChannel;
import dev.frostbyte.api.model.Region;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Walks through the shapes of one slide, title first. One thread. */
final class SlideShapes {
  private final SlideLayout layout;
  private final SlideSize size;
  private final boolean slideHidden;
  private final int level;
  private final Relations relations;
  private final Graphics graphics;
  private final Output out;
  private int background = Contrast.WHITE;
  private boolean groupHidden;
  private boolean running;

  /**
   * The shapes of a slide.
   *
   * @param level of its title, unless the slide opens a part
   */
  SlideShapes(
      SlideLayout layout,
      SlideSize size,
      boolean slideHidden,
      int level,
      Relations relations,
      Graphics graphics,
      Output out) {
    this.relations = relations;
    this.graphics = graphics;
    this.layout = layout;
    this.size = size;
    this.slideHidden = slideHidden;
    this.level = level;
    this.out = out;
  }

  void emit(Node slide) throws IOException {
    background = layout.background(slide);
    List<Node> others = new ArrayList<>();
    Node tree = slide.path("p:cSld", "p:spTree");
    for (Node shape : tree.children()) {
      if (isTitle(placeholder(shape))) {
        shape(shape, GroupPlace.SLIDE);
      } else {
        others.add(shape);
      }
    }
    for (Node shape : others) {
      shape(shape, GroupPlace.SLIDE);
    }
  }

  /**
   * Emits what a layout or master shows on a slide itself, as running text; the rest is the
   * slide's.
   */
  void running(Node tree, Node slide) throws IOException {
    running = true;
    background = layout.background(slide);
    for (Node shape : tree.path("p:cSld", "p:spTree").children()) {
      shape(shape, GroupPlace.SLIDE);
    }
    out.page(size.page());
  }

  private void shape(Node shape, GroupPlace group) throws IOException {
    if (running && (placeholder(shape).exists() || shape.is("p:pic"))) {
      return;
    }
    switch (shape.name()) {
      case "p:sp", "p:cxnSp" -> textShape(shape, group);
      case "p:pic" -> picture(shape, group);
      case "p:graphicFrame" -> frame(shape, group);
      case "p:grpSp" -> {
        Node properties = shape.path("p:nvGrpSpPr", "p:cNvPr");
        boolean around = groupHidden;
        groupHidden |= properties.attribute("hidden").matches("1|true");
        alternative(properties);
        for (Node inner : shape.children()) {
          shape(inner, group.inside(shape.path("p:grpSpPr", "a:xfrm")));
        }
        groupHidden = around;
      }
      case "mc:AlternateContent", "mc:Choice", "mc:Fallback" -> {
        for (Node inner : shape.children()) {
          shape(inner, group);
        }
      }
      default -> {}
    }
  }

  private void textShape(Node shape, GroupPlace group) throws IOException {
    Node placeholder = placeholder(shape);
    Node properties = shape.path("p:nvSpPr", "p:cNvPr");
    alternative(properties);
    Node place = layout.shapeProperty(shape, placeholder, "a:xfrm");
    Optional<SlideSize.Rectangle> stands = stand(place, group);
    Optional<HiddenChannel> hidden = hidden(properties, stands);
    Node body = shape.child("p:txBody");
    if (hidden.isPresent()) {
      out.hidden(hidden.get(), DrawingText.plain(body));
      return;
    }
    String type = placeholder.attribute("type");
    if (type.matches("dt|ftr|hdr|sldNum")) {
      out.furniture(Block.Furniture.Role.FOOTER, DrawingText.plain(body));
      return;
    }
    int behind = behind(shape, placeholder);
    SlideText text = new SlideText(layout, shape, placeholder, behind, relations, out);
    if (running) {
      text.running(size.role(stands), body);
    } else if (layout.isPictureWithCaption() && type.equals("body")) {
      text.caption(body);
    } else if (isTitle(placeholder)) {
      text.title(type.equals("ctrTitle") || layout.opensPart() ? 1 : level, body);
    } else {
      text.body(body, level + 1);
    }
  }

  private void picture(Node shape, GroupPlace group) throws IOException {
    Node properties = shape.path("p:nvPicPr", "p:cNvPr");
    alternative(properties);
    boolean decoration = properties.find("adec:decorative").attribute("val").matches("1|true");
    Node place = layout.shapeProperty(shape, placeholder(shape), "a:xfrm");
    if (hidden(properties, stand(place, group)).isEmpty() && !decoration) {
      figure(properties);
    }
    out.dropped("image", "NO_TEXT");
  }

  private void figure(Node properties) throws IOException {
    out.figure();
    clicked(properties, true);
  }

  private void clicked(Node properties, boolean seen) throws IOException {
    String click = properties.child("a:hlinkClick").attribute("r:id");
    String target = relations.address(click).orElse("");
    out.links(target.isEmpty() ? List.of() : List.of(new Anchor("", target)), seen);
  }

  private void frame(Node frame, GroupPlace group) throws IOException {
    if (running) {
      out.dropped("object on a slide master", "NOT_READ");
      return;
    }
    Node properties = frame.path("p:nvGraphicFramePr", "p:cNvPr");
    alternative(properties);
    Optional<HiddenChannel> hidden = hidden(properties, stand(frame.child("p:xfrm"), group));
    Node data = frame.path("a:graphic", "a:graphicData");
    Node table = data.child("a:tbl");
    if (table.exists()) {
      SlideTable.emit(table, hidden, layout, background, relations, out);
      return;
    }
    Node chart = data.find("c:chart");
    Node reference = chart.exists() ? chart : data.find("dgm:relIds");
    if (reference.exists()) {
      graphics.emit(reference, relations, hidden, out);
      clicked(properties, hidden.isEmpty());
      return;
    }
    if (hidden.isEmpty()) {
      figure(properties);
    }
    out.dropped("embedded object", "NOT_READ");
  }

  /** Where a shape stands; blocks that follow stand there too. */
  private Optional<SlideSize.Rectangle> stand(Node xfrm, GroupPlace group) throws IOException {
    if (!xfrm.exists()) {
      out.page(size.page());
      return Optional.empty();
    }
    SlideSize.Rectangle place = group.place(xfrm);
    out.at(new Region(size.page(), place.box()));
    return Optional.of(place);
  }

  private Optional<HiddenChannel> hidden(Node properties, Optional<SlideSize.Rectangle> place) {
    if (slideHidden || groupHidden || properties.attribute("hidden").matches("1|true")) {
      return Optional.of(HiddenChannel.MARKED_HIDDEN);
    }
    return place.filter(size::outside).map(outside -> HiddenChannel.OFF_PAGE);
  }

  private int behind(Node shape, Node placeholder) {
    int fill = layout.theme().of(shape.child("p:spPr"));
    if (fill == SlideTheme.UNKNOWN && !shape.path("p:spPr", "a:noFill").exists()) {
      boolean filled = shape.path("p:style", "a:fillRef").number("idx", 0) > 0;
      boolean painted = filled || shape.child("p:spPr").find("a:gradFill").exists();
      return painted && !placeholder.exists() ? SlideTheme.UNKNOWN : background;
    }
    return fill == SlideTheme.UNKNOWN ? background : fill;
  }

  private void alternative(Node properties) throws IOException {
    out.hidden(HiddenChannel.ALTERNATIVE, properties.attribute("descr"));
    out.hidden(HiddenChannel.ALTERNATIVE, properties.attribute("title"));
  }

  private static Node placeholder(Node shape) {
    return shape.path(shape.is("p:pic") ? "p:nvPicPr" : "p:nvSpPr", "p:nvPr", "p:ph");
  }

  private static boolean isTitle(Node placeholder) {
    return placeholder.attribute("type").matches("title|ctrTitle");
  }
}
