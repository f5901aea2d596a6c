package dev.frostbyte.testkit;

import dev.frostbyte.api.file.DurableDirectory;
import dev.frostbyte.api.tenant.TenantId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Makes {@link TestSpace}s with real keys in a folder, so that per-tenant stages can be tested
 * without the engine. Keys live in memory and die with {@link #close}; files stay for whoever owns
 * the folder. Thread-safe; whoever opens it closes it, after the stages.
 *
 * <pre>{@code
 * try (TestSpaces spaces = TestSpaces.in(folder)) {
 *   TestSpace space = spaces.space("alpha", "rows");
 *   space.take(document);
 *   try (DocumentStore store = provider.open(StageConfig.none(), space)) { ... }
 * }
 * }</pre>
 */
public final class TestSpaces implements AutoCloseable {
  private final Path root;
  private final Map<TenantId, TestKeys> tenants = new ConcurrentHashMap<>();
  private final Map<String, TestSpace> spaces = new ConcurrentHashMap<>();

  private TestSpaces(Path root) {
    this.root = root;
  }

  /** Spaces under this folder, which is created when absent. */
  public static TestSpaces in(Path root) {
    return new TestSpaces(root);
  }

  /**
   * A tenant's space for a stage in a folder {@code tenant/stage}; the same space for the same
   * names. Stages of one tenant share its documents' keys and nothing else.
   *
   * @param tenant a {@link TenantId}
   * @param stage {@code [a-z][a-z0-9-]{0,31}}
   */
  public TestSpace space(String tenant, String stage) throws IOException {
    String name = tenant + "/" + stage;
    TestSpace known = spaces.get(name);
    if (known != null) {
      return known;
    }
    Path path = root.resolve(TenantId.of(tenant).value()).resolve(stage);
    TestSpace made = open(tenant, stage, path, DurableDirectory.at(path));
    TestSpace raced = spaces.putIfAbsent(name, made);
    return raced == null ? made : raced;
  }

  private TestSpace open(String tenant, String stage, Path path, DurableDirectory files) {
    TestKeys keys = tenants.computeIfAbsent(TenantId.of(tenant), TestKeys::of);
    return new TestSpace(path, files, stage, keys);
  }

  /** Forgets every key; sealed bytes stay and open nothing. */
  @Override
  public void close() {
    tenants.values().forEach(TestKeys::close);
  }
}
