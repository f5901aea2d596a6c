package dev.frostbyte.audit;

import dev.frostbyte.audit.SignedRoot.Line;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One generation of the deployment's key: Ed25519, and ML-DSA-44 where it is switched on.
 * Thread-safe; whoever opens it closes it.
 *
 * @param log signs the note, type 0x01
 * @param second cosigns it, type 0x06
 */
record RootSigner(SigningKey log, Optional<Cosigner> second) implements AutoCloseable {
  /** A signer with Ed25519 alone. */
  static RootSigner of(SigningKey log) {
    return new RootSigner(log, Optional.empty());
  }

  VerifierKey verifier() {
    return log.verifier();
  }

  /** The signature lines of a root: the same for the same root, since none bears a time. */
  List<Line> sign(RootText root) throws IOException {
    List<Line> lines = new ArrayList<>();
    lines.add(new Line(log.verifier().name(), log.verifier().id(), log.sign(root.bytes())));
    if (second.isPresent()) {
      lines.add(second.get().cosign(root, 0));
    }
    return lines;
  }

  @Override
  public void close() {
    log.close();
    second.ifPresent(Cosigner::close);
  }
}
