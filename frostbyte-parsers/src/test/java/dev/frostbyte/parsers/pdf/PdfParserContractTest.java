package dev.frostbyte.parsers.pdf;

import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.spi.ParserProvider;
import dev.frostbyte.testkit.ParserContract;
import java.util.List;

class PdfParserContractTest extends ParserContract {
  private static final byte[] LETTER =
      Pdf.page(
          page -> {
            Pdf.text(page, Pdf.BOLD, 18, 60, 700, "A letter to the reader");
            Pdf.text(page, 60, 640, "It says little, and says it in one paragraph of two lines,");
            Pdf.text(page, 60, 626, "which is quite enough for a contract.");
            Pdf.text(page, 60, 560, "1. It also holds a list item");
          });

  @Override
  protected ParserProvider provider() {
    return new PdfParserProvider();
  }

  @Override
  protected MediaType type() {
    return MediaType.PDF;
  }

  @Override
  protected List<byte[]> good() {
    return List.of(LETTER);
  }
}
