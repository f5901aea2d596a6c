package dev.frostbyte.core.engine;

import dev.frostbyte.api.seal.SealContext;
import dev.frostbyte.api.tenant.TenantSpace;
import dev.frostbyte.core.document.Json;
import java.io.IOException;

/**
 * Keeps a catalog between openings, sealed. A file that is missing, damaged or ahead of the journal
 * is made anew from it.
 */
final class CatalogFile {
  private static final String NAME = "catalog-1";
  private static final int MAX_BYTES = 1 << 30;
  private static final SealContext CONTEXT = SealContext.of("catalog");

  private final TenantSpace space;

  CatalogFile(TenantSpace space) {
    this.space = space;
  }

  Catalog load(Journal journal) throws IOException {
    Catalog catalog = stored(journal.log().size());
    journal.log().replay(catalog.position(), entry -> catalog.apply(entry, journal));
    catalog.requireReadable();
    return catalog;
  }

  void save(Catalog catalog) throws IOException {
    space.files().replace(NAME, space.sealer().seal(Json.bytes(catalog.snapshot()), CONTEXT));
  }

  private Catalog stored(long size) {
    try {
      if (space.files().exists(NAME)) {
        byte[] plain = space.sealer().open(space.files().read(NAME, MAX_BYTES), CONTEXT);
        Catalog.Snapshot snapshot = Json.read(plain, Catalog.Snapshot.class);
        return snapshot.position() <= size ? Catalog.of(snapshot) : new Catalog();
      }
    } catch (IOException e) {
      return new Catalog();
    }
    return new Catalog();
  }
}
