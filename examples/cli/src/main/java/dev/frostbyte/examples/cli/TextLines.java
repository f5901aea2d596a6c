package dev.frostbyte.examples.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.core.Workbench;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Inspects texts of a JSON Lines file: each line an object with {@code text} and optional {@code
 * id}, one answer each in the same order. Without an id the line number stands for it. A line that
 * is no such object gets an answer saying so. Stateless.
 */
final class TextLines {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private TextLines() {}

  static ExitCode inspect(Path file, Workbench workbench, PrintWriter out) throws IOException {
    ExitCode exit = ExitCode.DONE;
    try (BufferedReader in = Files.newBufferedReader(file)) {
      long number = 0;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        number++;
        if (!line.isBlank()) {
          JsonNode entry = parse(line);
          exit = exit.and(isText(entry) ? ExitCode.DONE : ExitCode.INCOMPLETE);
          out.println(Json.line(answer(entry, number, workbench)));
        }
      }
    }
    return exit;
  }

  private static ObjectNode answer(JsonNode entry, long number, Workbench workbench) {
    JsonNode id = entry.hasNonNull("id") ? entry.get("id") : LongNode.valueOf(number);
    return isText(entry)
        ? AnswerJson.of(id, "id", workbench.inspect(entry.get("text").textValue()))
        : refused(id, number);
  }

  private static ObjectNode refused(JsonNode id, long number) {
    ObjectNode answer = Json.object();
    answer.set("id", id);
    return answer
        .put("code", ProblemCode.INVALID_ARGUMENT.name())
        .put("message", "Line " + number + " is no JSON object with a text.");
  }

  private static boolean isText(JsonNode entry) {
    return entry.isObject() && entry.path("text").isTextual();
  }

  /** What a line holds; nothing when it is no JSON. */
  private static JsonNode parse(String line) {
    try {
      return MAPPER.readTree(line);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }
}
