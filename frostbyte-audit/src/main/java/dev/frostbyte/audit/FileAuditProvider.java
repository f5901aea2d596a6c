package dev.frostbyte.audit;

import dev.frostbyte.api.audit.AuditLog;
import dev.frostbyte.api.audit.AuditProvider;
import dev.frostbyte.api.audit.Checkpoint;
import dev.frostbyte.api.audit.TreeHead;
import dev.frostbyte.api.file.DurableDirectory;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.seal.KeyProvider;
import dev.frostbyte.audit.SignedRoot.Trust;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Audit logs as files: an append-only journal for each log, signed with one Ed25519 key of the
 * deployment, exported in the C2SP formats that other people's tools verify. See {@code
 * docs/audit.md}.
 *
 * <p>The signing key is made at first use and lies in the provider's directory, wrapped by a master
 * key of the {@link KeyProvider}. It outlives tenants; who loses it can still verify, but no longer
 * continue, what it signed. Thread-safe. Whoever opens the provider closes it, after its logs.
 */
public final class FileAuditProvider implements AuditProvider {
  private static final Pattern DEPLOYMENT = Pattern.compile("[a-z0-9][a-z0-9./-]{0,99}");
  private static final Pattern LOG = Pattern.compile("[a-z0-9/-]{1,100}");

  private final KeyFile keyFile;
  private final Options options;
  private final LogOpening opening;
  private final Object lock = new Object();
  private final Set<String> open = new HashSet<>();
  private final List<KeyChain> chains = new ArrayList<>();

  private FileAuditProvider(
      KeyFile keyFile, Options options, JournalShape shape, LogThreads threads) throws IOException {
    this.keyFile = keyFile;
    this.options = options;
    this.opening = new LogOpening(keyFile, options, shape, threads);
    this.chains.add(keyFile.open(options.postQuantum()));
  }

  /**
   * Opens the deployment's key, making it at first use.
   *
   * @param files where the wrapped key lies; nothing else is in it
   * @param keys holds the master key; stays the caller's to close
   * @param deploymentName origin of the deployment and name of its key, {@code
   *     [a-z0-9][a-z0-9./-]{0,99}}, best a host name and path of yours such as {@code
   *     example.com/frostbyte}; must stay the same for good
   * @throws FrostbyteException {@code INTEGRITY_BROKEN} when the key does not open, {@code
   *     FORMAT_TOO_NEW} when a newer version wrote it
   */
  public static FileAuditProvider open(
      DurableDirectory files, KeyProvider keys, String deploymentName) throws IOException {
    return open(files, keys, deploymentName, Options.DEFAULT);
  }

  /** As {@link #open(DurableDirectory, KeyProvider, String)}, with choices of one's own. */
  public static FileAuditProvider open(
      DurableDirectory files, KeyProvider keys, String deploymentName, Options options)
      throws IOException {
    return open(files, keys, deploymentName, options, JournalShape.STANDARD, new DaemonThreads());
  }

  static FileAuditProvider open(
      DurableDirectory files, KeyProvider keys, String deploymentName, JournalShape shape)
      throws IOException {
    return open(files, keys, deploymentName, Options.DEFAULT, shape, new DaemonThreads());
  }

