package dev.frostbyte.it;

import dev.frostbyte.api.audit.AuditEvent;
import dev.frostbyte.api.audit.AuditLog;
import dev.frostbyte.api.audit.AuditPage;
import dev.frostbyte.api.audit.AuditProvider;
import dev.frostbyte.api.audit.AuditQuery;
import dev.frostbyte.api.audit.AuditReceipt;
import dev.frostbyte.api.audit.Checkpoint;
import dev.frostbyte.api.audit.TimeStamped;
import dev.frostbyte.api.audit.TreeHead;
import dev.frostbyte.api.audit.Verification;
import dev.frostbyte.api.audit.Witnessed;
import dev.frostbyte.api.file.DurableDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Lets one event of the tenants' logs fail, as on a full disk, and every later one of that log. */
final class FaultyAudit {
  private final List<String> events = new ArrayList<>();
  private long left = Long.MAX_VALUE;
  private String refused = "";
  private Fault fault = () -> {};

  /** The real provider with logs that can fail. */
  AuditProvider wrap(AuditProvider real) {
    return new FaultyProvider(real);
  }

  /** The event of this number from now on, from 1, fails; what happens then runs before. */
  synchronized void failAt(long event, Fault happens) {
    left = event;
    fault = happens;
    events.clear();
  }

  synchronized void work() {
    left = Long.MAX_VALUE;
    events.clear();
  }

  /** Types of the events since the last setting. */
  synchronized List<String> events() {
    return List.copyOf(events);
  }

  /** Type of the event that failed. */
  synchronized String refused() {
    return refused;
  }

  private synchronized void count(AuditEvent event) throws IOException {
    left--;
    if (left == 0) {
      refused = event.type().name();
      fault.happens();
      throw new IOException("no space left on device");
    }
    events.add(event.type().name());
  }

  /** What happens at the moment of the fault. */
  @FunctionalInterface
  interface Fault {
    void happens() throws IOException;
  }

  /** Wraps the logs of tenants. */
  private final class FaultyProvider implements AuditProvider {
    private final AuditProvider real;

    FaultyProvider(AuditProvider real) {
      this.real = real;
    }

    @Override
    public AuditLog open(DurableDirectory files, String name) throws IOException {
      AuditLog log = real.open(files, name);
      return name.startsWith("tenants/") ? new FaultyLog(log) : log;
    }

    @Override
    public AuditLog reopen(DurableDirectory files, String name, String kept) throws IOException {
      AuditLog log = real.reopen(files, name, kept);
      return name.startsWith("tenants/") ? new FaultyLog(log) : log;
    }

    @Override
    public String origin() {
      return real.origin();
    }

    @Override
    public String verifierKey() {
      return real.verifierKey();
    }

    @Override
    public List<String> verifierKeys() {
      return real.verifierKeys();
    }

    @Override
    public Optional<String> cosignerKey() {
      return real.cosignerKey();
    }

    @Override
    public void rotate() throws IOException {
      real.rotate();
    }

    @Override
    public void retire() throws IOException {
      real.retire();
    }

    @Override
    public void close() throws IOException {
      real.close();
    }
  }

  /** A log that fails once and for all. */
  private final class FaultyLog implements AuditLog {
    private final AuditLog log;
    private volatile boolean broken;

    FaultyLog(AuditLog log) {
      this.log = log;
    }

    private void admit(AuditEvent event) throws IOException {
      if (broken) {
        throw new IOException("the log failed before");
      }
      broken = true;
      count(event);
      broken = false;
    }

    @Override
    public AuditReceipt append(AuditEvent event, byte[] payload) throws IOException {
      synchronized (this) {
        admit(event);
        return log.append(event, payload);
      }
    }

    @Override
    public AuditReceipt record(AuditEvent event, byte[] payload) throws IOException {
      synchronized (this) {
        admit(event);
        return log.record(event, payload);
      }
    }

    @Override
    public String origin() {
      return log.origin();
    }

    @Override
    public String witnessRequest(long oldSize) throws IOException {
      return log.witnessRequest(oldSize);
    }

    @Override
    public Witnessed cosigned(String note, String lines, List<String> witnessKeys)
        throws IOException {
      return log.cosigned(note, lines, witnessKeys);
    }

    @Override
    public byte[] timeStampRequest() throws IOException {
      return log.timeStampRequest();
    }

    @Override
    public TimeStamped stamped(byte[] request, byte[] response, List<byte[]> trusted)
        throws IOException {
      return log.stamped(request, response, trusted);
    }

    @Override
    public long size() {
      return log.size();
    }

    @Override
    public void replay(long from, Visitor visitor) throws IOException {
      log.replay(from, visitor);
    }

    @Override
    public AuditPage query(AuditQuery query) throws IOException {
      return log.query(query);
    }

    @Override
    public Checkpoint seal() throws IOException {
      return log.seal();
    }

    @Override
    public String prove(AuditReceipt receipt) throws IOException {
      return log.prove(receipt);
    }

    @Override
    public Verification verify(Collection<TreeHead> noted) throws IOException {
      return log.verify(noted);
    }

    @Override
    public void export(Path directory) throws IOException {
      log.export(directory);
    }

    @Override
    public void close() throws IOException {
      log.close();
    }
  }
}
