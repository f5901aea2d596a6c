package dev.frostbyte.audit;

import dev.frostbyte.api.audit.Checkpoint;
import java.nio.charset.StandardCharsets;

/**
 * The signed part of a C2SP tlog-checkpoint. Immutable; the array must not be changed.
 *
 * @param origin the log
 * @param size number of entries
 * @param hash RFC 6962 tree head
 */
record RootText(String origin, long size, byte[] hash) {
  static RootText of(Checkpoint said) {
    return new RootText(said.origin(), said.size(), said.root().bytes());
  }

  /** Three lines, each with its newline. */
  String text() {
    return origin + "\n" + size + "\n" + StrictBase64.encode(hash) + "\n";
  }

  byte[] bytes() {
    return text().getBytes(StandardCharsets.UTF_8);
  }
}
