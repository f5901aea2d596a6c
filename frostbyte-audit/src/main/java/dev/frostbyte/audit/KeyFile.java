package dev.frostbyte.audit;

import dev.frostbyte.api.file.DurableDirectory;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.seal.KeyProvider;
import dev.frostbyte.api.seal.SealBrokenException;
import dev.frostbyte.api.seal.SealContext;
import dev.frostbyte.api.seal.SecretBytes;
import dev.frostbyte.audit.KeyRecords.Generation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the deployment's signing keys: every public key, and the seeds that are still needed,
 * wrapped under a master key of their own each, so that destroying that master key destroys the
 * seed in every copy of the file. Thread-safe as long as one thread changes it.
 */
final class KeyFile {
  private static final String NAME = "signing-key";
  private static final String FIRST = "audit-signing-key";
  private static final String SECOND = "audit-signing-key-ml-dsa-44";
  private static final int LIMIT = 64 << 10;

  private final DurableDirectory files;
  private final KeyProvider keys;
  private final String deployment;

  KeyFile(DurableDirectory files, KeyProvider keys, String deployment) {
    this.files = files;
    this.keys = keys;
    this.deployment = deployment;
  }

  /**
   * Opens the keys, making the first at first use. The caller closes them.
   *
   * @param second whether roots bear an ML-DSA-44 signature too; its seed is made when absent
   */
  KeyChain open(boolean second) throws IOException {
    List<Generation> known = files.exists(NAME) ? read() : List.of();
    if (known.isEmpty() || (second && known.getLast().second().length == 0)) {
      known = known.isEmpty() ? List.of(create(0, second)) : withSecond(known);
      files.replace(NAME, KeyRecords.encode(known));
    }
    return chain(known, second);
  }

  /** The keys as the file has them now, or the same chain when nothing was added. */
  KeyChain refreshed(KeyChain chain, boolean second) throws IOException {
    List<Generation> known = read();
    return known.size() == chain.keys().size() ? chain : chain(known, second);
  }

  /** Makes a new key, signed by the current one. The caller closes both. */
  KeyChain rotate(KeyChain chain, boolean second) throws IOException {
    List<Generation> known = new ArrayList<>(read());
    Generation made = create(known.size(), second);
    byte[] statement =
        KeyRotation.statement(deployment, new VerifierKey(deployment, made.publicKey()));
    known.add(made.signed(chain.current().log().sign(statement)));
    files.replace(NAME, KeyRecords.encode(known));
    return chain(known, second);
  }

  /** Destroys every seed but the newest: no log can be handed over from an older key any more. */
  void retire() throws IOException {
    List<Generation> known = read();
    List<Generation> kept = new ArrayList<>();
    known.subList(0, known.size() - 1).forEach(old -> kept.add(old.withoutSeeds()));
    kept.add(known.getLast());
    for (Generation old : known.subList(0, known.size() - 1)) {
      if (!old.master().isEmpty()) {
        keys.destroy(old.master());
      }
    }
    files.replace(NAME, KeyRecords.encode(kept));
  }

  /** An older signer, for logs that must be handed over from it. The caller closes it. */
  RootSigner older(int number, boolean second) throws IOException {
    Generation generation = read().get(number);
    if (generation.master().isEmpty()) {
      throw FrostbyteException.of(
          ProblemCode.KEYS_MISSING,
          "Signing key "
              + number
              + " of "
              + deployment
              + " was destroyed before this log was handed over from it.");
    }
    return signer(number, generation, second);
  }

  private KeyChain chain(List<Generation> known, boolean second) throws IOException {
    int newest = known.size() - 1;
    return new KeyChain(
        known.stream().map(one -> new VerifierKey(deployment, one.publicKey())).toList(),
        known.stream().skip(1).map(Generation::statement).toList(),
        signer(newest, known.get(newest), second));
  }

  private Generation create(int number, boolean second) throws IOException {
    String master = keys.create();
    try (SigningKey made = SigningKey.of(deployment, SecretBytes.random())) {
      byte[] wrapped = made.wrap(keys, master, context(FIRST, number));
      byte[] also = second ? wrappedSecond(master, number) : new byte[0];
      return new Generation(
          made.verifier().publicKey(), KeyRecords.UNSIGNED, master, wrapped, also);
    }
  }

  private List<Generation> withSecond(List<Generation> known) throws IOException {
    List<Generation> changed = new ArrayList<>(known);
    Generation last = changed.removeLast();
    changed.add(last.withSecond(wrappedSecond(last.master(), known.size() - 1)));
    return changed;
  }

  private byte[] wrappedSecond(String master, int number) throws IOException {
    try (Cosigner made = Cosigner.of(deployment, Cosigning.ML_DSA_44, SecretBytes.random())) {
      return made.wrap(keys, master, context(SECOND, number));
    }
  }

  private List<Generation> read() throws IOException {
    List<Generation> known = KeyRecords.decode(files.read(NAME, LIMIT));
    for (int number = 1; number < known.size(); number++) {
      VerifierKey older = new VerifierKey(deployment, known.get(number - 1).publicKey());
      VerifierKey next = new VerifierKey(deployment, known.get(number).publicKey());
      byte[] statement = KeyRotation.statement(deployment, next);
      KeyRecords.require(older.verifies(statement, known.get(number).statement()));
    }
    return known;
  }

  private RootSigner signer(int number, Generation one, boolean second) throws IOException {
    SigningKey log = SigningKey.of(deployment, unwrap(one.master(), one.first(), FIRST, number));
    boolean done = false;
    try {
      KeyRecords.require(log.verifier().equals(new VerifierKey(deployment, one.publicKey())));
      Optional<Cosigner> also =
          second && one.second().length > 0 ? Optional.of(cosigner(one, number)) : Optional.empty();
      done = true;
      return new RootSigner(log, also);
    } finally {
      if (!done) {
        log.close();
      }
    }
  }

  private Cosigner cosigner(Generation one, int number) throws IOException {
    SecretBytes seed = unwrap(one.master(), one.second(), SECOND, number);
    return Cosigner.of(deployment, Cosigning.ML_DSA_44, seed);
  }

  private SecretBytes unwrap(String master, byte[] wrapped, String purpose, int number)
      throws IOException {
    try {
      return keys.unwrap(master, wrapped, context(purpose, number))
          .filter(seed -> seed.reveal().length == SecretBytes.KEY_BYTES)
          .orElseThrow(KeyFile::missing);
    } catch (SealBrokenException e) {
      throw KeyRecords.broken(
          "it was changed, or belongs to another deployment than " + deployment);
    }
  }

  private SealContext context(String purpose, int number) {
    return new SealContext(purpose, deployment, number);
  }

  private static FrostbyteException missing() {
    return FrostbyteException.of(
        ProblemCode.KEYS_MISSING,
        "The master key of the audit signing key is not among the keys that were given.");
  }
}
