package dev.frostbyte.audit;

import dev.frostbyte.api.audit.Checkpoint;
import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.audit.SignedRoot.Trust;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Checks an exported log with nothing but the deployment's verifier key: signature, every entry,
 * every tile. Trusts nothing in the directory. Immutable and thread-safe; reads one bundle at a
 * time.
 *
 * <p>An export alone cannot show that newer entries existed. Whoever kept a checkpoint or knows the
 * origin can say so with {@link #knowing} and {@link #expecting}.
 */
public final class ExportVerifier {
  private final VerifierKey key;
  private final Optional<String> origin;
  private final Optional<SignedRoot> known;

  private ExportVerifier(VerifierKey key, Optional<String> origin, Optional<SignedRoot> known) {
    this.key = key;
    this.origin = origin;
    this.known = known;
  }

  /**
   * A verifier that trusts this key.
   *
   * @param verifierKey C2SP signed-note verifier key with an Ed25519 key, as {@link
   *     FileAuditProvider#verifierKey} gives it
   * @throws IllegalArgumentException when it is none
   */
  public static ExportVerifier trusting(String verifierKey) {
    VerifierKey key =
        VerifierKey.parse(verifierKey)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "no Ed25519 verifier key; it must read <name>+<id>+<base64>"));
    return new ExportVerifier(key, Optional.empty(), Optional.empty());
  }

  /** Demands this origin, so that an intact export of another log is not taken for this one. */
  public ExportVerifier expecting(String wantedOrigin) {
    return new ExportVerifier(key, Optional.of(wantedOrigin), known);
  }

  /**
   * Demands that the export goes on from a checkpoint seen before, so that a shortened or forked
   * log is found out. Demands its origin too.
   *
   * @param note the checkpoint's signed note
   * @throws IllegalArgumentException when it is not signed by the trusted key
   */
  public ExportVerifier knowing(String note) {
    SignedRoot root =
        SignedRoot.parse(note.getBytes(StandardCharsets.UTF_8))
            .filter(read -> read.trust(key) == Trust.VERIFIED)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "the known checkpoint is not signed by the trusted key"));
    return new ExportVerifier(key, Optional.of(root.checkpoint().origin()), Optional.of(root));
  }

  /** Checks the tree in a directory: {@code checkpoint} and {@code tile/...}. */
  public Verdict verify(Path directory) {
    try (InputStream checkpoint = Files.newInputStream(directory.resolve("checkpoint"))) {
      return verify(directory, checkpoint.readNBytes(SignedRoot.MAX_BYTES + 1));
    } catch (BrokenLog broken) {
      return new Verdict.Tampered(broken.what());
    } catch (IOException | UncheckedIOException e) {
      return new Verdict.Unreadable("the export cannot be read (" + e.getClass().getName() + ")");
    }
  }

  private Verdict verify(Path directory, byte[] note) throws IOException, BrokenLog {
    Optional<SignedRoot> read = SignedRoot.parse(note);
    if (read.isEmpty()) {
      return new Verdict.Tampered("the checkpoint is not a well-formed signed note");
    }
    Checkpoint sealed = read.get().checkpoint();
    Optional<Verdict> refused = refused(read.get());
    if (refused.isPresent()) {
      return refused.get();
    }
    ExportWalk walk = new ExportWalk(directory, sealed.size());
    known.ifPresent(root -> walk.watch(root.checkpoint().size()));
    walk.run();
    return judged(sealed, walk);
  }

  private Optional<Verdict> refused(SignedRoot read) {
    Checkpoint sealed = read.checkpoint();
    return switch (read.trust(key)) {
      case BROKEN -> Optional.of(new Verdict.Tampered("the checkpoint's signature is wrong"));
      case NOT_SIGNED ->
          Optional.of(
              new Verdict.PolicyUnmet("the checkpoint is not signed by the key " + key.name()));
      case VERIFIED -> refused(sealed);
    };
  }

  private Optional<Verdict> refused(Checkpoint sealed) {
    String wanted = origin.orElse(sealed.origin());
    if (!sealed.origin().equals(wanted)) {
      return Optional.of(
          new Verdict.Tampered("the log is " + sealed.origin() + " instead of " + wanted));
    }
    long least = known.map(root -> root.checkpoint().size()).orElse(0L);
    if (sealed.size() < least) {
      return Optional.of(
          new Verdict.Tampered(
              "the log has " + sealed.size() + " entries; " + least + " were signed before"));
    }
    return Optional.empty();
  }

  private Verdict judged(Checkpoint sealed, ExportWalk walk) {
    if (!walk.root().equals(sealed.root())) {
      return new Verdict.Tampered("the entries do not have the root that was signed");
    }
    Optional<ContentHash> before = known.map(root -> root.checkpoint().root());
    if (!walk.watched().equals(before)) {
      return new Verdict.Tampered("the log is not a continuation of the known checkpoint");
    }
    return new Verdict.Intact(sealed);
  }

  /** What a check found. */
  public sealed interface Verdict {
    /**
     * Everything verifies.
     *
     * @param checkpoint what was verified
     */
    record Intact(Checkpoint checkpoint) implements Verdict {}

    /**
     * Something was changed.
     *
     * @param what what does not verify, without content
     */
    record Tampered(String what) implements Verdict {}

    /**
     * A required signature is missing.
     *
     * @param what which
     */
    record PolicyUnmet(String what) implements Verdict {}

    /**
     * The check could not be made.
     *
     * @param what why
     */
    record Unreadable(String what) implements Verdict {}
  }
}
