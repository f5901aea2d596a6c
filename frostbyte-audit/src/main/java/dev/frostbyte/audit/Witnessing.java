package dev.frostbyte.audit;

import dev.frostbyte.api.audit.Checkpoint;
import dev.frostbyte.api.audit.Witnessed;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.audit.Evidence.Cosigned;
import dev.frostbyte.audit.Frame.Kind;
import dev.frostbyte.audit.SignedRoot.Line;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The log's side of C2SP tlog-witness: asks for cosignatures and keeps them. Thread-safe. */
final class Witnessing {
  private final String origin;
  private final GroupCommit commits;
  private final LogReader reader;
  private final HashStore hashes;

  Witnessing(String origin, GroupCommit commits, LogReader reader, HashStore hashes) {
    this.origin = origin;
    this.commits = commits;
    this.reader = reader;
    this.hashes = hashes;
  }

  /** The request for the newest checkpoint; the log's own signatures only. */
  String request(long oldSize) throws IOException {
    Checkpoint newest = commits.newest().isPresent() ? commits.newest().get() : commits.seal();
    if (oldSize < 0 || oldSize > newest.size()) {
      throw new IllegalArgumentException(
          "no proof leads from "
              + oldSize
              + " entries to the "
              + newest.size()
              + " of the newest checkpoint; the size must be one the witness has seen");
    }
    List<byte[]> proof =
        oldSize == 0 ? List.of() : hashes.consistency(oldSize, newest, commits.settle());
    return new WitnessRequest(oldSize, proof, asSigned(newest)).text();
  }

  /** Keeps the cosignatures that verify. */
  Witnessed cosigned(String note, String lines, List<String> witnessKeys) throws IOException {
    List<CosignerKey> keys = CosignerKey.parse(witnessKeys);
    SignedRoot root = known(note);
    List<Line> kept = verified(RootText.of(root.checkpoint()), read(lines), keys);
    Checkpoint newest =
        kept.isEmpty() ? commits.newest().orElseThrow() : commits.keep(evidence(root, kept));
    return new Witnessed(
        newest, root.checkpoint().size(), kept.stream().map(Line::name).distinct().toList());
  }

  private static Evidence evidence(SignedRoot root, List<Line> kept) {
    SignedRoot cosigned = root.with(kept);
    if (!cosigned.fits()) {
      throw refused("it brings more signatures than a note has room for");
    }
    return new Cosigned(cosigned);
  }

  private SignedRoot asSigned(Checkpoint newest) throws IOException {
    return signed(newest.size()).orElseThrow();
  }

  private SignedRoot known(String note) throws IOException {
    SignedRoot sent =
        SignedRoot.parse(note.getBytes(StandardCharsets.UTF_8))
            .filter(read -> read.checkpoint().origin().equals(origin))
            .orElseThrow(() -> refused("the checkpoint is none of the log " + origin));
    return signed(sent.checkpoint().size())
        .filter(own -> own.checkpoint().root().equals(sent.checkpoint().root()))
        .orElseThrow(
            () ->
                refused(
                    "the log "
                        + origin
                        + " never signed this root of "
                        + sent.checkpoint().size()));
  }

  /** The root of a size as its own frame has it. */
  private Optional<SignedRoot> signed(long size) throws IOException {
    List<SignedRoot> found = new ArrayList<>();
    reader.frames(
        Math.max(0, size - 1),
        commits.settle(),
        read -> {
          if (read.frame().kind() == Kind.ROOT && read.index() == size) {
            SignedRoot.parse(read.frame().content()).ifPresent(found::add);
          }
        });
    return found.stream().findFirst();
  }

  private static List<Line> read(String lines) {
    return SignedRoot.lines(lines)
        .orElseThrow(() -> refused("it does not consist of signature lines"));
  }

  private static List<Line> verified(RootText root, List<Line> lines, List<CosignerKey> keys) {
    List<Line> kept = new ArrayList<>();
    for (Line line : lines) {
      Optional<CosignerKey> key = keys.stream().filter(one -> one.claims(line)).findFirst();
      if (key.isPresent()) {
        require(key.get().signedAt(root, line.signature()).isPresent(), line);
        kept.add(line);
      }
    }
    return kept;
  }

  private static void require(boolean verified, Line line) {
    if (!verified) {
      throw refused("the cosignature of " + line.name() + " does not verify");
    }
  }

  private static FrostbyteException refused(String why) {
    return FrostbyteException.of(
        ProblemCode.EVIDENCE_REFUSED, "The witness's answer was refused: " + why + ".");
  }
}
