package dev.frostbyte.parsers.office;

import dev.frostbyte.api.model.HiddenChannel;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** Reads OpenDocument spreadsheets. Immutable. */
final class OdsFormat implements OdfParser.Format {
  private static final Set<String> ENTERED =
      Set.of(
          "office:document-content",
          "office:body",
          "office:spreadsheet",
          "table:table",
          "table:table-column-group",
          "table:table-columns",
          "table:table-header-columns",
          "table:table-row-group",
          "table:table-rows",
          "table:table-header-rows");

  @Override
  public int read(XmlPart content, OdfContext context) throws IOException {
    Book book = new Book(context);
    context.out().gathering(() -> content.walk(ENTERED, book), book::end);
    if (!book.found) {
      throw RefusedException.corrupted("The OpenDocument file holds no spreadsheet.");
    }
    return book.sheets;
  }

  /** The sheets, row by row. */
  private static final class Book implements XmlPart.Visitor {
    private final OdfContext context;
    private Optional<OdfSheet> sheet = Optional.empty();
    private boolean found;
    private int sheets;

    Book(OdfContext context) {
      this.context = context;
    }

    /** Emits the sheet that is open. */
    void end() throws IOException {
      if (sheet.isPresent()) {
        OdfSheet ended = sheet.get();
        sheet = Optional.empty();
        ended.emit();
      }
    }

    @Override
    public void entered(Node element) throws IOException {
      if (element.is("office:spreadsheet")) {
        found = true;
      } else if (element.is("table:table") && found) {
        context.out().page(++sheets);
        OdfSheet begun = new OdfSheet(context, element);
        begun.begin();
        sheet = Optional.of(begun);
      } else if (element.is("table:table-row-group") && sheet.isPresent()) {
        sheet.get().beginGroup(element.attribute("table:display").equals("false"));
      }
    }

    @Override
    public void took(Node element) throws IOException {
      switch (element.name()) {
        case "office:automatic-styles" -> context.styles().add(element);
        case "table:tracked-changes" ->
            context.out().hidden(HiddenChannel.DELETED, OdfText.plain(element));
        default -> {
          if (sheet.isPresent()) {
            sheet.get().took(element);
          }
        }
      }
    }

    @Override
    public void left(String name) throws IOException {
      if (name.equals("table:table")) {
        end();
      } else if (name.equals("table:table-row-group") && sheet.isPresent()) {
        sheet.get().endGroup();
      }
    }
  }
}
