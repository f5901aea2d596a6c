package dev.frostbyte.audit;

import static java.util.stream.Collectors.joining;

import dev.frostbyte.api.audit.Checkpoint;
import dev.frostbyte.api.model.ContentHash;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
  /** Most bytes of a note: 16 signatures with ML-DSA-44 fit, and the note fits a frame. */
  static final int MAX_BYTES = 60 * 1024;

  private static final String DASH = "\u2014 ";
  private static final int MAX_SIGNATURES = 16;
  private static final Pattern SHAPE =
      Pattern.compile(
          "([\\x21-\\x7e]{1,255})\n(0|[1-9][0-9]{0,18})\n([A-Za-z0-9+/=]{44})\n\n([\\s\\S]+)");
  private static final Pattern SIGNATURE =
      Pattern.compile(DASH + "([\\x21-\\x2a\\x2c-\\x7e]{1,255}) ([A-Za-z0-9+/=]+)");

  /** Signs a root. No signature bears a time: the same root gives the same note. */
  static Checkpoint sign(String origin, long size, byte[] root, RootSigner key) throws IOException {
    RootText text = new RootText(origin, size, root);
    return note(text, key.sign(text));
  }

  /** Signs a root with Ed25519 alone. */
  static Checkpoint sign(String origin, long size, byte[] root, SigningKey key) throws IOException {
    return sign(origin, size, root, RootSigner.of(key));
  }

  /** Whether the format has room for all its signatures. */
  boolean fits() {
    return signatures.size() <= MAX_SIGNATURES && checkpoint.note().length() <= MAX_BYTES - 64;
  }

  /** The note with further signature lines; a line replaces an older one of the same key. */
  SignedRoot with(List<Line> further) {
    List<Line> all = new ArrayList<>(signatures);
    for (Line line : further) {
      if (all.stream().noneMatch(line::same)) {
        all.removeIf(line::sameKey);
        all.add(line);
      }
    }
    return new SignedRoot(note(RootText.of(checkpoint), all), all);
  }

  /** A text, which ends with a line feed, as a C2SP signed note. */
  static String note(String text, SigningKey key) throws IOException {
    byte[] signature = key.sign(text.getBytes(StandardCharsets.UTF_8));
    return text + "\n" + new Line(key.verifier().name(), key.verifier().id(), signature).text();
  }

  private static Checkpoint note(RootText root, List<Line> lines) {
    String note = root.text() + "\n" + lines.stream().map(Line::text).collect(joining());
    return new Checkpoint(root.origin(), root.size(), ContentHash.ofDigest(root.hash()), note);
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
    Optional<List<Line>> lines = lines(parts.group(4));
    Optional<ContentHash> root =
        StrictBase64.decode(parts.group(3))
            .filter(hash -> hash.length == Sha256.BYTES)
            .map(ContentHash::ofDigest);
    Optional<Long> size = size(parts.group(2));
    if (lines.isEmpty() || root.isEmpty() || size.isEmpty()) {
      return Optional.empty();
    }
    Checkpoint read = new Checkpoint(parts.group(1), size.get(), root.get(), note);
    return Optional.of(new SignedRoot(read, lines.get()));
  }

  /** Reads signature lines, 1 to 16 of them, each with its newline; empty when one is none. */
  static Optional<List<Line>> lines(String text) {
    List<Optional<Line>> lines = text.lines().map(SignedRoot::line).toList();
    boolean whole = text.endsWith("\n") && text.indexOf('\r') < 0 && !lines.isEmpty();
    return whole && lines.size() <= MAX_SIGNATURES && lines.stream().allMatch(Optional::isPresent)
        ? Optional.of(lines.stream().flatMap(Optional::stream).toList())
        : Optional.empty();
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
    byte[] text = RootText.of(checkpoint).bytes();
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
    /** The line, with its newline. */
    String text() {
      byte[] bytes = ByteBuffer.allocate(4 + signature.length).putInt(keyId).put(signature).array();
      return DASH + name + " " + StrictBase64.encode(bytes) + "\n";
    }

    boolean sameKey(Line other) {
      return keyId == other.keyId && name.equals(other.name);
    }

    private boolean same(Line other) {
      return sameKey(other) && Arrays.equals(signature, other.signature);
    }

    private static Line of(String name, byte[] bytes) {
      int id = ByteBuffer.wrap(bytes).getInt();
      return new Line(name, id, Arrays.copyOfRange(bytes, 4, bytes.length));
    }
  }
}
