package dev.frostbyte.parsers.office;

import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.model.ProblemCode;
import java.io.IOException;

/** Ends the reading of a file that cannot be read; never leaves this package. */
final class RefusedException extends IOException {
  private static final long serialVersionUID = 1;

  private final transient Problem problem;

  private RefusedException(Problem problem) {
    super(problem.message());
    this.problem = problem;
  }

  static RefusedException corrupted(String what) {
    return new RefusedException(Problem.of(ProblemCode.FILE_CORRUPTED, what));
  }

  static RefusedException encrypted() {
    return new RefusedException(
        Problem.of(ProblemCode.FILE_ENCRYPTED, "The office file is protected by a password."));
  }

  /** Content is encrypted for one reader's device or account. */
  static RefusedException locked() {
    return new RefusedException(
        Problem.of(
            ProblemCode.FILE_ENCRYPTED, "The book is locked by digital rights management (DRM)."));
  }

  Problem problem() {
    return problem;
  }
}
