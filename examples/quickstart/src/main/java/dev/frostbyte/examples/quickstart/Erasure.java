package dev.frostbyte.examples.quickstart;

import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.core.ErasureReceipt;
import dev.frostbyte.core.Query;
import dev.frostbyte.core.TenantSession;
import java.io.IOException;
import java.util.Locale;

/**
 * Erases a document that holds a marker word, and looks for the word before and after. One thread.
 */
final class Erasure {
  private final Folders folders;
  private final Narration narration;

  Erasure(Folders folders, Narration narration) {
    this.folders = folders;
    this.narration = narration;
  }

  void erase(TenantSession session, DocumentId document, String marker, Backup backup)
      throws IOException {
    narration.promise(
        finds(session, marker), "before: a search for '" + marker + "' finds the memo");
    DiskScan.clean(folders.home(), marker, narration, "before: everything on disk is sealed");
    backup.make();
    narration.promise(
        backup.finds(session.tenant(), marker),
        "before: a copy of the home, made now, gives the memo back");
    ErasureReceipt receipt = session.erase(document);
    narration.line(
        "  keys destroyed:     entry "
            + receipt.keyDestroyed().index()
            + " of "
            + receipt.keyDestroyed().origin());
    narration.line("  physically removed: entry " + receipt.physicallyRemoved().index());
    receipt.remains().forEach(what -> narration.line("  not reached:        " + what));
    narration.promise(
        !finds(session, marker), "after: the same search finds nothing with that word");
    narration.promise(session.document(document).isEmpty(), "after: the document is unknown");
    DiskScan.clean(folders.home(), marker, narration, "after: still nowhere");
    narration.promise(
        !backup.finds(session.tenant(), marker),
        "after: the copy from before does not give it back any more");
    narration.line(
        "  The word was never on this disk in the clear: the erasure destroyed the keys first, everywhere, and then");
    narration.line(
        "  removed the sealed bytes. A copy from before can only be used together with the key file from before.");
  }

  private static boolean finds(TenantSession session, String marker) {
    return session.search(Query.of(marker)).passages().stream()
        .anyMatch(passage -> passage.text().value().toLowerCase(Locale.ROOT).contains(marker));
  }
}
