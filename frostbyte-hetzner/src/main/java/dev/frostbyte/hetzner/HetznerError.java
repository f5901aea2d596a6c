package dev.frostbyte.hetzner;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Why a call gave no value. Immutable; no case holds the token, a header or the body of an answer.
 */
public sealed interface HetznerError {

  /** What happened, with the value, and what to do. One line of ASCII, safe to log. */
  String message();

  /**
   * Whether asking again unchanged may help. The client has already done so within its bounds when
   * the error is seen by the caller.
   */
  default boolean retryable() {
    return false;
  }

  /** How long the other side asked to wait; empty when it did not say. */
  default Optional<Duration> retryAfter() {
    return Optional.empty();
  }

  /**
   * The API answered with an error of its own.
   *
   * @param code the documented code, or {@link ErrorCode#UNKNOWN}
   * @param rawCode the code as received: at most 64 characters of {@code [A-Za-z0-9_.-]}, every
   *     other character replaced by {@code ?}
   * @param status HTTP status, 100 to 599
   * @param detail the message received: at most 200 printable ASCII characters, others replaced
   * @param fields names of the input fields or limits at fault, at most 20
   */
  record Refused(
      ErrorCode code,
      String rawCode,
      int status,
      String detail,
      List<String> fields,
      Optional<Duration> retryAfter)
      implements HetznerError {
    public Refused {
      fields = List.copyOf(fields);
    }

    @Override
    public String message() {
      String at = fields.isEmpty() ? "" : " at " + String.join(", ", fields);
      return "Hetzner refused the request with code %s (HTTP %d)%s: \"%s\". %s"
          .formatted(rawCode, status, at, detail, code.advice());
    }

    @Override
    public boolean retryable() {
      return code.retryable();
    }
  }

  /** The answer was neither a success nor an error of the API; redirects end here, unfollowed. */
  record UnexpectedStatus(int status, Optional<Duration> retryAfter) implements HetznerError {
    @Override
    public String message() {
      return "Hetzner answered HTTP %d without an error code. %s".formatted(status, advice());
    }

    private String advice() {
      return status >= 300 && status < 400
          ? "Redirects are never followed, so that the token stays with its host; correct the base"
              + " URL."
          : "Check the base URL and any proxy in between; ask again later when it is 5xx.";
    }

    @Override
    public boolean retryable() {
      return status == 502 || status == 504;
    }
  }

  /** The answer is no JSON, or lacks what it must have; {@code problem} names the place. */
  record Malformed(String problem) implements HetznerError {
    @Override
    public String message() {
      return "Hetzner's answer cannot be read: %s. Check the base URL; if it is right, report the"
              .formatted(problem)
          + " place named here.";
    }
  }

  /** The answer was longer than allowed. */
  record TooLarge(int limitBytes) implements HetznerError {
    @Override
    public String message() {
      return "Hetzner's answer is longer than the limit of %d bytes. Raise maxResponseBytes or"
              .formatted(limitBytes)
          + " lower perPage.";
    }
  }

  /**
   * The pages of a list contradict each other or do not end.
   *
   * @param page number of the page that was asked for, from 1
   * @param claimed the number at fault: the page, entry id or count that the answer claimed, or the
   *     page limit
   */
  record BrokenPaging(PagingFault fault, int page, long claimed) implements HetznerError {
    @Override
    public String message() {
      return "The list broke off at page %d: %s (%d). %s"
          .formatted(page, fault.happened(), claimed, fault.advice());
    }
  }

  /**
   * No answer came.
   *
   * @param kind where it failed
   * @param cause class name of the failure, for the log
   */
  record Unreachable(Kind kind, String cause) implements HetznerError {
    /** Where a request without an answer failed. */
    public enum Kind {
      /** Nothing in time: connecting, sending or reading. The only kind that is asked again. */
      TIMEOUT,
      /** No secure connection: certificate, protocol or name. */
      TLS,
      /** No connection, or one that broke. */
      CONNECTION
    }

    @Override
    public String message() {
      return "Hetzner could not be reached: %s (%s). Check network, proxy and base URL."
          .formatted(kind, cause);
    }

    @Override
    public boolean retryable() {
      return kind == Kind.TIMEOUT;
    }
  }

  /** The call was stopped from this side. */
  record Stopped(Reason reason) implements HetznerError {
    /** Who stopped the call. */
    public enum Reason {
      /** The client was closed before or during the call. */
      CLOSED,
      /** The calling thread was interrupted; its flag is set again. */
      INTERRUPTED
    }

    @Override
    public String message() {
      return reason == Reason.CLOSED
          ? "The call was stopped: CLOSED. The client is closed; open a new one."
          : "The call was stopped: INTERRUPTED. The thread was interrupted; let it end.";
    }
  }
}
