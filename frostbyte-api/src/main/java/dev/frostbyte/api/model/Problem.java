package dev.frostbyte.api.model;

/**
 * Why something did not happen: a code, what happened, what to do. Never holds document text, keys
 * or personal data. Immutable.
 *
 * @param code stable code
 * @param message what happened, with the value that caused it where that value is trusted
 * @param remedy what to do
 */
public record Problem(ProblemCode code, String message, String remedy) {
  /** A problem with the remedy of its code. */
  public static Problem of(ProblemCode code, String message) {
    return new Problem(code, message, code.remedy());
  }

  @Override
  public String toString() {
    return code + ": " + message + " " + remedy;
  }
}
