package dev.frostbyte.parsers.remote;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.PageSize;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.spi.BudgetReachedException;
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

/**
 * Reads by docling-serve: posts the file to {@code /v1/convert/file} and maps the DoclingDocument
 * (docling-core, version 1) of the answer. A partial conversion is refused: it does not say what is
 * missing.
 */
final class DoclingParser implements RemoteParser {
  private final Service service;
  private final DoclingConfig config;

  DoclingParser(DoclingConfig config) {
    this.service =
        Service.at(config.url(), "/v1/convert/file", config.timeout(), config.answerBytes());
    this.config = config;
  }

  @Override
  public ParseResult parse(
      DocumentSource source, MediaType type, ParseLimits limits, Egress egress, ElementSink sink)
      throws IOException {
    return switch (service.ask(source, type, fields(type), egress)) {
      case Service.Answer.Refused refused -> refused.result();
      case Service.Answer.Json json -> read(json.root(), limits, sink);
    };
  }

  @Override
  public String fingerprint() {
    return "DoclingDocument 1";
  }

  private List<Form.Field> fields(MediaType type) {
    List<Form.Field> fields = new ArrayList<>();
    fields.add(new Form.Field("from_formats", Formats.docling(type)));
    fields.add(new Form.Field("to_formats", "json"));
    fields.add(new Form.Field("image_export_mode", "placeholder"));
    fields.add(new Form.Field("do_ocr", Boolean.toString(config.ocr())));
    fields.add(new Form.Field("force_ocr", Boolean.toString(config.forceOcr())));
    fields.add(new Form.Field("table_mode", config.tables().name().toLowerCase(Locale.ROOT)));
    for (String language : Languages.of(config.ocrLanguages())) {
      fields.add(new Form.Field("ocr_lang", language));
    }
    return fields;
  }

  private static ParseResult read(JsonNode answer, ParseLimits limits, ElementSink sink)
      throws IOException {
    JsonNode document = answer.path("document").path("json_content");
    return switch (Fields.text(answer, "status")) {
      case "success" -> isOurs(document) ? emit(document, limits, sink) : refused("no document");
      case "partial_success" -> refused("a part of the document only");
      case "failure", "skipped" -> refused("that it could not read the document");
      default -> refused("no status that is known");
    };
  }

  private static boolean isOurs(JsonNode document) {
    return Fields.text(document, "schema_name").equals("DoclingDocument")
        && Fields.text(document, "version").startsWith("1.");
  }

  private static ParseResult emit(JsonNode document, ParseLimits limits, ElementSink sink)
      throws IOException {
    DoclingPlaces places = new DoclingPlaces(document.path("pages"));
    if (places.count() > limits.maxPages()) {
      throw new BudgetReachedException("maxPages", limits.maxPages());
    }
    for (PageSize size : places.sizes()) {
      sink.accept(new Block.Page(size));
    }
    DoclingItems items = new DoclingItems(document);
    DoclingWalk walk = new DoclingWalk(items, places, sink, limits.maxDepth());
    walk.walk(document.path("body"));
    walk.walk(document.path("furniture"));
    if (items.untaken() > 0) {
      sink.accept(new Block.Dropped("item", "NOT_REFERENCED", List.of()));
    }
    return new ParseResult.Complete(places.count());
  }

  private static ParseResult refused(String answered) {
    return Service.refused(ProblemCode.PARSER_ERROR, "The service answered " + answered + ".")
        .result();
  }
}
