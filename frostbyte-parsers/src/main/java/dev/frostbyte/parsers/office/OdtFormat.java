package dev.frostbyte.parsers.office;

import dev.frostbyte.api.model.Block.Furniture.Role;
import dev.frostbyte.api.model.HiddenChannel;
import java.io.IOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Reads OpenDocument texts. Immutable. */
final class OdtFormat implements OdfParser.Format {
  private static final Set<String> ENTERED =
      Set.of("office:document-content", "office:body", "office:text");

  @Override
  public int read(XmlPart content, OdfContext context) throws IOException {
    Story story = new Story(context);
    content.walk(ENTERED, story);
    if (!story.found) {
      throw RefusedException.corrupted("The OpenDocument file holds no text document.");
    }
    margins(context, Role.FOOTER);
    return 0;
  }

  /** Headers or footers of all page styles, each text once. */
  private static void margins(OdfContext context, Role role) throws IOException {
    String wanted = "style:" + role.name().toLowerCase(Locale.ROOT);
    Set<String> seen = new HashSet<>();
    for (Node page : context.styles().masters().children("style:master-page")) {
      for (Node margin : page.children()) {
        String text = OdfText.plain(margin);
        if (margin.name().startsWith(wanted) && seen.add(text)) {
          margin(margin, text, role, context.out());
        }
      }
    }
  }

  private static void margin(Node margin, String text, Role role, Output out) throws IOException {
    if (margin.attribute("style:display").equals("false")) {
      out.hidden(HiddenChannel.MARKED_HIDDEN, text);
    } else {
      out.furniture(role, text);
    }
  }

  /** The body, element by element. */
  private static final class Story implements XmlPart.Visitor {
    private final OdfContext context;
    private final OdfBlocks blocks;
    private boolean found;

    Story(OdfContext context) {
      this.context = context;
      this.blocks = new OdfBlocks(context);
    }

    @Override
    public void entered(Node element) throws IOException {
      if (element.is("office:text")) {
        found = true;
        margins(context, Role.HEADER);
      }
    }

    @Override
    public void took(Node element) throws IOException {
      switch (element.name()) {
        case "office:automatic-styles" -> context.styles().add(element);
        case "office:forms" -> form(element);
        case "office:scripts" -> script(element);
        default -> blocks.one(element, OdfLook.PLAIN);
      }
    }

    @Override
    public void left(String name) throws IOException {
      if (name.equals("office:text")) {
        blocks.end();
      }
    }

    private void form(Node forms) throws IOException {
      if (forms.find("form:form").exists()) {
        context.out().dropped("form", "NOT_READ");
      }
    }

    private void script(Node scripts) throws IOException {
      if (scripts.find("office:script").exists()
          || scripts.find("script:event-listener").exists()) {
        context.out().dropped("macro", "ACTIVE_CONTENT");
      }
    }
  }
}
