package dev.frostbyte.parsers.remote;

import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.spi.Parses;
import dev.frostbyte.api.spi.RemoteParser;
import dev.frostbyte.api.spi.RemoteParserProvider;
import dev.frostbyte.api.spi.Stage;
import dev.frostbyte.api.spi.StageConfig;

/**
 * Reads by the Unstructured API, the vendor's or the caller's own. Keys: {@code url} (must be
 * given), {@code strategy, languages, pixelsPerInch, timeout, answerBytes}; a key of the service's
 * own belongs into the egress policy, as header {@code unstructured-api-key}.
 */
@Stage(name = "unstructured", spi = 1)
@Parses(
    types = {
      Formats.PDF,
      Formats.DOCX,
      Formats.XLSX,
      Formats.PPTX,
      Formats.HTML,
      Formats.PNG,
      Formats.JPEG,
      Formats.TIFF
    })
public final class UnstructuredProvider implements RemoteParserProvider {
  /** For ServiceLoader. */
  public UnstructuredProvider() {}

  @Override
  public RemoteParser open(StageConfig config) {
    UnstructuredConfig bound = config.bind(UnstructuredConfig.DEFAULT);
    Languages.require("languages", bound.languages());
    if (bound.pixelsPerInch() < 1) {
      throw FrostbyteException.of(
          ProblemCode.CONFIGURATION_INVALID,
          "The key 'pixelsPerInch' must be more than 0, not " + bound.pixelsPerInch() + ".");
    }
    return new UnstructuredParser(bound);
  }
}
