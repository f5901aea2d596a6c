package dev.frostbyte.testkit;

import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.seal.Sealer;
import dev.frostbyte.api.seal.SecretBytes;
import dev.frostbyte.api.tenant.DocumentKey;
import dev.frostbyte.api.tenant.TenantId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** One tenant's keys, in memory. Thread-safe. */
final class TestKeys implements AutoCloseable {
  private final TenantId tenant;
  private final Map<DocumentId, Map<DocumentKey, SecretBytes>> documents =
      new ConcurrentHashMap<>();
  private final Map<String, SecretBytes> stages = new ConcurrentHashMap<>();
  private final Map<String, TestEpochs> epochs = new ConcurrentHashMap<>();

  private TestKeys(TenantId tenant) {
    this.tenant = tenant;
  }

  static TestKeys of(TenantId tenant) {
    return new TestKeys(tenant);
  }

  Sealer stage(String stage) {
    SecretBytes key = stages.computeIfAbsent(stage, name -> SecretBytes.random());
    return Sealer.aes256Gcm(key, spaceName(stage));
  }

  TestEpochs epochs(String stage) {
    return epochs.computeIfAbsent(stage, name -> new TestEpochs(spaceName(stage)));
  }

  void take(DocumentId document) {
    documents.computeIfAbsent(document, taken -> fresh());
  }

  void destroy(DocumentId document) {
    Map<DocumentKey, SecretBytes> destroyed = documents.remove(document);
    if (destroyed != null) {
      destroyed.values().forEach(SecretBytes::close);
    }
  }

  Optional<Sealer> document(String stage, DocumentId document, DocumentKey key) {
    Map<DocumentKey, SecretBytes> keys = documents.getOrDefault(document, Map.of());
    return Optional.ofNullable(keys.get(key))
        .map(secret -> Sealer.aes256Gcm(secret, spaceName(stage)));
  }

  List<Sealer> surviving(String stage) {
    Stream<Sealer> ofDocuments =
        documents.values().stream()
            .flatMap(keys -> keys.values().stream())
            .map(secret -> Sealer.aes256Gcm(secret, spaceName(stage)));
    Stream<Sealer> ofStage = Stream.concat(Stream.of(stage(stage)), epochs(stage).alive().stream());
    return Stream.concat(ofDocuments, ofStage).toList();
  }

  @Override
  public void close() {
    documents.keySet().forEach(this::destroy);
    stages.values().forEach(SecretBytes::close);
    epochs.values().forEach(TestEpochs::close);
  }

  private String spaceName(String stage) {
    return tenant.value() + "/" + stage;
  }

  private static Map<DocumentKey, SecretBytes> fresh() {
    Map<DocumentKey, SecretBytes> keys = new EnumMap<>(DocumentKey.class);
    for (DocumentKey key : DocumentKey.values()) {
      keys.put(key, SecretBytes.random());
    }
    return keys;
  }
}
