package dev.frostbyte.testkit;

import dev.frostbyte.api.spi.Egress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * An {@link Egress} that sends nothing: it remembers what was to be sent and answers as it was
 * told. Thread-safe.
 */
public final class RecordingEgress implements Egress {
  private final Egress answers;
  private final List<Request> sent = new ArrayList<>();

  private RecordingEgress(Egress answers) {
    this.answers = answers;
  }

  /** Answers with what this gives, or fails as it does. */
  public static RecordingEgress answering(Egress answers) {
    return new RecordingEgress(answers);
  }

  /** What was to be sent so far, in order. */
  public synchronized List<Request> sent() {
    return List.copyOf(sent);
  }

  @Override
  public Response send(Request request) throws IOException {
    synchronized (this) {
      sent.add(request);
    }
    return answers.send(request);
  }
}
