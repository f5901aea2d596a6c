package dev.frostbyte.core.engine;

import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import java.util.List;
import java.util.TreeMap;

/** Refuses a batch that names another tenant. Stateless. */
final class ForeignBatch {
  private ForeignBatch() {}

  /**
   * That it was tried is durable before the caller hears of it.
   *
   * @param name of the batch, as events spell it
   * @throws FrostbyteException {@code MANIFEST_INVALID}, always
   */
  static void refuse(Journal journal, String actor, String name) {
    journal.force(journal.draft(EventType.ACCESS_DENIED, actor, name, new TreeMap<>(), List.of()));
    throw FrostbyteException.of(
        ProblemCode.MANIFEST_INVALID,
        "Manifest refused: tenant_id is not the tenant of this session.");
  }
}
