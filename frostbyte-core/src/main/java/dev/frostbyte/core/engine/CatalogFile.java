package dev.frostbyte.core.engine;

import dev.frostbyte.api.audit.AuditEntry;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.seal.SealContext;
import dev.frostbyte.api.tenant.TenantSpace;
import dev.frostbyte.core.document.Json;
import java.io.IOException;

/**
 * Keeps a catalog between openings, sealed. A file that is missing or damaged is made anew from the
 * journal. One that is ahead of the journal shows that an older journal was put back.
 */
final class CatalogFile {
  private static final String NAME = "catalog-6";
  private static final int MAX_BYTES = 1 << 30;
  private static final SealContext CONTEXT = SealContext.of("catalog");

  private final TenantSpace space;

  CatalogFile(TenantSpace space) {
    this.space = space;
  }

  Catalog load(Journal journal) throws IOException {
    Catalog catalog = stored(journal.moments());
    if (catalog.position() > journal.log().size()) {
      throw FrostbyteException.of(
          ProblemCode.INTEGRITY_BROKEN,
          "The journal ends before what was read from it: an older copy was put back.");
    }
    journal.log().replay(catalog.position(), entry -> take(entry, catalog, journal));
    catalog.requireReadable();
    return catalog;
  }

  private static void take(AuditEntry entry, Catalog catalog, Journal journal) throws IOException {
    journal.moments().take(entry.receipt().index(), entry.event().time());
    catalog.apply(entry, journal);
  }

  void save(Catalog catalog, Moments moments) throws IOException {
    byte[] plain = Json.bytes(catalog.snapshot(moments.all()));
    space.files().replace(NAME, space.sealer().seal(plain, CONTEXT));
  }

  private Catalog stored(Moments moments) {
    try {
      if (space.files().exists(NAME)) {
        byte[] plain = space.sealer().open(space.files().read(NAME, MAX_BYTES), CONTEXT);
        CatalogSnapshot snapshot = Json.read(plain, CatalogSnapshot.class);
        moments.addAll(snapshot.moments());
        return Catalog.of(snapshot);
      }
    } catch (IOException e) {
      return new Catalog();
    }
    return new Catalog();
  }
}
