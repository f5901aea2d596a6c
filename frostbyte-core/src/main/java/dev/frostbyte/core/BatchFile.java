package dev.frostbyte.core;

import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.UntrustedText;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One file of a batch. Immutable.
 *
 * @param fileId unique in the batch
 * @param name as handed in, for display
 * @param path where its bytes lie
 * @param claim what a manifest says of it; null without a manifest
 */
public record BatchFile(String fileId, UntrustedText name, Path path, @Nullable Claim claim) {
  /** What a manifest says of the file; empty without a manifest. */
  public Optional<Claim> claimed() {
    return Optional.ofNullable(claim);
  }

  /**
   * What a manifest says of a file.
   *
   * @param type declared media type
   * @param size in bytes
   * @param sha256 of the bytes
   */
  public record Claim(MediaType type, long size, ContentHash sha256) {}
}
