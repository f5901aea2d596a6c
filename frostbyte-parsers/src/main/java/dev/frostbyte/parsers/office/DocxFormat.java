package dev.frostbyte.parsers.office;

import dev.frostbyte.api.model.Block.Furniture.Role;
import dev.frostbyte.api.model.HiddenChannel;
import java.io.IOException;
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
      out.gathering(() -> xml.walk(ENTERED, story), story::end);
      if (!story.found) {
        throw RefusedException.corrupted("The Word document has no body.");
      }
    }
  }

  /** Notes nobody refers to are not shown by Word. */
  private static void notesWithoutReference(WordContext context, Output out) throws IOException {
    for (WordNotes.Note note : context.notes().rest()) {
      hidden(HiddenChannel.MARKED_HIDDEN, note.body(), context.of(note.relations()), out);
    }
  }

  private static void margins(
      Container container, List<String> parts, Role role, WordContext context, Output out)
      throws IOException {
    for (String part : parts) {
      if (container.has(part)) {
        try (XmlPart xml = container.xml(part)) {
          WordContext own = context.of(container.relations(part));
          WordLines lines = WordLines.of(xml.tree(), own);
          out.furniture(role, lines.visible());
          lines.after(out, !lines.visible().isBlank());
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
    WordContext own = context.of(container.relations(part));
    try (XmlPart xml = container.xml(part)) {
      for (Node comment : xml.tree().children("w:comment")) {
        hidden(HiddenChannel.COMMENT, comment, own, out);
      }
    }
  }

  private static void hidden(HiddenChannel channel, Node node, WordContext context, Output out)
      throws IOException {
    WordLines lines = WordLines.of(node, context);
    out.hidden(channel, lines.visible());
    lines.after(out, false);
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

    /** Emits the table or paragraph that is open. */
    void end() throws IOException {
      if (table.isPresent()) {
        WordTable ended = table.get();
        table = Optional.empty();
        ended.end();
      }
      blocks.end();
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
      if (name.equals("w:tbl") || name.equals("w:body")) {
        end();
      }
    }
  }
}
