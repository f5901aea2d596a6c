package dev.frostbyte.audit;

import dev.frostbyte.api.audit.AuditEvent;
import dev.frostbyte.api.audit.EventType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The data of a {@code LOG_KEY_ROTATED} event: the new key, signed by the one before it over {@code
 * frostbyte-key-rotation/v1}, the origin and the new vkey, each with a newline. Immutable; the
 * array must not be changed.
 *
 * @param next the new key
 * @param scope whose origin was signed
 * @param signature Ed25519, 64 bytes
 * @param secondHash SHA-256 in hexadecimal of the vkey of the second signature, where there is one
 */
record KeyRotation(VerifierKey next, Scope scope, byte[] signature, Optional<String> secondHash) {
  private static final byte[] ENDING =
      (",\"type\":\"" + EventType.LOG_KEY_ROTATED.wireName() + "\"}")
          .getBytes(StandardCharsets.US_ASCII);

  /** What an older key signs to hand over to the next. */
  static byte[] statement(String origin, VerifierKey next) {
    return ("frostbyte-key-rotation/v1\n" + origin + "\n" + next.encoded() + "\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Whether a leaf is such an event. The type is the last key of a leaf, and a quotation mark
   * within a value is escaped, so that nothing else ends this way.
   */
  static boolean is(byte[] leaf) {
    int from = leaf.length - ENDING.length;
    return from > 0 && Arrays.equals(leaf, from, leaf.length, ENDING, 0, ENDING.length);
  }

  SortedMap<String, Object> data() {
    SortedMap<String, Object> data = new TreeMap<>();
    data.put("newkey", next.encoded());
    data.put("oldkeysignature", StrictBase64.encode(signature));
    data.put("scope", scope.wire);
    secondHash.ifPresent(hash -> data.put("newcosignerkeyhash", hash));
    return data;
  }

  /** Reads the data back; empty when it is not of this form. */
  static Optional<KeyRotation> of(AuditEvent event) {
    SortedMap<String, Object> data = event.data();
    Optional<VerifierKey> next = text(data, "newkey").flatMap(VerifierKey::parse);
    Optional<byte[]> signature = text(data, "oldkeysignature").flatMap(StrictBase64::decode);
    Optional<Scope> scope = text(data, "scope").flatMap(Scope::of);
    if (next.isEmpty() || signature.isEmpty() || scope.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> second = text(data, "newcosignerkeyhash");
    return Optional.of(new KeyRotation(next.get(), scope.get(), signature.get(), second));
  }

  /** Whether the older key signed it for this origin. */
  boolean isSignedBy(VerifierKey older, String origin) {
    return older.verifies(statement(origin, next), signature);
  }

  private static Optional<String> text(SortedMap<String, Object> data, String key) {
    return data.get(key) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  /** Whose origin the older key signed. */
  enum Scope {
    /** The log's: the log was signed with the older key up to and with this event. */
    LOG("log"),
    /** The deployment's: the log was begun after the key had been changed. */
    DEPLOYMENT("deployment");

    private final String wire;

    Scope(String wire) {
      this.wire = wire;
    }

    private static Optional<Scope> of(String wire) {
      return Arrays.stream(values()).filter(scope -> scope.wire.equals(wire)).findFirst();
    }
  }
}
