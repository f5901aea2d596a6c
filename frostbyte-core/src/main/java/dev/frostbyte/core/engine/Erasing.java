package dev.frostbyte.core.engine;

import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.core.ErasureReceipt;
import java.util.Optional;

/** Erases a document with what had come in only in it. Stateless. */
final class Erasing {
  private Erasing() {}

  /**
   * Erases a document. Whoever calls has none, since it waits for all that go.
   *
   * @throws FrostbyteException {@code DOCUMENT_NOT_FOUND} when nothing is kept of it
   */
  static ErasureReceipt erase(TenantRuntime runtime, String actor, DocumentId document) {
    Optional<ErasureReceipt> receipt = Optional.empty();
    while (receipt.isEmpty()) {
      receipt = attempt(runtime, actor, document);
    }
    return receipt.get();
  }

  /** Erases what came in only in documents that are gone. */
  static void orphans(TenantRuntime runtime, String actor) {
    for (DocumentId orphan : runtime.parts().catalog().kinship(Kinship::orphans)) {
      try {
        erase(runtime, actor, orphan);
      } catch (FrostbyteException e) {
        requireGone(e);
      }
    }
  }

  /** Another thread may have been faster. */
  private static void requireGone(FrostbyteException why) {
    if (why.problem().code() != ProblemCode.DOCUMENT_NOT_FOUND) {
      throw why;
    }
  }

  /**
   * Empty when what goes along changed before all of it was held. What stays is held as well:
   * otherwise two erasures at once would each leave to the other what lay in both.
   */
  private static Optional<ErasureReceipt> attempt(
      TenantRuntime runtime, String actor, DocumentId document) {
    Kinship.Erasure plan = plan(runtime, document);
    try (DocumentLocks.Held held = runtime.locks().hold(plan.concerned())) {
      if (!plan.equals(plan(runtime, document))) {
        return Optional.empty();
      }
      requireKept(runtime, document);
      EraseEffect effect = new EraseEffect(runtime.parts(), plan, actor);
      return Optional.of(Futures.awaitEffect(runtime.writer().submit(effect)));
    }
  }

  private static Kinship.Erasure plan(TenantRuntime runtime, DocumentId document) {
    return runtime.parts().catalog().kinship(kin -> kin.erasure(document));
  }

  private static void requireKept(TenantRuntime runtime, DocumentId document) {
    if (runtime.parts().catalog().find(document).isEmpty()) {
      throw FrostbyteException.of(
          ProblemCode.DOCUMENT_NOT_FOUND, "Nothing is kept of document " + document + ".");
    }
  }
}
