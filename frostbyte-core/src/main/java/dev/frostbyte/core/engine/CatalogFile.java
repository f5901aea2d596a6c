package dev.frostbyte.core.engine;

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
    Catalog catalog = stored();
    if (catalog.position() > journal.log().size()) {
      throw FrostbyteException.of(
          ProblemCode.INTEGRITY_BROKEN,
          "The journal ends before what was read from it: an older copy was put back.");
    }
    journal.log().replay(catalog.position(), entry -> catalog.apply(entry, journal));
    catalog.requireReadable();
    return catalog;
  }

  void save(Catalog catalog) throws IOException {
    space.files().replace(NAME, space.sealer().seal(Json.bytes(catalog.snapshot()), CONTEXT));
  }

  private Catalog stored() {
    try {
      if (space.files().exists(NAME)) {
        byte[] plain = space.sealer().open(space.files().read(NAME, MAX_BYTES), CONTEXT);
        return Catalog.of(Json.read(plain, CatalogSnapshot.class));
      }
    } catch (IOException e) {
      return new Catalog();
    }
    return new Catalog();
  }
}
