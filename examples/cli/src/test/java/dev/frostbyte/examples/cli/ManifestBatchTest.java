package dev.frostbyte.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.ContentHash;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestBatchTest {
  private static final byte[] CONTENT = "Hello.".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  @Test
  void findsFilesBelowTheFolderNamed() throws IOException {
    Path inbox = folder.resolve("inbox");
    Files.createDirectories(inbox.resolve("deep"));
    Path file = Files.write(inbox.resolve("deep/a.txt"), CONTENT);
    assertThat(found("deep/a.txt", inbox)).isEqualTo(file);
  }

  @Test
  void doesNotFollowALinkOutOfTheFolderNamed() throws IOException {
    Path outside = Files.createDirectories(folder.resolve("outside"));
    Files.write(outside.resolve("a.txt"), CONTENT);
    Path inbox = Files.createDirectories(folder.resolve("inbox"));
    Files.createSymbolicLink(inbox.resolve("deep"), outside);
    Files.createSymbolicLink(inbox.resolve("b.txt"), outside.resolve("a.txt"));
    for (String name : List.of("deep/a.txt", "b.txt")) {
      assertThat(found(name, inbox)).as(name).doesNotExist();
    }
  }

  private Path found(String name, Path inbox) throws IOException {
    Path manifest = folder.resolve("manifest.json");
    Files.writeString(
        manifest,
        """
        {"batch_id":"b","tenant_id":"acme","file_count":1,"files":[{"file_id":"1","filename":"%s",
        "mime_type":"text/plain","size_bytes":%d,"sha256":"%s"}]}"""
            .formatted(name, CONTENT.length, ContentHash.of(CONTENT)));
    PrintWriter nowhere = new PrintWriter(new StringWriter());
    Terminal terminal = new Terminal(nowhere, nowhere, false);
    return ManifestBatch.read(manifest, List.of(inbox), terminal).files().getFirst().path();
  }
}
