package dev.frostbyte.core.engine;

import dev.frostbyte.api.file.DurableDirectory;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.seal.KeyProvider;
import dev.frostbyte.api.seal.SealContext;
import dev.frostbyte.api.seal.Sealer;
import dev.frostbyte.api.seal.SecretBytes;
import dev.frostbyte.api.tenant.TenantId;
import dev.frostbyte.core.document.Json;
import java.io.IOException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which tenants there are, and under which internal name each lies on disk; sealed, since the names
 * of customers are nobody's business. Read anew for every call, as other processes write it too;
 * writes happen under the deployment's lock.
 */
final class Registry {
  private static final String FILE = "tenants-1";
  private static final int MAX_BYTES = 64 << 20;
  private static final SealContext CONTEXT = SealContext.of("registry");

  private final DurableDirectory files;
  private final KeyProvider keys;

  Registry(DurableDirectory files, KeyProvider keys) {
    this.files = files;
    this.keys = keys;
  }

  Optional<Tenant> find(TenantId tenant) throws IOException {
    return Optional.ofNullable(read().tenants().get(tenant.value()))
        .map(space -> new Tenant(tenant, space));
  }

  SortedMap<String, String> all() throws IOException {
    return read().tenants();
  }

  void add(Tenant tenant) throws IOException {
    Content content = read();
    if (content.tenants().putIfAbsent(tenant.id().value(), tenant.space()) != null) {
      throw FrostbyteException.of(
          ProblemCode.TENANT_ALREADY_EXISTS, "There is a tenant '" + tenant.id() + "' already.");
    }
    write(content);
  }

  private Content read() throws IOException {
    if (!files.exists(FILE)) {
      return new Content("", new byte[0], new TreeMap<>());
    }
    Outer outer = Json.read(files.read(FILE, MAX_BYTES), Outer.class);
    try (SecretBytes key = open(outer)) {
      byte[] plain = Sealer.aes256Gcm(key, FILE).open(outer.sealed(), CONTEXT);
      return new Content(outer.master(), outer.wrapped(), Json.read(plain, Names.class).names());
    }
  }

  private void write(Content content) throws IOException {
    String master = content.master().isEmpty() ? keys.create() : content.master();
    try (SecretBytes key =
        content.master().isEmpty()
            ? SecretBytes.random()
            : open(content.master(), content.wrapped())) {
      byte[] wrapped =
          content.master().isEmpty() ? keys.wrap(master, key, CONTEXT) : content.wrapped();
      byte[] sealed =
          Sealer.aes256Gcm(key, FILE).seal(Json.bytes(new Names(content.tenants())), CONTEXT);
      files.replace(FILE, Json.bytes(new Outer(1, master, wrapped, sealed)));
    }
  }

  private SecretBytes open(Outer outer) throws IOException {
    if (outer.version() != 1) {
      throw FrostbyteException.of(
          ProblemCode.FORMAT_TOO_NEW,
          "The registry has version " + outer.version() + "; this version reads 1.");
    }
    return open(outer.master(), outer.wrapped());
  }

  private SecretBytes open(String master, byte[] wrapped) throws IOException {
    return keys.unwrap(master, wrapped, CONTEXT)
        .orElseThrow(
            () ->
                FrostbyteException.of(
                    ProblemCode.INTEGRITY_BROKEN,
                    "The registry's master key is not in the key provider; use the key file this home was made with."));
  }

  /**
   * A tenant.
   *
   * @param space its random internal name: folder, log name and seal space
   */
  record Tenant(TenantId id, String space) {}

  /** The file. */
  private record Outer(int version, String master, byte[] wrapped, byte[] sealed) {}

  /** The sealed part. */
  private record Names(SortedMap<String, String> names) {}

  /** The file, opened. */
  private record Content(String master, byte[] wrapped, SortedMap<String, String> tenants) {}
}
