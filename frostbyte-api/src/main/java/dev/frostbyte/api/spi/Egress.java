package dev.frostbyte.api.spi;

import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * The only way by which a plugin sends bytes off this machine. Asks for consent, audits before and
 * after, and bounds time and size. Thread-safe; whoever was handed one does not close it.
 */
@FunctionalInterface
public interface Egress {
  /** Refuses every request; what there is without consent. */
  Egress NONE =
      request -> {
        throw FrostbyteException.of(
            ProblemCode.EGRESS_NOT_CONSENTED,
            "Nothing was sent to " + request.uri().getHost() + ": no host is allowed.");
      };

  /**
   * Posts the body and returns the answer, whatever its status. Redirects are not followed: they
   * are an answer.
   *
   * @throws dev.frostbyte.api.model.FrostbyteException {@code EGRESS_NOT_CONSENTED} when the host
   *     is not allowed or would be reached without TLS; nothing was sent and no name looked up
   * @throws IOException when no whole answer came within the limits; the bytes may have arrived
   */
  Response send(Request request) throws IOException;

  /**
   * What is to be sent. Immutable; the body must not be changed.
   *
   * @param uri absolute, with a host, without user, query or fragment
   * @param mediaType of the body, with parameters where it needs them, such as {@code
   *     multipart/form-data; boundary=abc}; no secret: what a host asks for as proof of who sends
   *     is added by the port, from the policy it was given
   * @param body at most 64 MiB
   * @param purpose why, for the audit log and the consent: {@code [a-z0-9-]{1,40}}
   * @param limits of the answer
   */
  record Request(URI uri, String mediaType, byte[] body, String purpose, Limits limits) {
    /** Most bytes of a body. */
    public static final int MAX_BODY_BYTES = 64 << 20;

    private static final Pattern PURPOSE = Pattern.compile("[a-z0-9-]{1,40}");
    private static final Pattern MEDIA_TYPE =
        Pattern.compile(
            "[a-z0-9!#$&^_.+-]{1,60}/[a-z0-9!#$&^_.+-]{1,60}"
                + "(; [a-z0-9-]{1,30}=[a-zA-Z0-9!#$&^_.+-]{1,70}){0,3}");

    /** Checks every part. */
    public Request {
      require(uri.getHost() != null && !uri.getHost().isEmpty(), "an absolute URI with a host");
      require(
          uri.getRawUserInfo() == null && uri.getRawFragment() == null && uri.getRawQuery() == null,
          "a URI without user, query and fragment");
      require(
          MEDIA_TYPE.matcher(mediaType).matches(),
          "a media type, its parameters as '; name=value' in tokens");
      require(PURPOSE.matcher(purpose).matches(), "a purpose that matches " + PURPOSE);
      require(body.length <= MAX_BODY_BYTES, "a body of at most " + MAX_BODY_BYTES + " bytes");
    }

    private static void require(boolean holds, String what) {
      if (!holds) {
        throw new IllegalArgumentException("a request needs " + what);
      }
    }
  }

  /**
   * Bounds of one request.
   *
   * @param time for everything, from the name look-up to the last byte
   * @param answerBytes most bytes of the answer; a longer one is an error
   */
  record Limits(Duration time, int answerBytes) {
    /** Checks that both are positive. */
    public Limits {
      if (time.isNegative() || time.isZero() || answerBytes < 1) {
        throw new IllegalArgumentException("time and size of an answer must be more than nothing");
      }
    }
  }

  /**
   * The answer. Immutable; the body must not be changed.
   *
   * @param status of HTTP
   * @param mediaType as the other side named it, without parameters, in lower case; empty for none
   * @param body untrusted
   */
  record Response(int status, String mediaType, byte[] body) {}
}
