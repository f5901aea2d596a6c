package dev.frostbyte.audit;

import dev.frostbyte.api.audit.AuditLog;
import dev.frostbyte.api.audit.AuditProvider;
import dev.frostbyte.api.audit.Checkpoint;
import dev.frostbyte.api.file.DurableDirectory;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.seal.KeyProvider;
import dev.frostbyte.audit.SignedRoot.Trust;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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

  private final SigningKey key;
  private final JournalShape shape;
  private final Set<String> open = ConcurrentHashMap.newKeySet();

  private FileAuditProvider(SigningKey key, JournalShape shape) {
    this.key = key;
    this.shape = shape;
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
    return open(files, keys, deploymentName, JournalShape.STANDARD);
  }

  static FileAuditProvider open(
      DurableDirectory files, KeyProvider keys, String deploymentName, JournalShape shape)
      throws IOException {
    requireShape(DEPLOYMENT, "deployment name", deploymentName);
    return new FileAuditProvider(new KeyFile(files, keys, deploymentName).open(), shape);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Opening reads and checks the whole journal.
   *
   * @throws FrostbyteException also {@code TENANT_BUSY} when this provider has it open already
   */
  @Override
  public AuditLog open(DurableDirectory files, String name) throws IOException {
    return open(files, name, Optional.empty());
  }

  @Override
  public AuditLog reopen(DurableDirectory files, String name, String kept) throws IOException {
    Checkpoint checkpoint =
        SignedRoot.parse(kept.getBytes(StandardCharsets.UTF_8))
            .filter(root -> root.trust(key.verifier()) == Trust.VERIFIED)
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
    return open(files, name, Optional.of(checkpoint));
  }

  private AuditLog open(DurableDirectory files, String name, Optional<Checkpoint> kept)
      throws IOException {
    requireShape(LOG, "log name", name);
    String origin = origin() + "/" + name;
    if (!open.add(origin)) {
      throw FrostbyteException.of(
          ProblemCode.TENANT_BUSY, "The audit log " + origin + " is open already.");
    }
    boolean done = false;
    try {
      AuditLog log = openLog(files, origin, kept);
      done = true;
      return log;
    } finally {
      if (!done) {
        open.remove(origin);
      }
    }
  }

  private AuditLog openLog(DurableDirectory files, String origin, Optional<Checkpoint> kept)
      throws IOException {
    Segments segments = new Segments(files, shape);
    Recovered recovered = recover(segments, origin, kept);
    Journal journal = new Journal(segments, recovered);
    LogReader reader = new LogReader(origin, segments, journal, key.verifier());
    GroupCommit commits = new GroupCommit(new LogWriter(origin, journal, recovered.roots(), key));
    HashStore hashes = new HashStore(files, reader);
    return new FileAuditLog(origin, commits, reader, hashes, () -> open.remove(origin));
  }

  private Recovered recover(Segments segments, String origin, Optional<Checkpoint> kept)
      throws IOException {
    try {
      return Recovery.open(segments, origin, key.verifier(), kept);
    } catch (BrokenLog broken) {
      throw FrostbyteException.of(
          ProblemCode.INTEGRITY_BROKEN,
          "The audit log " + origin + " does not verify: " + broken.what() + ".");
    }
  }

  @Override
  public String origin() {
    return key.verifier().name();
  }

  @Override
  public String verifierKey() {
    return key.verifier().encoded();
  }

  @Override
  public void close() {
    key.close();
  }

  private static void requireShape(Pattern shape, String what, String value) {
    if (!shape.matcher(value).matches()) {
      throw new IllegalArgumentException("a " + what + " must match " + shape);
    }
  }
}
