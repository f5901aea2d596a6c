package dev.frostbyte.parsers.remote;

import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** A list of languages in a configuration. Stateless. */
final class Languages {
  private static final Pattern LIST =
      Pattern.compile("|[A-Za-z][A-Za-z0-9_-]{0,30}(,[A-Za-z][A-Za-z0-9_-]{0,30}){0,20}");

  private Languages() {}

  /** The languages of a list with commas. */
  static List<String> of(String list) {
    return list.isEmpty() ? List.of() : Arrays.asList(list.split(","));
  }

  /**
   * Checks a list.
   *
   * @throws FrostbyteException {@code CONFIGURATION_INVALID}
   */
  static void require(String key, String list) {
    if (!LIST.matcher(list).matches()) {
      throw FrostbyteException.of(
          ProblemCode.CONFIGURATION_INVALID,
          "The key '" + key + "' must be languages with commas between them, such as en,de.");
    }
  }
}