  static FileAuditProvider open(
      DurableDirectory files,
      KeyProvider keys,
      String deploymentName,
      Options options,
      JournalShape shape,
      LogThreads threads)
      throws IOException {
    requireShape(DEPLOYMENT, "deployment name", deploymentName);
    return new FileAuditProvider(new KeyFile(files, keys, deploymentName), options, shape, threads);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Opening reads and checks the whole journal.
   *
   * @throws FrostbyteException also {@code TENANT_BUSY} when this provider or another process has
   *     it open already
   */
  @Override
  public AuditLog open(DurableDirectory files, String name) throws IOException {
    return open(files, name, reading(files, List.of()));
  }

  @Override
  public AuditLog reopen(DurableDirectory files, String name, String kept) throws IOException {
    List<TreeHead> noted = List.of(head(name, kept));
    return open(files, name, reading(files, noted));
  }

  @Override
  public AuditLog resume(DurableDirectory files, String name, String kept) throws IOException {
    TreeHead head = head(name, kept);
    return open(
        files,
        name,
        (origin, released) -> opening.resume(files, origin, refreshed(), head, released));
  }

  /** The head that a note of this deployment binds of this log. */
  private TreeHead head(String name, String kept) throws IOException {
    List<VerifierKey> keys = refreshed().keys();
    Checkpoint checkpoint =
        SignedRoot.parse(kept.getBytes(StandardCharsets.UTF_8))
            .filter(root -> keys.stream().anyMatch(key -> root.trust(key) == Trust.VERIFIED))
            .map(SignedRoot::checkpoint)
            .filter(root -> root.origin().equals(origin() + "/" + name))
            .orElseThrow(
                () ->
                    FrostbyteException.of(
                        ProblemCode.INTEGRITY_BROKEN,
                        "The checkpoint kept of the audit log "
                            + origin()
                            + "/"
                            + name
                            + " is not one that this deployment signed for it."));
    return TreeHead.of(checkpoint);
  }

  private Opener reading(DurableDirectory files, List<TreeHead> noted) {
    return (origin, released) -> opening.open(files, origin, refreshed(), noted, released);
  }

  private AuditLog open(DurableDirectory files, String name, Opener opener) throws IOException {
    requireShape(LOG, "log name", name);
    String origin = origin() + "/" + name;
    acquire(origin);
    boolean done = false;
    try {
      AuditLog log = claimed(files, origin, opener);
      done = true;
      return log;
    } finally {
      if (!done) {
        release(origin);
      }
    }
  }

  private AuditLog claimed(DurableDirectory files, String origin, Opener opener)
      throws IOException {
    Closeable claim =
        files
            .claim()
            .orElseThrow(
                () ->
                    FrostbyteException.of(
                        ProblemCode.TENANT_BUSY,
                        "Another process has the audit log " + origin + " open."));
    boolean done = false;
    try {
      AuditLog log = opener.open(origin, () -> release(origin, claim));
      done = true;
      return log;
    } finally {
      if (!done) {
        claim.close();
      }
    }
  }

  private void acquire(String origin) {
    synchronized (lock) {
      if (!open.add(origin)) {
        throw FrostbyteException.of(
            ProblemCode.TENANT_BUSY, "The audit log " + origin + " is open already.");
      }
    }
  }

  private void release(String origin) {
    synchronized (lock) {
      open.remove(origin);
    }
  }

  private void release(String origin, Closeable claim) throws IOException {
    try (claim) {
      release(origin);
    }
  }

  private KeyChain chain() {
    synchronized (lock) {
      return chains.getLast();
    }
  }

  /** The keys, also when another process has changed them meanwhile. */
  private KeyChain refreshed() throws IOException {
    synchronized (lock) {
      KeyChain refreshed = keyFile.refreshed(chains.getLast(), options.postQuantum());
      if (refreshed != chains.getLast()) {
        chains.add(refreshed);
      }
      return refreshed;
    }
  }

  @Override
  public String origin() {
    return chain().name();
  }

  @Override
  public String verifierKey() {
    return verifierKeys().getFirst();
  }

  @Override
  public List<String> verifierKeys() {
    return chain().keys().stream().map(VerifierKey::encoded).toList();
  }

  @Override
  public Optional<String> cosignerKey() {
    return chain().second();
  }

  @Override
  public void rotate() throws IOException {
    synchronized (lock) {
      if (!open.isEmpty()) {
        throw FrostbyteException.of(
            ProblemCode.TENANT_BUSY,
            open.size() + " audit logs are open; close them, then change the signing key.");
      }
      chains.add(keyFile.rotate(refreshed(), options.postQuantum()));
    }
  }

  @Override
  public void retire() throws IOException {
    synchronized (lock) {
      refreshed();
      keyFile.retire();
    }
  }

  @Override
  public void close() {
    synchronized (lock) {
      chains.forEach(KeyChain::close);
    }
  }

  private static void requireShape(Pattern shape, String what, String value) {
    if (!shape.matcher(value).matches()) {
      throw new IllegalArgumentException("a " + what + " must match " + shape);
    }
  }

  /** Opens a log that was claimed. */
  @FunctionalInterface
  private interface Opener {
    AuditLog open(String origin, Closeable released) throws IOException;
  }

  /**
   * How a deployment signs. Immutable.
   *
   * @param postQuantum whether roots bear an ML-DSA-44 signature (C2SP tlog-cosignature, 0x06)
   *     beside the Ed25519 one; about 3.3 KB more for each root
   * @param clock gives the time of the events the provider itself writes
   */
  public record Options(boolean postQuantum, Clock clock) {
    /** Ed25519 alone, the system's UTC clock. */
    public static final Options DEFAULT = new Options(false, Clock.systemUTC());
  }
}
