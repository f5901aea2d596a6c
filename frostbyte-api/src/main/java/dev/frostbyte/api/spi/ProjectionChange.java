package dev.frostbyte.api.spi;

import dev.frostbyte.api.model.DocumentId;

/** A change of what a tenant serves. Immutable. */
public sealed interface ProjectionChange {
  /** The document it is about. */
  DocumentId document();

  /** Makes a document visible, replacing an older generation of it. */
  record Publish(PublishedDocument published) implements ProjectionChange {
    @Override
    public DocumentId document() {
      return published.row().document();
    }
  }

  /** Takes a document away. */
  record Withdraw(DocumentId document) implements ProjectionChange {}
}
