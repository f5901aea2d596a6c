package dev.frostbyte.audit;

import dev.frostbyte.api.seal.SecretBytes;
import dev.frostbyte.audit.FrostbyteVerify.Demands;
import dev.frostbyte.audit.FrostbyteVerify.Freshness;
import dev.frostbyte.audit.FrostbyteVerify.Policy;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Seeds and policies for tests of the verifier. */
final class TestKeys {
  private TestKeys() {}

  static SecretBytes seed(String word) {
    return SecretBytes.copyOf(new Sha256().of(word));
  }

  /** What a verifier demands that has only a policy. */
  static Demands demands(String policy) {
    try {
      Policy parsed = Policy.parse(policy.getBytes(StandardCharsets.UTF_8));
      return new Demands(parsed, List.of(), List.of(), Freshness.ANY);
    } catch (FrostbyteVerify.Refused refused) {
      throw new IllegalArgumentException(refused);
    }
  }
}
