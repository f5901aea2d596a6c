package dev.frostbyte.parsers.remote;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.Egress;
import dev.frostbyte.api.spi.ParseResult;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * A service that takes a file as a form and answers with JSON. Immutable.
 *
 * @param address where the form is posted
 * @param limits of the answer
 */
record Service(URI address, Egress.Limits limits) {
  private static final String PURPOSE = "parse";
  private static final int MOST_FILE_BYTES = Egress.Request.MAX_BODY_BYTES - Form.OVERHEAD_BYTES;
  private static final Set<Integer> OF_THE_DOCUMENT = Set.of(400, 406, 413, 415, 422, 500);
  private static final Set<Integer> OF_TIME = Set.of(408, 504);

  /**
   * The service at a base URL.
   *
   * @param timeout most time for an answer
   * @param answerBytes most bytes of one
   * @throws FrostbyteException {@code CONFIGURATION_INVALID}
   */
  static Service at(String base, String path, Duration timeout, int answerBytes) {
    try {
      Egress.Limits limits = new Egress.Limits(timeout, answerBytes);
      URI address = URI.create(base.replaceAll("/+$", "") + path);
      new Egress.Request(address, "text/plain", new byte[0], PURPOSE, limits);
      return new Service(address, limits);
    } catch (IllegalArgumentException e) {
      throw FrostbyteException.of(
          ProblemCode.CONFIGURATION_INVALID,
          "The key 'url' must be the address of the service, such as https://docling.example.com,"
              + " without user, query and fragment; 'timeout' and 'answerBytes' more than"
              + " nothing.");
    }
  }

  /** Sends the document with these fields. */
  Answer ask(DocumentSource source, MediaType type, List<Form.Field> fields, Egress egress)
      throws IOException {
    if (source.size() > MOST_FILE_BYTES) {
      String message = "The file has " + source.size() + " bytes; at most " + MOST_FILE_BYTES;
      return refused(ProblemCode.PARSER_ERROR, message + " are sent.");
    }
    Form form = Form.of(fields, type, bytes(source));
    Egress.Response answer =
        egress.send(new Egress.Request(address, form.mediaType(), form.body(), PURPOSE, limits));
    return answer.status() == 200 ? read(answer.body()) : refused(answer.status());
  }

  private static byte[] bytes(DocumentSource source) throws IOException {
    try (InputStream in = source.stream()) {
      return in.readAllBytes();
    }
  }

  /** Of the failure only the class is told: its message may quote the answer. */
  private static Answer read(byte[] body) {
    try {
      return new Answer.Json(AnswerJson.read(body));
    } catch (IOException e) {
      return refused(
          ProblemCode.PARSER_ERROR,
          "The service answered what is no JSON or is beyond the limits ("
              + e.getClass().getSimpleName()
              + ").");
    }
  }

  private static Answer refused(int status) {
    ProblemCode code =
        OF_THE_DOCUMENT.contains(status)
            ? ProblemCode.PARSER_ERROR
            : OF_TIME.contains(status) ? ProblemCode.PARSER_TIMEOUT : ProblemCode.EGRESS_FAILED;
    return refused(code, "The service answered with status " + status + ".");
  }

  /** An answer that is none, of which only our own words are told. */
  static Answer.Refused refused(ProblemCode code, String message) {
    return new Answer.Refused(new ParseResult.Refused(Problem.of(code, message)));
  }

  /** What came back. */
  sealed interface Answer {
    /** JSON, of any shape. */
    record Json(JsonNode root) implements Answer {}

    /** Nothing that can be read. */
    record Refused(ParseResult.Refused result) implements Answer {}
  }
}
