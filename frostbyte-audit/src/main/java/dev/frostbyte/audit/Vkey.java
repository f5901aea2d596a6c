package dev.frostbyte.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A public key as C2SP signed-note spells it: {@code <name>+<key id>+<base64 of type and key>}.
 * Immutable; the array must not be changed.
 *
 * @param name who signs
 * @param type signature type identifier byte
 * @param key the public key, without the type
 */
record Vkey(String name, byte type, byte[] key) {
  private static final Pattern SHAPE =
      Pattern.compile(
          "([\\x21-\\x2a\\x2c-\\x7e]{1,255})\\+([0-9a-f]{8})\\+([A-Za-z0-9+/=]{4,4096})");

  /** Reads a key; empty when it is none, or its id is not that of the key. */
  static Optional<Vkey> parse(String encoded) {
    Matcher parts = SHAPE.matcher(encoded);
    if (!parts.matches()) {
      return Optional.empty();
    }
    return StrictBase64.decode(parts.group(3))
        .filter(typed -> typed.length > 1)
        .map(typed -> of(parts.group(1), typed))
        .filter(key -> HexFormat.of().toHexDigits(key.id()).equals(parts.group(2)));
  }

  private static Vkey of(String name, byte[] typed) {
    return new Vkey(name, typed[0], Arrays.copyOfRange(typed, 1, typed.length));
  }

  /** First four bytes of SHA-256(name || LF || type || key). */
  int id() {
    byte[] text = (name + "\n").getBytes(StandardCharsets.UTF_8);
    byte[] typed = typed();
    byte[] hashed = ByteBuffer.allocate(text.length + typed.length).put(text).put(typed).array();
    return ByteBuffer.wrap(new Sha256().of(hashed)).getInt();
  }

  String encoded() {
    return name + "+" + HexFormat.of().toHexDigits(id()) + "+" + StrictBase64.encode(typed());
  }

  private byte[] typed() {
    return ByteBuffer.allocate(1 + key.length).put(type).put(key).array();
  }
}
