package dev.frostbyte.audit;

import dev.frostbyte.api.file.DurableDirectory;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.seal.KeyProvider;
import dev.frostbyte.audit.Proofs.Tree;
import dev.frostbyte.audit.SignedRoot.Line;
import dev.frostbyte.audit.SignedRoot.Trust;
import dev.frostbyte.audit.WitnessAnswer.Conflict;
import dev.frostbyte.audit.WitnessAnswer.Cosigned;
import dev.frostbyte.audit.WitnessAnswer.Refused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A small witness (C2SP tlog-witness): cosigns a checkpoint only when it goes on from the newest
 * one it cosigned of that log. Whoever demands its cosignature finds out a log that was cut back or
 * forked. Run it on another machine, by other people, than the log.
 *
 * <p>Its directory holds {@code witness-key} and, for each log, {@code <SHA-256 of the
 * origin>.checkpoint}: the newest note it cosigned, durable before the answer is given. Thread-safe
 * within one process; one process at a time. Whoever opens it closes it.
 */
public final class FileWitness implements AutoCloseable {
  private static final int BAD_REQUEST = 400;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int UNPROCESSABLE = 422;

  private final DurableDirectory files;
  private final List<Cosigner> cosigners;
  private final List<VerifierKey> logs;
  private final Clock clock;
  private final Object lock = new Object();

  private FileWitness(
      DurableDirectory files, List<Cosigner> cosigners, List<VerifierKey> logs, Clock clock) {
    this.files = files;
    this.cosigners = cosigners;
    this.logs = logs;
    this.clock = clock;
  }

  /**
   * Makes a witness with an Ed25519 and an ML-DSA-44 key.
   *
   * @param name who cosigns, best a host name and path such as {@code witness.example.com/w1}
   * @return its verifier keys, to be handed to those who verify
   * @throws FrostbyteException {@code INVALID_ARGUMENT} when there is one already or the name does
   *     not fit
   */
  public static List<String> init(DurableDirectory files, KeyProvider keys, String name)
      throws IOException {
    return WitnessKeys.create(files, keys, name);
  }

  /**
   * Opens a witness.
   *
   * @param keys holds the master key of its keys; stays the caller's to close
   * @param logKeys verifier keys (type 0x01) of the logs it looks after; each covers the origins
   *     that are its name or begin with its name and a slash
   * @throws FrostbyteException {@code KEYS_MISSING} when there is no witness or no master key,
   *     {@code INTEGRITY_BROKEN} when its key does not open
   * @throws IllegalArgumentException when a log key is none
   */
  public static FileWitness open(
      DurableDirectory files, KeyProvider keys, List<String> logKeys, Clock clock)
      throws IOException {
    List<VerifierKey> logs = logKeys.stream().map(FileWitness::logKey).toList();
    return new FileWitness(files, WitnessKeys.open(files, keys), logs, clock);
  }

  private static VerifierKey logKey(String encoded) {
    return VerifierKey.parse(encoded)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no verifier key of a log: "
                        + encoded
                        + "; it must read <name>+<id>+<base64>, type 0x01"));
  }

  /** Its verifier keys: Ed25519 (0x04) and ML-DSA-44 (0x06). */
  public List<String> verifierKeys() {
    return cosigners.stream().map(cosigner -> cosigner.key().encoded()).toList();
  }

  /** Answers an {@code add-checkpoint} request. */
  public WitnessAnswer answer(byte[] request) throws IOException {
    Optional<WitnessRequest> read = WitnessRequest.parse(request);
    if (read.isEmpty()) {
      return new Refused(BAD_REQUEST, "the request is not one of C2SP tlog-witness");
    }
    Optional<Refused> refused = refused(read.get());
    if (refused.isPresent()) {
      return refused.get();
    }
    synchronized (lock) {
      return cosign(read.get());
    }
  }

  private Optional<Refused> refused(WitnessRequest request) {
    String origin = request.root().checkpoint().origin();
    List<VerifierKey> known = logs.stream().filter(key -> key.covers(origin)).toList();
    if (known.isEmpty()) {
      return Optional.of(new Refused(NOT_FOUND, "this witness does not look after " + origin));
    }
    List<Trust> trust = known.stream().map(request.root()::trust).toList();
    if (!trust.contains(Trust.VERIFIED) || trust.contains(Trust.BROKEN)) {
      return Optional.of(new Refused(FORBIDDEN, "no known key of " + origin + " signed it"));
    }
    return request.oldSize() > request.root().checkpoint().size()
        ? Optional.of(new Refused(BAD_REQUEST, "the old size exceeds the size of the checkpoint"))
        : Optional.empty();
  }

  private WitnessAnswer cosign(WitnessRequest request) throws IOException {
    RootText now = RootText.of(request.root().checkpoint());
    Optional<RootText> before = newest(now.origin());
    long cosigned = before.map(RootText::size).orElse(0L);
    if (request.oldSize() != cosigned) {
      return new Conflict(cosigned);
    }
    if (before.filter(root -> root.size() == now.size() && !same(root, now)).isPresent()) {
      return new Conflict(cosigned);
    }
    if (!continues(before, now, request.proof())) {
      return new Refused(
          UNPROCESSABLE, "the proof does not lead from the checkpoint cosigned last");
    }
    files.replace(
        file(now.origin()), request.root().checkpoint().note().getBytes(StandardCharsets.UTF_8));
    return new Cosigned(lines(now));
  }

  private static boolean same(RootText one, RootText other) {
    return one.text().equals(other.text());
  }

  /** From nothing, or an empty tree, everything goes on. */
  private static boolean continues(Optional<RootText> before, RootText now, List<byte[]> proof) {
    long size = before.map(RootText::size).orElse(0L);
    if (size == 0) {
      return proof.isEmpty();
    }
    Tree older = new Tree(size, before.orElseThrow().hash());
    return Proofs.extendsTree(older, new Tree(now.size(), now.hash()), proof);
  }

  private String lines(RootText root) throws IOException {
    List<Line> lines = new ArrayList<>();
    for (Cosigner cosigner : cosigners) {
      lines.add(cosigner.cosign(root, clock.instant().getEpochSecond()));
    }
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(line.text()));
    return text.toString();
  }

  private Optional<RootText> newest(String origin) throws IOException {
    String name = file(origin);
    if (!files.exists(name)) {
      return Optional.empty();
    }
    RootText read =
        SignedRoot.parse(files.read(name, SignedRoot.MAX_BYTES))
            .map(root -> RootText.of(root.checkpoint()))
            .filter(root -> root.origin().equals(origin))
            .orElseThrow(() -> damaged(origin));
    return Optional.of(read);
  }

  private static String file(String origin) {
    return HexFormat.of().formatHex(new Sha256().of(origin)) + ".checkpoint";
  }

  private static FrostbyteException damaged(String origin) {
    return FrostbyteException.of(
        ProblemCode.INTEGRITY_BROKEN,
        "What this witness cosigned last of " + origin + " cannot be read; it signs nothing more.");
  }

  @Override
  public void close() {
    cosigners.forEach(Cosigner::close);
  }
}
