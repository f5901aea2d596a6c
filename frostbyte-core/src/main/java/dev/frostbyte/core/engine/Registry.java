package dev.frostbyte.core.engine;

import dev.frostbyte.api.audit.AuditEvent;
import dev.frostbyte.api.file.DurableDirectory;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.seal.KeyProvider;
import dev.frostbyte.api.seal.SealContext;
import dev.frostbyte.api.seal.Sealer;
import dev.frostbyte.api.seal.SecretBytes;
import dev.frostbyte.api.tenant.TenantId;
import dev.frostbyte.core.document.Json;
import dev.frostbyte.core.keys.Pseudonyms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
  private final Path tenants;
  private final KeyProvider keys;

  Registry(Home home, KeyProvider keys) throws IOException {
    this.files = DurableDirectory.at(home.registry());
    this.tenants = home.tenants();
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

  /** A name for a caller that only this home's keys connect with them; the lock is held. */
  String pseudonym(String prefix, String value) throws IOException {
    try (SecretBytes key = key()) {
      return prefix + Pseudonyms.of(key, "pseudonym", value);
    }
  }

  /** Seals details beside one of the deployment's events; the lock is held. */
  Draft sealed(AuditEvent event, byte[] details) throws IOException {
    try (SecretBytes key = key()) {
      return Draft.sealed(event, "deployment", Sealer.aes256Gcm(key, FILE), details);
    }
  }

  /** Seals what is derived from the deployment's log; the lock is held. */
  byte[] seal(byte[] derived, SealContext context) throws IOException {
    try (SecretBytes key = key()) {
      return Sealer.aes256Gcm(key, FILE).seal(derived, context);
    }
  }

  /**
   * Opens what {@link #seal} sealed; the lock is held.
   *
   * @throws dev.frostbyte.api.seal.SealBrokenException when it is something else
   */
  byte[] open(byte[] sealed, SealContext context) throws IOException {
    try (SecretBytes key = key()) {
      return Sealer.aes256Gcm(key, FILE).open(sealed, context);
    }
  }

  private SecretBytes key() throws IOException {
    if (!files.exists(FILE)) {
      write(read());
    }
    Content content = read();
    return open(content.master(), content.wrapped());
  }

  private Content read() throws IOException {
    if (!files.exists(FILE)) {
      requireNoTenants();
      return new Content("", new byte[0], new TreeMap<>());
    }
    Outer outer = outer(files.read(FILE, MAX_BYTES));
    try (SecretBytes key = open(outer)) {
      byte[] plain = Sealer.aes256Gcm(key, FILE).open(outer.sealed(), CONTEXT);
      return new Content(outer.master(), outer.wrapped(), Json.read(plain, Names.class).names());
    }
  }

  private static Outer outer(byte[] bytes) {
    try {
      return Json.read(bytes, Outer.class);
    } catch (IOException e) {
      throw FrostbyteException.of(
          ProblemCode.INTEGRITY_BROKEN, "The registry in the home is damaged.");
    }
  }

  /** The registry is written before the folder of the first tenant is made. */
  private void requireNoTenants() {
    if (Files.exists(tenants)) {
      throw FrostbyteException.of(
          ProblemCode.INTEGRITY_BROKEN,
          "The registry is missing in the home, though tenants lie in it.");
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
                    ProblemCode.KEYS_MISSING,
                    "The master key of this home is not among the keys that were given."));
  }

  /**
   * A tenant.
   *
   * @param space its random internal name: folder, log name and seal space
   */
  record Tenant(TenantId id, String space) {
    /** Name of its log. */
    String log() {
      return "tenants/" + space;
    }
  }

  /** The file. */
  private record Outer(int version, String master, byte[] wrapped, byte[] sealed) {}

  /** The sealed part. */
  private record Names(SortedMap<String, String> names) {}

  /** The file, opened. */
  private record Content(String master, byte[] wrapped, SortedMap<String, String> tenants) {}
}
