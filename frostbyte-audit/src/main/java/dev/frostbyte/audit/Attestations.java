package dev.frostbyte.audit;

import dev.frostbyte.api.audit.Checkpoint;
import java.util.Map;

/** What others attest about the roots of a log, for its export. Immutable. */
interface Attestations {
  /** Nobody attests anything. */
  Attestations NONE = new Attestations() {};

  /** The note of a root with every cosignature known for it. */
  default String cosigned(Checkpoint root) {
    return root.note();
  }

  /** RFC 3161 responses over the text of roots, by the root's size. */
  default Map<Long, byte[]> timestamps() {
    return Map.of();
  }

  /** A C2SP tlog-policy that the export meets; whoever verifies should have their own. */
  default String policy(VerifierKey log) {
    return "log " + log.encoded() + "\nquorum none\n";
  }
}
