package dev.frostbyte.parsers.remote;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.Egress;
import dev.frostbyte.api.spi.ElementSink;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.ParseResult;
import dev.frostbyte.api.spi.RemoteParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;

/**
 * Reads by the Unstructured API: posts the file to {@code /general/v0/general} and maps the list of
 * elements of the answer.
 */
final class UnstructuredParser implements RemoteParser {
  private final Service service;
  private final UnstructuredConfig config;

  UnstructuredParser(UnstructuredConfig config) {
    this.service =
        Service.at(config.url(), "/general/v0/general", config.timeout(), config.answerBytes());
    this.config = config;
  }

  @Override
  public ParseResult parse(
      DocumentSource source, MediaType type, ParseLimits limits, Egress egress, ElementSink sink)
      throws IOException {
    return switch (service.ask(source, type, fields(), egress)) {
      case Service.Answer.Refused refused -> refused.result();
      case Service.Answer.Json json -> read(json.root(), limits, sink);
    };
  }

  @Override
  public String fingerprint() {
    String jsoup = Jsoup.class.getPackage().getImplementationVersion();
    return "elements 1, jsoup " + (jsoup == null ? "" : jsoup);
  }

  private List<Form.Field> fields() {
    List<Form.Field> fields = new ArrayList<>();
    fields.add(new Form.Field("output_format", "application/json"));
    fields.add(new Form.Field("strategy", config.strategy().name().toLowerCase(Locale.ROOT)));
    fields.add(new Form.Field("coordinates", "true"));
    fields.add(new Form.Field("pdf_infer_table_structure", "true"));
    fields.add(new Form.Field("skip_infer_table_types", "[]"));
    for (String language : Languages.of(config.languages())) {
      fields.add(new Form.Field("languages", language));
    }
    return fields;
  }

  /** One file gives a list; some versions of the service put it into another. */
  private ParseResult read(JsonNode answer, ParseLimits limits, ElementSink sink)
      throws IOException {
    JsonNode elements = answer.size() == 1 && answer.path(0).isArray() ? answer.path(0) : answer;
    if (!elements.isArray()) {
      return Service.refused(ProblemCode.PARSER_ERROR, "The service answered no list of elements.")
          .result();
    }
    ElementPlaces places = new ElementPlaces(config.pixelsPerInch(), limits.maxPages());
    ElementReader reader = new ElementReader(places, sink);
    for (JsonNode element : elements) {
      reader.read(element);
    }
    return new ParseResult.Complete(places.pages());
  }
}
