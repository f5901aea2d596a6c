package dev.frostbyte.audit;

import dev.frostbyte.api.audit.Checkpoint;
import dev.frostbyte.audit.Frame.Kind;
import dev.frostbyte.audit.Journal.End;
import java.io.IOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the journal keeps of cosignatures and time stamps; the newest of each root. One thread. */
final class KeptAttestations implements Attestations {
  private final VerifierKey first;
  private final SortedMap<Long, SignedRoot> cosigned = new TreeMap<>();
  private final SortedMap<Long, byte[]> stamps = new TreeMap<>();

  private KeptAttestations(VerifierKey first) {
    this.first = first;
  }

  /**
   * Reads them from the journal.
   *
   * @param first the oldest key of the deployment: whoever trusts it learns the later ones from the
   *     log
   */
  static KeptAttestations read(LogReader reader, End end, VerifierKey first) throws IOException {
    KeptAttestations kept = new KeptAttestations(first);
    reader.frames(
        0,
        end,
        read -> {
          if (read.frame().kind() == Kind.EVIDENCE) {
            kept.take(Evidence.decode(read.frame().content()));
          }
        });
    return kept;
  }

  private void take(Evidence evidence) {
    switch (evidence) {
      case Evidence.Cosigned note ->
          cosigned.merge(note.size(), note.root(), (old, more) -> old.with(more.signatures()));
      case Evidence.Stamped stamp -> stamps.put(stamp.size(), stamp.response());
    }
  }

  @Override
  public String cosigned(Checkpoint root) {
    SignedRoot known = cosigned.get(root.size());
    return known == null ? root.note() : known.checkpoint().note();
  }

  @Override
  public Map<Long, byte[]> timestamps() {
    return stamps;
  }

  @Override
  public String policy(VerifierKey log) {
    return Attestations.super.policy(first);
  }
}
