package dev.frostbyte.examples.quickstart;

import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.core.ErasureReceipt;
import dev.frostbyte.core.Query;
import dev.frostbyte.core.TenantSession;
import java.io.IOException;
import java.util.Locale;

/** Erases a document that holds a marker word, and looks for the word before and after. One thread. */
final class Erasure {
  private final Folders folders;
  private final Narration narration;

  Erasure(Folders folders, Narration narration) {
    this.folders = folders;
    this.narration = narration;
  }

  void erase(TenantSession session, DocumentId document, String marker) throws IOException {
    narration.promise(finds(session, marker), "before: a search for '" + marker + "' finds the memo");
    int files = DiskScan.clean(folders.home(), marker, narration, "before: everything on disk is sealed");
    ErasureReceipt receipt = session.erase(document);
    narration.line("  keys destroyed:     entry " + receipt.keyDestroyed().index() + " of " + receipt.keyDestroyed().origin());
    narration.line("  physically removed: entry " + receipt.physicallyRemoved().index());
    receipt.remains().forEach(what -> narration.line("  not reached:        " + what));
    narration.promise(!finds(session, marker), "after: the same search finds nothing with that word");
    narration.promise(session.document(document).isEmpty(), "after: the document is unknown");
    int left = DiskScan.clean(folders.home(), marker, narration, "after: still nowhere");
    narration.line("  files in the home: " + files + " before, " + left + " after");
  }

  private static boolean finds(TenantSession session, String marker) {
    return session.search(Query.of(marker)).passages().stream()
        .anyMatch(passage -> passage.text().value().toLowerCase(Locale.ROOT).contains(marker));
  }
}
