package dev.frostbyte.parsers.remote;

import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.spi.RemoteParserProvider;
import dev.frostbyte.testkit.RemoteParserContract;
import java.util.Map;

final class UnstructuredContractTest extends RemoteParserContract {
  @Override
  protected RemoteParserProvider provider() {
    return new UnstructuredProvider();
  }

  @Override
  protected Map<String, String> config() {
    return Map.of("url", "https://unstructured.example.com/", "strategy", "hi_res");
  }

  @Override
  protected MediaType type() {
    return MediaType.PDF;
  }

  @Override
  protected byte[] answer() {
    return Answers.recorded("unstructured-elements.json");
  }
}
