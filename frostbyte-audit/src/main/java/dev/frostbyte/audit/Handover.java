package dev.frostbyte.audit;

import dev.frostbyte.api.audit.AuditEvent;
import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.audit.FileAuditProvider.Options;
import dev.frostbyte.audit.KeyRotation.Scope;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Hands a log that is being opened over from older signing keys to the newest: for each key one
 * event, sealed with the key before it. Goes on where a crash left it. One thread; whoever opens it
 * closes it, which overwrites the older seeds it needed.
 */
final class Handover implements AutoCloseable {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final String origin;
  private final KeyFile file;
  private final KeyChain chain;
  private final Options options;
  private final List<RootSigner> opened = new ArrayList<>();

  Handover(String origin, KeyFile file, KeyChain chain, Options options) {
    this.origin = origin;
    this.file = file;
    this.chain = chain;
    this.options = options;
  }

  /** The key the log's next root is to be signed with. */
  RootSigner start(Roots roots) throws IOException {
    return isNew(roots) ? chain.current() : signer(signing(roots));
  }

  /** Who signs next: no older key than must, since whatever is under a root needs no other. */
  private static int signing(Roots roots) {
    long size = roots.tree().size();
    boolean signed = roots.newest().filter(root -> root.size() == size).isPresent();
    return signed ? roots.keys().generation() : roots.keys().generation(size);
  }

  /** Appends what is missing; durable on return. */
  void run(Roots roots, GroupCommit commits) throws IOException {
    int generation = roots.keys().generation();
    boolean isNew = isNew(roots);
    if (!isNew && signing(roots) < generation) {
      commits.handOver(signer(generation));
    }
    while (generation < chain.newest()) {
      if (isNew) {
        begin(generation + 1, commits);
      } else {
        handOver(generation + 1, commits);
      }
      generation++;
    }
  }

  private static boolean isNew(Roots roots) {
    return roots.keys().beginning() && roots.newest().isEmpty();
  }

  private void begin(int next, GroupCommit commits) throws IOException {
    commits.append(entry(next, Scope.DEPLOYMENT, chain.statements().get(next - 1)));
  }

  private void handOver(int next, GroupCommit commits) throws IOException {
    byte[] statement = KeyRotation.statement(origin, chain.keys().get(next));
    commits.append(entry(next, Scope.LOG, signer(next - 1).log().sign(statement)));
    commits.handOver(signer(next));
  }

  private Commit.Entry entry(int next, Scope scope, byte[] signature) throws IOException {
    KeyRotation rotation =
        new KeyRotation(chain.keys().get(next), scope, signature, secondHash(next, scope));
    AuditEvent event =
        AuditEvent.of(
            id(),
            EventType.LOG_KEY_ROTATED,
            options.clock().instant(),
            "system",
            "signing-key",
            rotation.data());
    byte[] leaf = Leaf.encode(origin, event, Optional.empty());
    return Commit.Entry.of(leaf, Payload.NONE);
  }

  /** Of an older key only where its seeds are still needed anyway. */
  private Optional<String> secondHash(int next, Scope scope) throws IOException {
    boolean known = next == chain.newest() || scope == Scope.LOG;
    Optional<Cosigner> second = known ? signer(next).second() : Optional.empty();
    return second.map(one -> ContentHash.ofDigest(new Sha256().of(one.key().encoded())).hex());
  }

  private RootSigner signer(int generation) throws IOException {
    if (generation == chain.newest()) {
      return chain.current();
    }
    RootSigner older = file.older(generation, options.postQuantum());
    opened.add(older);
    return older;
  }

  /** UUID of version 7, RFC 9562 section 5.7. */
  private UUID id() {
    long high = (options.clock().millis() << 16) | 0x7000L | (RANDOM.nextInt() & 0xfffL);
    long low = 0x8000_0000_0000_0000L | (RANDOM.nextLong() & 0x3fff_ffff_ffff_ffffL);
    return new UUID(high, low);
  }

  @Override
  public void close() {
    opened.forEach(RootSigner::close);
  }
}
