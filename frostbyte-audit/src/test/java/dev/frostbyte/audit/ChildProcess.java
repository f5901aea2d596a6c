package dev.frostbyte.audit;

import dev.frostbyte.api.audit.AuditLog;
import dev.frostbyte.api.model.FrostbyteException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;

/**
 * A process that works on a log and writes each promise of it to its standard output, in one system
 * call and after the call that made it returned, so that what was promised is known to whoever
 * kills it. Arguments: the folder, the {@link Work}, the {@link Flaw}, a seed.
 */
final class ChildProcess {
  private static final int THREADS = 4;
  private static final byte[] LARGE = new byte[3_000];

  private final ChildLog place;
  private final Flaw flaw;
  private final long seed;
  private final FileOutputStream out = new FileOutputStream(FileDescriptor.out);

  private ChildProcess(ChildLog place, Flaw flaw, long seed) {
    this.place = place;
    this.flaw = flaw;
    this.seed = seed;
  }

  /** What the process does. */
  enum Work {
    /** Appends, records and seals from several threads until it is killed. */
    STREAM,
    /** A short fixed list of calls through two segments. */
    SCRIPT
  }

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    Work work = Work.valueOf(arguments[1]);
    JournalShape shape = work == Work.STREAM ? ChildLog.MIDDLE : ChildLog.SMALL;
    ChildLog place = new ChildLog(folder, shape);
    ChildProcess child =
        new ChildProcess(place, Flaw.valueOf(arguments[2]), Long.parseLong(arguments[3]));
    switch (work) {
      case STREAM -> child.stream();
      case SCRIPT -> Thread.ofVirtual().start(child::script).join();
    }
  }

  private void stream() throws Exception {
    say("opening");
    AuditLog log = place.open(flaw);
    say("open");
    for (int thread = 0; thread < THREADS; thread++) {
      Random random = new Random(seed + thread);
      Thread.ofPlatform().start(() -> streamFrom(log, random));
    }
  }

  private void streamFrom(AuditLog log, Random random) {
    try {
      while (true) {
        step(log, random);
      }
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private void step(AuditLog log, Random random) throws IOException {
    byte[] payload = new byte[random.nextInt(8) == 0 ? random.nextInt(LARGE.length) : 0];
    int event = random.nextInt(1 << 30);
    switch (random.nextInt(12)) {
      case 0 -> say(Promises.sealed(log.seal()));
      case 1, 2, 3 -> say(Promises.recorded(log.record(Events.event(event), payload)));
      default -> append(log, event, payload);
    }
  }

  private void append(AuditLog log, int event, byte[] payload) throws IOException {
    say(
        Promises.appended(
            flaw == Flaw.EARLY
                ? log.record(Events.event(event), payload)
                : log.append(Events.event(event), payload)));
  }

  /** Everything on one thread of the system, so that its calls have one order. */
  private void script() {
    try {
      AuditLog log = place.open(flaw, new OneCarrier());
      try {
        calls(log);
        log.close();
        say("D");
      } catch (IOException failed) {
        say("F");
        failAgain(log);
      }
    } catch (IOException failed) {
      sayUnchecked("F");
    } catch (FrostbyteException refused) {
      sayUnchecked("E " + refused.problem().code());
    }
  }

  private void calls(AuditLog log) throws IOException {
    append(log, 1, Events.NO_PAYLOAD);
    say(Promises.recorded(log.record(Events.event(2), Events.NO_PAYLOAD)));
    append(log, 3, new byte[700]);
    say(Promises.sealed(log.seal()));
    append(log, 4, LARGE);
    append(log, 5, LARGE);
    say(Promises.sealed(log.seal()));
    append(log, 6, Events.NO_PAYLOAD);
  }

  private void failAgain(AuditLog log) throws IOException {
    for (Call call : Call.ALL) {
      try {
        call.on(log);
        say("X");
      } catch (IOException expected) {
        continue;
      }
    }
  }

  private void sayUnchecked(String line) {
    try {
      say(line);
    } catch (IOException gone) {
      throw new IllegalStateException(gone);
    }
  }

  private void say(String line) throws IOException {
    out.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
  }

  /** A call that must fail once another has failed. */
  @FunctionalInterface
  private interface Call {
    Call[] ALL = {
      log -> log.append(Events.event(7), Events.NO_PAYLOAD),
      log -> log.record(Events.event(8), Events.NO_PAYLOAD),
      AuditLog::seal,
      AuditLog::verify
    };

    void on(AuditLog log) throws IOException;
  }
}
