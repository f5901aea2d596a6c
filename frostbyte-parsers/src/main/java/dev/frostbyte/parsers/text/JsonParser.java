package dev.frostbyte.parsers.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.spi.BudgetReachedException;
import dev.frostbyte.api.spi.DocumentParser;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.ElementSink;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.ParseResult;
import java.io.IOException;

/** Reads JSON (RFC 8259), strictly; several values after each other are a list. */
final class JsonParser implements DocumentParser {
  /** The tree is walked with recursion. */
  private static final int DEEPEST = 500;

  private static final int LONGEST = 1 << 30;

  @Override
  public ParseResult parse(
      DocumentSource source, MediaType type, ParseLimits limits, ElementSink sink)
      throws IOException {
    return switch (Decoding.read(source)) {
      case Decoding.None none -> none.refused();
      case Decoding.Result.Text text -> {
        sink.accept(new Block.Encoded(text.encoding()));
        yield emit(text.value(), limits, sink);
      }
    };
  }

  @Override
  public String fingerprint() {
    return "jackson-core " + Libraries.version(JsonFactory.class);
  }

  private static ParseResult emit(String text, ParseLimits limits, ElementSink sink)
      throws IOException {
    DataNode root;
    try (com.fasterxml.jackson.core.JsonParser tokens = factory(limits).createParser(text)) {
      root = new JsonTree(tokens, limits).read();
    } catch (BudgetReachedException e) {
      throw e;
    } catch (IOException e) {
      return new ParseResult.Refused(
          Problem.of(ProblemCode.FILE_CORRUPTED, "The file is no well-formed JSON."));
    }
    new DataWriter(sink).content(root, "", 1);
    try (com.fasterxml.jackson.core.JsonParser tokens = factory(limits).createParser(text)) {
      return new ParseResult.Complete(0, JsonCount.of(tokens));
    }
  }

  private static JsonFactory factory(ParseLimits limits) {
    StreamReadConstraints constraints =
        StreamReadConstraints.builder()
            .maxNestingDepth(depth(limits) + 1)
            .maxStringLength(LONGEST)
            .maxNameLength(LONGEST)
            .maxNumberLength(LONGEST)
            .build();
    return JsonFactory.builder()
        .streamReadConstraints(constraints)
        .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
        .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
        .build();
  }

  static int depth(ParseLimits limits) {
    return Math.min(DEEPEST, limits.maxDepth());
  }
}
