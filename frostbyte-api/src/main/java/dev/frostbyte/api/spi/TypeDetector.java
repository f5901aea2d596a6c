package dev.frostbyte.api.spi;

import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.UntrustedText;
import java.io.IOException;

/**
 * Tells the type of a file from its structure, not from its name. Thread-safe, deterministic; reads
 * no more of a container than its directory.
 */
public interface TypeDetector extends AutoCloseable {
  /**
   * The type of these bytes.
   *
   * @param name file name; decides only between types of one family, such as kinds of plain text
   * @return {@link MediaType#UNKNOWN} when nothing fits
   */
  MediaType detect(DocumentSource source, UntrustedText name) throws IOException;

  @Override
  default void close() throws IOException {}
}
