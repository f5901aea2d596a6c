package dev.frostbyte.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/**
 * An {@code add-checkpoint} request of C2SP tlog-witness, taken apart. Immutable.
 *
 * @param note the checkpoint it asks for, as text
 */
record WitnessAsked(long oldSize, List<byte[]> proof, String note) {
  private static final int MOST_HASHES = 63;

  static WitnessAsked of(String request) {
    int end = request.indexOf("\n\n");
    assertThat(end).as("an empty line stands before the checkpoint").isPositive();
    String[] lines = request.substring(0, end).split("\n", -1);
    assertThat(lines[0]).matches("old (0|[1-9][0-9]*)");
    List<byte[]> proof = Stream.of(lines).skip(1).map(Base64.getDecoder()::decode).toList();
    assertThat(proof).hasSizeLessThanOrEqualTo(MOST_HASHES).allMatch(hash -> hash.length == 32);
    return new WitnessAsked(
        Long.parseLong(lines[0].substring("old ".length())), proof, request.substring(end + 2));
  }

  SignedNote checkpoint() {
    return SignedNote.of(note);
  }
}
