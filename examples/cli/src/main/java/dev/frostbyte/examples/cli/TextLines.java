package dev.frostbyte.examples.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.core.Workbench;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

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
          exit = exit.and(entry == null ? ExitCode.INCOMPLETE : ExitCode.DONE);
          out.println(Json.line(answer(entry, number, workbench)));
        }
      }
    }
    return exit;
  }

  private static ObjectNode answer(@Nullable JsonNode entry, long number, Workbench workbench) {
    if (entry == null) {
      return Json.object()
          .put("id", number)
          .put("code", ProblemCode.INVALID_ARGUMENT.name())
          .put("message", "Line " + number + " is no JSON object with a text.");
    }
    ObjectNode answer = AnswerJson.of(workbench.inspect(entry.get("text").textValue()));
    answer.set("id", entry.hasNonNull("id") ? entry.get("id") : LongNode.valueOf(number));
    return answer;
  }

  private static @Nullable JsonNode parse(String line) {
    try {
      JsonNode entry = MAPPER.readTree(line);
      return entry.isObject() && entry.path("text").isTextual() ? entry : null;
    } catch (JsonProcessingException e) {
      return null;
    }
  }
}
