package dev.frostbyte.core.keys;

import dev.frostbyte.api.file.DurableDirectory;
import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.seal.KeyProvider;
import dev.frostbyte.api.seal.Sealer;
import dev.frostbyte.api.seal.SecretBytes;
import dev.frostbyte.api.tenant.DocumentKey;
import dev.frostbyte.api.tenant.TenantSpace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Everything one tenant seals, names and pseudonymises with. Thread-safe; whoever opens it closes
 * it.
 */
public final class TenantKeys implements AutoCloseable {
  private static final String FOLDER = "keys";
  private static final String DOCUMENTS = "doc/";
  private static final String IDENTITY = "identity";
  private static final String PSEUDONYM = "pseudonym";

  private final KeyTable table;
  private final Path tenantFolder;
  private final String space;

  private TenantKeys(KeyTable table, Path tenantFolder, String space) {
    this.table = table;
    this.tenantFolder = tenantFolder;
    this.space = space;
  }

  /** Makes the keys of a new tenant. */
  public static TenantKeys create(Path tenantFolder, KeyProvider provider, String space)
      throws IOException {
    KeyTable table =
        KeyTable.create(DurableDirectory.at(tenantFolder.resolve(FOLDER)), provider, space);
    for (String name : List.of(IDENTITY, PSEUDONYM)) {
      try (SecretBytes key = SecretBytes.random()) {
        table.put(name, key);
      }
    }
    table.force();
    return new TenantKeys(table, tenantFolder, space);
  }

  /** Opens a tenant's keys. */
  public static TenantKeys open(Path tenantFolder, KeyProvider provider, String space)
      throws IOException {
    KeyTable table =
        KeyTable.open(DurableDirectory.at(tenantFolder.resolve(FOLDER)), provider, space);
    if (!table.contains(IDENTITY) || !table.contains(PSEUDONYM)) {
      table.close();
      throw FrostbyteException.of(
          ProblemCode.INTEGRITY_BROKEN, "The tenant's own keys are not in its key table.");
    }
    return new TenantKeys(table, tenantFolder, space);
  }

  /** The document these raw bytes are in this tenant. */
  public DocumentId documentId(ContentHash source) throws IOException {
    return new DocumentId("doc_" + mac(IDENTITY, source.bytes()));
  }

  /** A name for an actor or another outside thing that dies with the tenant's keys. */
  public String pseudonym(String prefix, String value) throws IOException {
    return prefix + mac(PSEUDONYM, value.getBytes(StandardCharsets.UTF_8));
  }

  /** A space for one stage of this tenant. */
  public TenantSpace space(String stage) throws IOException {
    return EngineSpace.open(tenantFolder, stage, this);
  }

  /** A sealer by key name; the key is made when absent. */
  public Sealer sealer(String name) throws IOException {
    synchronized (this) {
      if (!table.contains(name)) {
        try (SecretBytes key = SecretBytes.random()) {
          table.put(name, key);
          table.force();
        }
      }
    }
    return find(name).orElseThrow();
  }

  /**
   * A sealer for bytes whose document is not known yet; the key joins the table by {@link #adopt}.
   */
  public Sealer sealer(SecretBytes key) {
    return Sealer.aes256Gcm(key, space);
  }

  /** A sealer of a document's key; empty when destroyed or not yet made. */
  public Optional<Sealer> document(DocumentId document, DocumentKey key) {
    return document(document, key, space);
  }

  /** The same for one stage: what it sealed opens for no other stage. */
  Optional<Sealer> document(DocumentId document, DocumentKey key, String sealSpace) {
    try {
      return table.find(name(document, key)).map(secret -> Sealer.aes256Gcm(secret, sealSpace));
    } catch (IOException e) {
      throw new UncheckedIOException("a key of the tenant's table does not open", e);
    }
  }

  /** Gives a document its two keys; durable after {@link #force}. */
  public void adopt(DocumentId document, SecretBytes original) throws IOException {
    table.put(name(document, DocumentKey.ORIGINAL), original);
    try (SecretBytes served = SecretBytes.random()) {
      table.put(name(document, DocumentKey.SERVED), served);
    }
  }

  /** Whether a document has its two keys. */
  public boolean holds(DocumentId document) {
    return table.contains(name(document, DocumentKey.ORIGINAL))
        && table.contains(name(document, DocumentKey.SERVED));
  }

  /** Every document that has a key, destroyed ones excepted. */
  public Set<DocumentId> documents() {
    return table.names(DOCUMENTS).stream()
        .map(name -> name.substring(DOCUMENTS.length(), name.lastIndexOf('/')))
        .map(DocumentId::new)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Makes adopted keys durable. */
  public void force() throws IOException {
    table.force();
  }

  /** Destroys a document's keys, everywhere and for ever; absent is fine. */
  public void destroy(DocumentId document) throws IOException {
    table.destroy(
        List.of(name(document, DocumentKey.ORIGINAL), name(document, DocumentKey.SERVED)));
  }

  String space() {
    return space;
  }

  KeyTable table() {
    return table;
  }

  Optional<Sealer> find(String name) throws IOException {
    return table.find(name).map(key -> Sealer.aes256Gcm(key, space));
  }

  @Override
  public void close() throws IOException {
    table.close();
  }

  private String mac(String keyName, byte[] value) throws IOException {
    try (SecretBytes key = table.find(keyName).orElseThrow()) {
      return Pseudonyms.of(key, value);
    }
  }

  private static String name(DocumentId document, DocumentKey key) {
    return DOCUMENTS + document + "/" + key.name().toLowerCase(Locale.ROOT);
  }
}
