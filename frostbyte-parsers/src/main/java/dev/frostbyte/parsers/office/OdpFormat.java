package dev.frostbyte.parsers.office;

import dev.frostbyte.api.model.Block.Furniture.Role;
import java.io.IOException;
import java.util.Set;

/** Reads OpenDocument presentations, slide by slide with the notes after each. Immutable. */
final class OdpFormat implements OdfParser.Format {
  private static final Set<String> ENTERED =
      Set.of("office:document-content", "office:body", "office:presentation", "office:drawing");

  @Override
  public int read(XmlPart content, OdfContext context) throws IOException {
    Deck deck = new Deck(context, opensParts(context) ? 2 : 1);
    content.walk(ENTERED, deck);
    if (!deck.found) {
      throw RefusedException.corrupted("The OpenDocument file holds no presentation.");
    }
    return deck.slides;
  }

  /** Whether any slide opens a part, so that the titles of the others stand below it. */
  private static boolean opensParts(OdfContext context) throws IOException {
    boolean[] opens = {false};
    try (XmlPart xml = context.container().mixedXml("content.xml")) {
      xml.walk(ENTERED, element -> opens[0] |= OdfSlide.opensPart(element));
    }
    return opens[0];
  }

  /** The slides, one by one. */
  private static final class Deck implements XmlPart.Visitor {
    private final OdfContext context;
    private final int level;
    private boolean found;
    private int slides;

    Deck(OdfContext context, int level) {
      this.context = context;
      this.level = level;
    }

    @Override
    public void entered(Node element) {
      found |= element.is("office:presentation") || element.is("office:drawing");
    }

    @Override
    public void took(Node element) throws IOException {
      if (element.is("office:automatic-styles")) {
        context.styles().add(element);
      } else if (element.name().endsWith("-decl")) {
        context.out().furniture(Role.FOOTER, OdfText.plain(element));
      } else if (element.is("draw:page")) {
        context.out().page(++slides);
        new OdfSlide(context, element, slides).emit(level);
      }
    }
  }
}
