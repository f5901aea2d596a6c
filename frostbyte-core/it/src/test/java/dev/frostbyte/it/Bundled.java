package dev.frostbyte.it;

import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.tenant.DocumentKey;
import dev.frostbyte.core.document.Bundle;
import dev.frostbyte.core.document.BundleCodec;
import dev.frostbyte.core.keys.FileKeyProvider;
import dev.frostbyte.core.keys.TenantKeys;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the bundles of a closed home's only tenant, as only the holder of its keys can. */
final class Bundled {
  private static final int MAGIC = 0x4642424e;

  private Bundled() {}

  /** Bundles of generation 1, by the hash of their source. */
  static SortedMap<String, Bundle> read(Path folder, Collection<DocumentId> documents)
      throws IOException {
    Path tenant;
    try (var spaces = Files.list(House.home(folder).resolve("tenants"))) {
      tenant = spaces.findFirst().orElseThrow();
    }
    SortedMap<String, Bundle> bundles = new TreeMap<>();
    try (FileKeyProvider provider = House.keys(folder);
        TenantKeys keys = TenantKeys.open(tenant, provider, String.valueOf(tenant.getFileName()))) {
      List<Path> objects =
          Samples.below(tenant).filter(path -> path.toString().contains("objects-")).toList();
      for (Path object : objects) {
        read(object, keys, documents, bundles);
      }
    }
    return bundles;
  }

  private static void read(
      Path object,
      TenantKeys keys,
      Collection<DocumentId> documents,
      SortedMap<String, Bundle> bundles)
      throws IOException {
    byte[] bytes = Files.readAllBytes(object);
    if (bytes.length < 8 || ByteBuffer.wrap(bytes).getInt() != MAGIC) {
      return;
    }
    for (DocumentId document : documents) {
      BundleCodec codec =
          new BundleCodec(
              keys.document(document, DocumentKey.ORIGINAL).orElseThrow(),
              keys.document(document, DocumentKey.SERVED).orElseThrow());
      try (var in = Files.newInputStream(object)) {
        Bundle bundle = codec.read(in, document, 1);
        bundles.put(bundle.canonical().source().hex(), bundle);
      } catch (dev.frostbyte.api.seal.SealBrokenException e) {
        continue;
      }
    }
  }
}
