package dev.frostbyte.parsers.text;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.frostbyte.api.model.Expected;
import dev.frostbyte.parsers.internal.Ink;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Counts what JSON holds from its tokens alone: every value, and every name once, since a table
 * names its columns once. Stateless.
 */
final class JsonCount {
  private JsonCount() {}

  /** Reads the tokens to their end. */
  static Expected of(JsonParser tokens) throws IOException {
    long count = 0;
    Set<String> names = new HashSet<>();
    for (@Nullable JsonToken token = tokens.nextToken();
        token != null;
        token = tokens.nextToken()) {
      boolean counts =
          token == JsonToken.FIELD_NAME ? names.add(tokens.getText()) : token.isScalarValue();
      count += counts ? Ink.of(tokens.getText()) : 0;
    }
    return new Expected(count);
  }
}
