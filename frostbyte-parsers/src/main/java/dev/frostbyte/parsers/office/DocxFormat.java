package dev.frostbyte.parsers.office;

import dev.frostbyte.api.model.Block.Furniture.Role;
import dev.frostbyte.api.model.HiddenChannel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads Word documents (WordprocessingML). Immutable. */
final class DocxFormat implements OfficeParser.Format {
  private static final Set<String> ENTERED = Set.of("w:document", "w:body", "w:tbl");

  @Override
  public int read(Container container, String mainPart, Output out) throws IOException {
    Relations relations = container.relations(mainPart);
    WordContext context = WordContext.read(container, relations);
    margins(container, relations.targets("header"), Role.HEADER, context, out);
    body(container, mainPart, context, out);
    notesWithoutReference(context, out);
    margins(container, relations.targets("footer"), Role.FOOTER, context, out);
    comments(container, relations, context, out);
    return 0;
  }

  private static void body(Container container, String mainPart, WordContext context, Output out)
      throws IOException {
    try (XmlPart xml = container.xml(mainPart)) {
      Story story = new Story(context, out);
      xml.walk(ENTERED, story);
      if (!story.found) {
        throw RefusedException.corrupted("The Word document has no body.");
      }
    }
  }

  /** Notes nobody refers to are not shown by Word. */
  private static void notesWithoutReference(WordContext context, Output out) throws IOException {
    for (Node note : List.copyOf(context.notes().values())) {
      out.hidden(HiddenChannel.MARKED_HIDDEN, text(note, context, out));
    }
  }

  private static void margins(
      Container container, List<String> parts, Role role, WordContext context, Output out)
      throws IOException {
    for (String part : parts) {
      if (container.has(part)) {
        try (XmlPart xml = container.xml(part)) {
          out.furniture(role, text(xml.tree(), context, out));
        }
      }
    }
  }

  private static void comments(
      Container container, Relations relations, WordContext context, Output out)
      throws IOException {
    String part = relations.first("comments").orElse("");
    if (!container.has(part)) {
      return;
    }
    try (XmlPart xml = container.xml(part)) {
      for (Node comment : xml.tree().children("w:comment")) {
        out.hidden(HiddenChannel.COMMENT, text(comment, context, out));
      }
    }
  }

  /** The paragraphs below a node, one a line; what they hide is emitted. */
  private static String text(Node node, WordContext context, Output out) throws IOException {
    List<String> lines = new ArrayList<>();
    collect(node, context, out, lines);
    return String.join("\n", lines);
  }

  private static void collect(Node node, WordContext context, Output out, List<String> lines)
      throws IOException {
    for (Node child : node.children()) {
      if (child.is("w:p")) {
        WordText text = new WordText(context.visibility());
        text.add(child, context.page());
        lines.add(text.visible().strip());
        new WordBlocks(context, out).after(text);
      } else {
        collect(child, context, out, lines);
      }
    }
  }

  /** The body, a table row by row. */
  private static final class Story implements XmlPart.Visitor {
    private final WordContext context;
    private final Output out;
    private final WordBlocks blocks;
    private Optional<WordTable> table = Optional.empty();
    private boolean found;

    Story(WordContext context, Output out) {
      this.context = context;
      this.out = out;
      this.blocks = new WordBlocks(context, out);
    }

    @Override
    public void entered(Node element) throws IOException {
      found |= element.is("w:body");
      if (element.is("w:tbl")) {
        blocks.end();
        table = Optional.of(new WordTable(context, out, context.page()));
      }
    }

    @Override
    public void took(Node element) throws IOException {
      if (table.isPresent()) {
        table.get().add(element);
      } else {
        blocks.one(element, context.page());
      }
    }

    @Override
    public void left(String name) throws IOException {
      if (name.equals("w:tbl")) {
        WordTable ended = table.orElseThrow();
        table = Optional.empty();
        ended.end();
      } else if (name.equals("w:body")) {
        blocks.end();
      }
    }
  }
}
