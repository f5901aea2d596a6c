package dev.frostbyte.api.model;

/**
 * Thrown for what is no expected end: broken seals, broken programs, failed input or output.
 * Carries its problem.
 */
public class FrostbyteException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Problem problem;

  /** An exception for this problem. */
  public FrostbyteException(Problem problem) {
    super(problem.toString());
    this.problem = problem;
  }

  /**
   * An exception for this problem; of the cause only the class is kept, as its message may quote
   * content.
   */
  public FrostbyteException(Problem problem, Throwable cause) {
    super(problem + " (" + cause.getClass().getName() + ")");
    this.problem = problem;
    setStackTrace(cause.getStackTrace());
  }

  /** An exception with the remedy of its code. */
  public static FrostbyteException of(ProblemCode code, String message) {
    return new FrostbyteException(Problem.of(code, message));
  }

  /** What happened and what to do. */
  public Problem problem() {
    return problem;
  }
}
