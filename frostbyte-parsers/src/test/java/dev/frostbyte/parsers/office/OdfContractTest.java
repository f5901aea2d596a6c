package dev.frostbyte.parsers.office;

import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.spi.ParserProvider;
import dev.frostbyte.testkit.ParserContract;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The OpenDocument parsers pass the contract of parsers. */
class OdfContractTest {
  private static final String CELLS =
      "<table:table-row><table:table-cell><text:p>Item</text:p></table:table-cell>"
          + "<table:table-cell><text:p>Price</text:p></table:table-cell></table:table-row>"
          + "<table:table-row><table:table-cell table:number-columns-repeated='2'>"
          + "<text:p>17</text:p></table:table-cell></table:table-row>";

  static byte[] text() throws IOException {
    String styles =
        "<style:style style:name='H' style:family='text'>"
            + "<style:text-properties text:display='none'/></style:style>"
            + "<text:list-style style:name='L'><text:list-level-style-number text:level='1'"
            + " style:num-format='i' style:num-suffix='.'/></text:list-style>";
    String body =
        "<text:h text:outline-level='1'>A letter to the reader</text:h>"
            + "<text:p>It says little, which is enough for a contract."
            + "<text:span text:style-name='H'>And hides some.</text:span></text:p>"
            + "<text:list text:style-name='L'><text:list-item><text:p>First</text:p>"
            + "<text:list><text:list-item><text:p>Inner</text:p></text:list-item></text:list>"
            + "</text:list-item></text:list><table:table>"
            + CELLS
            + "</table:table><text:p>It ends here.</text:p>";
    return OdfFile.text(body).automatic(styles).bytes();
  }

  static byte[] sheets() throws IOException {
    return OdfFile.sheets("<table:table table:name='Data'>" + CELLS + "</table:table>").bytes();
  }

  static byte[] slides() throws IOException {
    String body =
        "<draw:page><draw:frame presentation:class='title' svg:x='1cm' svg:y='1cm'"
            + " svg:width='9cm' svg:height='2cm'><draw:text-box><text:p>The title of a slide</text:p>"
            + "</draw:text-box></draw:frame><draw:frame><draw:text-box><text:p>A paragraph of it"
            + "</text:p></draw:text-box></draw:frame></draw:page>";
    return OdfFile.slides(body).bytes();
  }

  @Test
  void endsInOneOutcomeWhateverHappensToAPart() throws IOException {
    PartFuzz.run(new OdtParserProvider(), text());
    PartFuzz.run(new OdsParserProvider(), sheets());
    PartFuzz.run(new OdpParserProvider(), slides());
  }

  @Nested
  class Odt extends ParserContract {
    @Override
    protected ParserProvider provider() {
      return new OdtParserProvider();
    }

    @Override
    protected MediaType type() {
      return new MediaType("application/vnd.oasis.opendocument.text");
    }

    @Override
    protected List<byte[]> good() throws IOException {
      return List.of(text());
    }
  }

  @Nested
  class Ods extends ParserContract {
    @Override
    protected ParserProvider provider() {
      return new OdsParserProvider();
    }

    @Override
    protected MediaType type() {
      return new MediaType("application/vnd.oasis.opendocument.spreadsheet");
    }

    @Override
    protected List<byte[]> good() throws IOException {
      return List.of(sheets());
    }
  }

  @Nested
  class Odp extends ParserContract {
    @Override
    protected ParserProvider provider() {
      return new OdpParserProvider();
    }

    @Override
    protected MediaType type() {
      return new MediaType("application/vnd.oasis.opendocument.presentation");
    }

    @Override
    protected List<byte[]> good() throws IOException {
      return List.of(slides());
    }
  }
}
