package dev.frostbyte.testkit;

import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.spi.Projection;
import dev.frostbyte.api.spi.ProjectionChange;
import dev.frostbyte.api.spi.PublishedDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;

/** Steps the contracts of projections share. */
final class ProjectionFixture {
  private ProjectionFixture() {}

  static void publish(Projection projection, TestSpace space, PublishedDocument... documents)
      throws IOException {
    for (PublishedDocument document : documents) {
      space.take(document.row().document());
      projection.apply(new ProjectionChange.Publish(document));
    }
  }

  static void withdraw(Projection projection, DocumentId document) throws IOException {
    projection.apply(new ProjectionChange.Withdraw(document));
  }

  /** Flips one bit in the middle of every file of a name that matches. */
  static int damage(Path folder, Predicate<String> names) throws IOException {
    int damaged = 0;
    for (Path file : TestFolders.files(folder)) {
      byte[] bytes = Files.readAllBytes(file);
      if (bytes.length > 0 && names.test(String.valueOf(file.getFileName()))) {
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        damaged++;
      }
    }
    return damaged;
  }

  /** Overwrites every file with bytes that mean nothing. */
  static void ruin(Path folder) throws IOException {
    for (Path file : TestFolders.files(folder)) {
      byte[] bytes = new byte[(int) Files.size(file)];
      java.util.Arrays.fill(bytes, (byte) 0x5A);
      Files.write(file, bytes);
    }
  }

  /** Cuts every file to half its length. */
  static void cut(Path folder) throws IOException {
    for (Path file : TestFolders.files(folder)) {
      byte[] bytes = Files.readAllBytes(file);
      Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));
    }
  }
}
