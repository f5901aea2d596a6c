package dev.frostbyte.core.plugin;

import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.spi.Chunker;
import dev.frostbyte.api.spi.DocumentStoreProvider;
import dev.frostbyte.api.spi.EmbeddingModel;
import dev.frostbyte.api.spi.MalwareScanner;
import dev.frostbyte.api.spi.ObjectStoreProvider;
import dev.frostbyte.api.spi.ParserHost;
import dev.frostbyte.api.spi.SafetyInspector;
import dev.frostbyte.api.spi.StageConfig;
import dev.frostbyte.api.spi.TypeDetector;
import dev.frostbyte.api.spi.VectorIndexProvider;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * The opened stages of a pipeline. Thread-safe; closing closes every stage.
 *
 * @param routes parsers by media type
 * @param extensions media types that only a file name tells, by extension
 * @param scanners by name; none when files are not scanned for malware
 * @param inspectors by name
 * @param detectors version and configuration of each inspector, by name: who judges
 * @param policyFingerprint of inspectors and chunker: what decides and cuts, besides the parser
 */
public record Stages(
    TypeDetector detector,
    ParserHost host,
    ParserTable routes,
    SortedMap<String, MediaType> extensions,
    SortedMap<String, MalwareScanner> scanners,
    SortedMap<String, SafetyInspector> inspectors,
    Chunker chunker,
    EmbeddingModel embedding,
    PerTenant<ObjectStoreProvider> objects,
    PerTenant<DocumentStoreProvider> store,
    PerTenant<VectorIndexProvider> index,
    SortedMap<String, String> detectors,
    String policyFingerprint,
    List<AutoCloseable> opened)
    implements AutoCloseable {

  /** A provider that is opened once per tenant. */
  public record PerTenant<P>(P provider, String name, StageConfig config) {}

  /** Short hash of several named parts. */
  static String fingerprint(Map<String, String> parts) {
    StringBuilder canonical = new StringBuilder();
    parts.forEach((key, value) -> canonical.append(key).append('=').append(value).append('\n'));
    return ContentHash.of(canonical.toString().getBytes(StandardCharsets.UTF_8))
        .hex()
        .substring(0, 32);
  }

  @Override
  public void close() throws IOException {
    Closing.all(opened.reversed());
  }
}
