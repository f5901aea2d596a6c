package dev.frostbyte.audit;

import static java.util.stream.Collectors.joining;

import dev.frostbyte.api.audit.Checkpoint;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a log that was closed in order can be gone on with without reading it from its beginning.
 * Immutable.
 *
 * @param sequence of the last segment
 * @param position where its frames end; the newest root and a link are the last two
 * @param link the last link of the chain
 * @param firstIndexes of every segment
 * @param keysFrom from which size on each signing key signs
 * @param subtrees the {@link CompactRange} of the tree
 * @param newest root over all entries, as its frame holds it
 */
record Resume(
    long sequence,
    int position,
    byte[] link,
    List<Long> firstIndexes,
    List<Long> keysFrom,
    List<byte[]> subtrees,
    Checkpoint newest) {
  private static final String VERSION = "frostbyte-resume/v1";
  private static final int HEAD = 6;

  /** Where the newest root's frame begins. */
  int rootPosition() {
    return position - Frame.LINK - Frame.START - note().length;
  }

  /** The newest root's note, as bytes. */
  byte[] note() {
    return newest.note().getBytes(StandardCharsets.UTF_8);
  }

  /** What is signed: six lines, then the note. Never the text of a checkpoint. */
  String statement() {
    String tree = subtrees.stream().map(StrictBase64::encode).collect(joining(" "));
    return String.join(
        "\n",
        VERSION,
        newest.origin(),
        sequence + " " + position + " " + StrictBase64.encode(link),
        numbers(firstIndexes),
        numbers(keysFrom),
        tree,
        newest.note());
  }

  private static String numbers(List<Long> numbers) {
    return numbers.stream().map(String::valueOf).collect(joining(" "));
  }

  /** Reads a statement whose signature was verified; empty when another version wrote it. */
  static Optional<Resume> read(String statement) {
    String[] lines = statement.split("\n", HEAD + 1);
    if (lines.length <= HEAD || !lines[0].equals(VERSION)) {
      return Optional.empty();
    }
    String[] end = lines[2].split(" ");
    Optional<SignedRoot> root = SignedRoot.parse(lines[HEAD].getBytes(StandardCharsets.UTF_8));
    return root.map(SignedRoot::checkpoint)
        .filter(newest -> newest.origin().equals(lines[1]))
        .map(
            newest ->
                new Resume(
                    Long.parseLong(end[0]),
                    Integer.parseInt(end[1]),
                    StrictBase64.decode(end[2]).orElseThrow(),
                    longs(lines[3]),
                    longs(lines[4]),
                    hashes(lines[5]),
                    newest));
  }

  private static List<Long> longs(String line) {
    return Stream.of(line.split(" ")).map(Long::valueOf).toList();
  }

  private static List<byte[]> hashes(String line) {
    return Arrays.stream(line.split(" "))
        .map(hash -> StrictBase64.decode(hash).orElseThrow())
        .toList();
  }
}
