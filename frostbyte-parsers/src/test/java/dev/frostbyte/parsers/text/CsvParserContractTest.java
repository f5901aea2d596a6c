package dev.frostbyte.parsers.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.spi.ParserProvider;
import dev.frostbyte.testkit.ParserContract;
import java.util.List;

class CsvParserContractTest extends ParserContract {
  @Override
  protected ParserProvider provider() {
    return new CsvParserProvider();
  }

  @Override
  protected MediaType type() {
    return MediaType.CSV;
  }

  @Override
  protected List<byte[]> good() {
    return List.of(
        "name;amount;note\nrent;10,50;\"paid; late\"\nfood;20;ok\n".getBytes(UTF_8),
        "city\tpeople\nKöln\t1000000\n".getBytes(UTF_8));
  }
}
