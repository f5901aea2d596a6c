package dev.frostbyte.parsers.ocr;

import dev.frostbyte.api.model.Problem;
import java.io.IOException;

/** Ends the reading of a file for a reason that has a code. */
final class RefusedException extends IOException {
  private static final long serialVersionUID = 1;

  private final transient Problem problem;

  RefusedException(Problem problem) {
    super(problem.message());
    this.problem = problem;
  }

  Problem problem() {
    return problem;
  }

  /** Whether no other page of the file can fare better. */
  boolean endsTheFile() {
    return switch (problem.code()) {
      case PARSER_TIMEOUT, PARSER_ERROR -> true;
      default -> false;
    };
  }
}
