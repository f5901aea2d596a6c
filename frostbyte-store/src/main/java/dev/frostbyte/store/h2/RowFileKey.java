package dev.frostbyte.store.h2;

import dev.frostbyte.api.file.DurableDirectory;
import dev.frostbyte.api.seal.SealContext;
import dev.frostbyte.api.seal.SecretBytes;
import dev.frostbyte.api.tenant.TenantSpace;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The key of the database file: random, and sealed for the tenant's stage in a file beside it. H2
 * compiles and runs what a database holds as triggers and aliases as soon as it opens it, so only
 * whoever has the tenant's keys may be able to write one. Stateless.
 */
final class RowFileKey {
  static final String FILE = "rows.key";

  private static final int MAX_BYTES = 1024;
  private static final SealContext CONTEXT = SealContext.of("row-file-key");

  private RowFileKey() {}

  /**
   * The password H2 wants for an encrypted file: that of the file, a blank, that of the user, who
   * has none. Made when there is no key yet.
   *
   * @throws dev.frostbyte.api.seal.SealBrokenException when the key was changed or another tenant's
   */
  static String password(TenantSpace space) throws IOException {
    DurableDirectory files = space.files();
    if (!files.exists(FILE)) {
      create(space);
    }
    byte[] key = space.sealer().open(files.read(FILE, MAX_BYTES), CONTEXT);
    try {
      return HexFormat.of().formatHex(key) + " ";
    } finally {
      Arrays.fill(key, (byte) 0);
    }
  }

  private static void create(TenantSpace space) throws IOException {
    try (SecretBytes key = SecretBytes.random()) {
      byte[] plain = key.reveal();
      space.files().replace(FILE, space.sealer().seal(plain, CONTEXT));
      Arrays.fill(plain, (byte) 0);
    }
  }
}
