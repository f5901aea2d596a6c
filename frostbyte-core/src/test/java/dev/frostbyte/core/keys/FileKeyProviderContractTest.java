package dev.frostbyte.core.keys;

import dev.frostbyte.api.seal.KeyProvider;
import dev.frostbyte.testkit.KeyProviderContract;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class FileKeyProviderContractTest extends KeyProviderContract {
  @TempDir private Path folder = Path.of("replaced by JUnit");

  @Override
  protected KeyProvider open() throws IOException {
    return FileKeyProvider.open(folder.resolve("contract.keys"));
  }
}
