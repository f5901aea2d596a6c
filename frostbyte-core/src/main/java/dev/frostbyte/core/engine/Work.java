package dev.frostbyte.core.engine;

import dev.frostbyte.api.model.CanonicalDocument;
import dev.frostbyte.api.model.CanonicalId;
import dev.frostbyte.api.model.DroppedContent;
import dev.frostbyte.core.intake.AttachedSpool;
import java.util.List;

/**
 * A document that was read.
 *
 * @param left files in it that are left out because of where it lies: no part of the document,
 *     which is the same wherever it lies
 */
record Work(ReadingTask task, CanonicalDocument document, List<DroppedContent> left) {
  static Work of(ReadingTask task, CanonicalDocument document, AttachedSpool files) {
    return new Work(task, document, task.branch().bring(document.attachments(), files));
  }

  /** The document as events and outcome tell of it here. */
  CanonicalDocument told() {
    return left.isEmpty() ? document : document.leavingOut(left);
  }

  OutcomeRecord.Brought brought() {
    return new OutcomeRecord.Brought(task.branch().brings(), left.size());
  }

  Trail trail() {
    return task.trail();
  }

  Submission submission() {
    return task.submission();
  }

  CanonicalId canonical() {
    return task.canonical();
  }
}
