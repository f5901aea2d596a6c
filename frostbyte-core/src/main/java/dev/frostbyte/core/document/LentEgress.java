package dev.frostbyte.core.document;

import dev.frostbyte.api.spi.Egress;
import java.io.IOException;
import java.time.Duration;

/**
 * A port that is lent for one reading: ends with it, keeps to its deadline, and works on the thread
 * that reads alone, since what is sent is written down in the order of that thread.
 */
final class LentEgress implements Egress, AutoCloseable {
  private final Egress lender;
  private final Duration most;
  private final Thread borrower = Thread.currentThread();
  private volatile boolean ended;

  LentEgress(Egress lender, Duration most) {
    this.lender = lender;
    this.most = most;
  }

  @Override
  public Response send(Request request) throws IOException {
    if (ended || Thread.currentThread() != borrower) {
      throw new IllegalStateException(
          "a parser sends on the thread it was called on, before it returns");
    }
    Limits asked = request.limits();
    Duration time = asked.time().compareTo(most) > 0 ? most : asked.time();
    return lender.send(
        new Request(
            request.uri(),
            request.mediaType(),
            request.body(),
            request.purpose(),
            new Limits(time, asked.answerBytes())));
  }

  @Override
  public void close() {
    ended = true;
  }
}
