package dev.frostbyte.audit;

import static java.util.stream.Collectors.joining;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The body of a C2SP tlog-witness {@code add-checkpoint} request. Immutable.
 *
 * @param oldSize size of the checkpoint the proof starts from; 0 for none
 * @param proof consistency proof, RFC 6962 section 2.1.2
 * @param root the checkpoint
 */
record WitnessRequest(long oldSize, List<byte[]> proof, SignedRoot root) {
  /** Most bytes of a request. */
  static final int MAX_BYTES = SignedRoot.MAX_BYTES + 4096;

  private static final int MAX_PROOF = 63;
  private static final Pattern SHAPE =
      Pattern.compile("old (0|[1-9][0-9]{0,17})\n((?:[A-Za-z0-9+/=]{44}\n){0,63})\n([\\s\\S]+)");

  String text() {
    String lines = proof.stream().map(hash -> StrictBase64.encode(hash) + "\n").collect(joining());
    return "old " + oldSize + "\n" + lines + "\n" + root.checkpoint().note();
  }

  /** Reads a request; empty when it is none. */
  static Optional<WitnessRequest> parse(byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8);
    Matcher parts = SHAPE.matcher(text);
    if (body.length > MAX_BYTES || !parts.matches()) {
      return Optional.empty();
    }
    List<byte[]> proof =
        parts.group(2).lines().map(StrictBase64::decode).flatMap(Optional::stream).toList();
    boolean whole =
        proof.size() == parts.group(2).lines().count()
            && proof.size() <= MAX_PROOF
            && proof.stream().allMatch(hash -> hash.length == Sha256.BYTES);
    long oldSize = Long.parseLong(parts.group(1));
    return SignedRoot.parse(parts.group(3).getBytes(StandardCharsets.UTF_8))
        .filter(root -> whole)
        .map(root -> new WitnessRequest(oldSize, proof, root));
  }
}
