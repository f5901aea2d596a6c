package dev.frostbyte.parsers.remote;

import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.spi.RemoteParserProvider;
import dev.frostbyte.testkit.RemoteParserContract;
import java.util.Map;

final class DoclingServeContractTest extends RemoteParserContract {
  @Override
  protected RemoteParserProvider provider() {
    return new DoclingServeProvider();
  }

  @Override
  protected Map<String, String> config() {
    return Map.of("url", "https://docling.example.com");
  }

  @Override
  protected MediaType type() {
    return MediaType.PDF;
  }

  @Override
  protected byte[] answer() {
    return Answers.recorded("docling-success.json");
  }
}
