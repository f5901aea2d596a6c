package dev.frostbyte.hetzner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;

/** Answers of the API for tests, from the files next to this class. */
final class Answers {
  static final ObjectMapper MAPPER = new ObjectMapper();

  private Answers() {}

  static String file(String name) {
    try (InputStream in = Objects.requireNonNull(Answers.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode tree(String name) {
    try {
      return MAPPER.readTree(file(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static MockResponse ok(String body) {
    return json(200, body).build();
  }

  static MockResponse error(int status, String code) {
    return json(status, envelope(code, "no")).build();
  }

  static String envelope(String code, String message) {
    return MAPPER
        .createObjectNode()
        .set("error", MAPPER.createObjectNode().put("code", code).put("message", message))
        .toString();
  }

  static MockResponse.Builder json(int status, String body) {
    return new MockResponse.Builder()
        .code(status)
        .addHeader("Content-Type", "application/json")
        .body(body);
  }

  /** A page of locations with ids {@code first} to {@code first + count - 1}. */
  static String page(int first, int count, String pagination) {
    String entries =
        IntStream.range(first, first + count)
            .mapToObj(id -> "{\"id\":" + id + ",\"name\":\"place" + id + "\"}")
            .collect(Collectors.joining(","));
    return "{\"locations\":[" + entries + "],\"meta\":{\"pagination\":" + pagination + "}}";
  }
}
