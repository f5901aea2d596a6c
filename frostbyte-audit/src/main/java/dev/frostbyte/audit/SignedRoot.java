package dev.frostbyte.audit;

import dev.frostbyte.api.audit.Checkpoint;
import dev.frostbyte.api.model.ContentHash;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A C2SP tlog-checkpoint as a signed note. Only one spelling of each is accepted; extension lines
 * are refused. Immutable.
 *
 * @param checkpoint what the note says
 * @param signatures its signature lines, unchecked
 */
record SignedRoot(Checkpoint checkpoint, List<Line> signatures) {
  /** Most bytes of a note. */
  static final int MAX_BYTES = 32 * 1024;

  private static final String DASH = "\u2014 ";
  private static final int MAX_SIGNATURES = 16;
  private static final Pattern SHAPE =
      Pattern.compile(
          "([\\x21-\\x7e]{1,255})\n(0|[1-9][0-9]{0,18})\n([A-Za-z0-9+/=]{44})\n\n((?:[^\n]+\n)+)");
  private static final Pattern SIGNATURE =
      Pattern.compile(DASH + "([\\x21-\\x2a\\x2c-\\x7e]{1,255}) ([A-Za-z0-9+/=]+)");

  /** Signs a root. Ed25519 is deterministic: the same root gives the same note. */
  static Checkpoint sign(String origin, long size, byte[] root, SigningKey key) throws IOException {
    String text = text(origin, size, root);
    byte[] signature = key.sign(text.getBytes(StandardCharsets.UTF_8));
    byte[] line =
        ByteBuffer.allocate(4 + signature.length)
            .putInt(key.verifier().id())
            .put(signature)
            .array();
    String note =
        text + "\n" + DASH + key.verifier().name() + " " + StrictBase64.encode(line) + "\n";
    return new Checkpoint(origin, size, ContentHash.ofDigest(root), note);
  }

  /** Reads a note; empty when it is none, or not spelled the one way. */
  static Optional<SignedRoot> parse(byte[] note) {
    String text = new String(note, StandardCharsets.UTF_8);
    if (note.length > MAX_BYTES || !Arrays.equals(text.getBytes(StandardCharsets.UTF_8), note)) {
      return Optional.empty();
    }
    Matcher parts = SHAPE.matcher(text);
    return parts.matches() ? parse(text, parts) : Optional.empty();
  }

  private static Optional<SignedRoot> parse(String note, Matcher parts) {
    List<Optional<Line>> lines = parts.group(4).lines().map(SignedRoot::line).toList();
    Optional<byte[]> root = StrictBase64.decode(parts.group(3));
    if (lines.size() > MAX_SIGNATURES
        || lines.stream().anyMatch(Optional::isEmpty)
        || root.filter(hash -> hash.length == Sha256.BYTES).isEmpty()) {
      return Optional.empty();
    }
    return size(parts.group(2))
        .map(
            size ->
                new Checkpoint(
                    parts.group(1), size, ContentHash.ofDigest(root.orElseThrow()), note))
        .map(read -> new SignedRoot(read, lines.stream().flatMap(Optional::stream).toList()));
  }

  private static Optional<Long> size(String digits) {
    try {
      return Optional.of(Long.parseLong(digits));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<Line> line(String line) {
    Matcher parts = SIGNATURE.matcher(line);
    if (!parts.matches()) {
      return Optional.empty();
    }
    return StrictBase64.decode(parts.group(2))
        .filter(bytes -> bytes.length > 4)
        .map(bytes -> Line.of(parts.group(1), bytes));
  }

  /** What this key says about the note. */
  Trust trust(VerifierKey key) {
    Checkpoint said = checkpoint;
    byte[] text =
        text(said.origin(), said.size(), said.root().bytes()).getBytes(StandardCharsets.UTF_8);
    List<Line> own =
        signatures.stream()
            .filter(line -> line.name.equals(key.name()) && line.keyId == key.id())
            .toList();
    if (own.isEmpty()) {
      return Trust.NOT_SIGNED;
    }
    boolean all = own.stream().allMatch(line -> key.verifies(text, line.signature));
    return all ? Trust.VERIFIED : Trust.BROKEN;
  }

  private static String text(String origin, long size, byte[] root) {
    return origin + "\n" + size + "\n" + StrictBase64.encode(root) + "\n";
  }

  /** Outcome of checking a note against a key. */
  enum Trust {
    /** The key signed it. */
    VERIFIED,
    /** It bears a signature under the key's name and id that does not verify. */
    BROKEN,
    /** It bears no signature of the key. */
    NOT_SIGNED
  }

  /** One signature line. */
  record Line(String name, int keyId, byte[] signature) {
    private static Line of(String name, byte[] bytes) {
      int id = ByteBuffer.wrap(bytes).getInt();
      return new Line(name, id, Arrays.copyOfRange(bytes, 4, bytes.length));
    }
  }
}
