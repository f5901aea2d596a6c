package dev.frostbyte.parsers.ocr;

import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.spi.ParserProvider;
import dev.frostbyte.testkit.ParserContract;
import java.util.List;

class OcrParserContractTest extends ParserContract {
  private static final byte[] NOTE =
      Picture.png(
          Picture.of(
              150,
              60,
              new Picture.Text(11, 8, 40, "A short note."),
              new Picture.Text(11, 8, 10, "1. One item")));

  @Override
  protected ParserProvider provider() {
    return new OcrParserProvider();
  }

  @Override
  protected MediaType type() {
    return Picture.PNG;
  }

  @Override
  protected List<byte[]> good() {
    return List.of(NOTE);
  }
}
