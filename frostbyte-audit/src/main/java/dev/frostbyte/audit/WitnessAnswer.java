package dev.frostbyte.audit;

/** A witness's answer to an {@code add-checkpoint} request. */
public sealed interface WitnessAnswer {
  /** Status of HTTP, as C2SP tlog-witness gives it. */
  int status();

  /** Media type of the body. */
  default String mediaType() {
    return "text/plain; charset=utf-8";
  }

  /** What is sent back. */
  String body();

  /**
   * The checkpoint was cosigned.
   *
   * @param body signature lines
   */
  record Cosigned(String body) implements WitnessAnswer {
    @Override
    public int status() {
      return 200;
    }
  }

  /**
   * The witness cosigned another size last, or another root of this size.
   *
   * @param size that was cosigned last
   */
  record Conflict(long size) implements WitnessAnswer {
    @Override
    public int status() {
      return 409;
    }

    @Override
    public String mediaType() {
      return "text/x.tlog.size";
    }

    @Override
    public String body() {
      return size + "\n";
    }
  }

  /**
   * Nothing was cosigned.
   *
   * @param status 400, 403, 404 or 422
   * @param why for people
   */
  record Refused(int status, String why) implements WitnessAnswer {
    @Override
    public String body() {
      return why + "\n";
    }
  }
}
