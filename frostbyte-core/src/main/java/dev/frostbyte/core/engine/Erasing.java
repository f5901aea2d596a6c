package dev.frostbyte.core.engine;

import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.core.ErasureReceipt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Erases a document with what had come in only in it. Stateless. */
final class Erasing {
  private Erasing() {}

  /**
   * Erases a document, and what was being written of the files in it while it went. Whoever calls
   * has none, since it waits for all that go.
   *
   * @throws FrostbyteException {@code DOCUMENT_NOT_FOUND} when nothing is kept of it
   */
  static ErasureReceipt erase(TenantRuntime runtime, String actor, DocumentId document) {
    Optional<ErasureReceipt> receipt = Optional.empty();
    while (receipt.isEmpty()) {
      receipt = attempt(runtime, actor, document, () -> true);
    }
    return along(receipt.get(), orphans(runtime, actor));
  }

  /** Erases what came in only in documents that are gone. */
  static List<ErasureReceipt> orphans(TenantRuntime runtime, String actor) {
    List<ErasureReceipt> erased = new ArrayList<>();
    for (DocumentId orphan : runtime.parts().catalog().kinship(Kinship::orphans)) {
      try {
        orphan(runtime, actor, orphan).ifPresent(erased::add);
      } catch (FrostbyteException e) {
        requireGone(e);
      }
    }
    return erased;
  }

  /** Empty when somebody handed the same file in meanwhile: it stays. */
  private static Optional<ErasureReceipt> orphan(
      TenantRuntime runtime, String actor, DocumentId document) {
    BooleanSupplier still = () -> runtime.parts().catalog().kinship(kin -> kin.isOrphan(document));
    Optional<ErasureReceipt> receipt = Optional.empty();
    while (receipt.isEmpty() && still.getAsBoolean()) {
      receipt = attempt(runtime, actor, document, still);
    }
    return receipt;
  }

  private static ErasureReceipt along(ErasureReceipt receipt, List<ErasureReceipt> orphans) {
    List<ErasureReceipt.Erased> erased = new ArrayList<>(receipt.attachments());
    for (ErasureReceipt orphan : orphans) {
      erased.add(
          new ErasureReceipt.Erased(
              orphan.document(), orphan.keyDestroyed(), orphan.physicallyRemoved()));
      erased.addAll(orphan.attachments());
    }
    return new ErasureReceipt(
        receipt.document(),
        receipt.keyDestroyed(),
        receipt.physicallyRemoved(),
        erased,
        receipt.staying(),
        receipt.remains());
  }

  /** Another thread may have been faster. */
  private static void requireGone(FrostbyteException why) {
    if (why.problem().code() != ProblemCode.DOCUMENT_NOT_FOUND) {
      throw why;
    }
  }

  /**
   * Empty when what goes along, or whether it goes, changed before all of it was held. What stays
   * is held as well: otherwise two erasures at once would each leave to the other what lay in both.
   */
  private static Optional<ErasureReceipt> attempt(
      TenantRuntime runtime, String actor, DocumentId document, BooleanSupplier still) {
    Kinship.Erasure plan = plan(runtime, document);
    try (DocumentLocks.Held held = runtime.locks().hold(plan.concerned())) {
      if (!plan.equals(plan(runtime, document)) || !still.getAsBoolean()) {
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
