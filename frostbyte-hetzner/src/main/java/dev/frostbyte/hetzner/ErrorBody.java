package dev.frostbyte.hetzner;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Reads the error envelope of the API, whose texts are not to be trusted. */
final class ErrorBody {
  private static final int MAX_CODE = 64;
  private static final int MAX_DETAIL = 200;
  private static final int MAX_FIELDS = 20;

  private ErrorBody() {}

  /**
   * The error of an answer that is no success.
   *
   * @param hide takes the token out of a text
   */
  static HetznerError read(Reply reply, Optional<Duration> wait, UnaryOperator<String> hide) {
    try {
      Fields error = Json.object(reply.body()).required("error");
      return refused(error, reply.status(), wait, hide);
    } catch (HetznerException noEnvelope) {
      return new HetznerError.UnexpectedStatus(reply.status(), wait);
    }
  }

  private static HetznerError refused(
      Fields error, int status, Optional<Duration> wait, UnaryOperator<String> hide) {
    String code = error.requiredText("code");
    return new HetznerError.Refused(
        ErrorCode.of(code),
        code(hide.apply(code)),
        status,
        printable(hide.apply(error.text("message").orElse("")), MAX_DETAIL),
        fields(error).stream().map(name -> printable(hide.apply(name), MAX_CODE)).toList(),
        wait);
  }

  /** Names in {@code details.fields} and {@code details.limits}; none when they are malformed. */
  private static List<String> fields(Fields error) {
    try {
      return error.object("details").stream()
          .flatMap(details -> Stream.of("fields", "limits").flatMap(list -> names(details, list)))
          .limit(MAX_FIELDS)
          .toList();
    } catch (HetznerException malformed) {
      return List.of();
    }
  }

  private static Stream<String> names(Fields details, String list) {
    return details.list(list, entry -> entry.requiredText("name")).stream();
  }

  /** At most 64 characters of {@code [A-Za-z0-9_.-]}, every other replaced by a question mark. */
  static String code(String raw) {
    return cut(raw, MAX_CODE).replaceAll("[^A-Za-z0-9_.-]", "?");
  }

  /** At most that many characters of printable ASCII, every other replaced by a question mark. */
  static String printable(String raw, int max) {
    return cut(raw, max).replaceAll("[^ -~]", "?");
  }

  private static String cut(String raw, int max) {
    return raw.length() <= max ? raw : raw.substring(0, max);
  }
}
