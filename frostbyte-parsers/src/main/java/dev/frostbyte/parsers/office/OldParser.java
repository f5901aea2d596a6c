package dev.frostbyte.parsers.office;

import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.spi.BudgetReachedException;
import dev.frostbyte.api.spi.DocumentParser;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.ElementSink;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.ParseResult;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.Version;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.Entry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * Opens a binary office file of 1997 to 2003 and lets a format read it with POI, which holds the
 * whole file in memory. Macros and embedded objects are reported and left out. Thread-safe.
 */
final class OldParser implements DocumentParser {
  private final Format format;

  OldParser(Format format) {
    this.format = format;
  }

  @Override
  public ParseResult parse(
      DocumentSource source, MediaType type, ParseLimits limits, ElementSink sink)
      throws IOException {
    if (source.size() > limits.maxInflatedBytes()) {
      throw new BudgetReachedException("maxInflatedBytes", limits.maxInflatedBytes());
    }
    Output out = new Output(sink, limits);
    try (POIFSFileSystem files = files(source)) {
      return new ParseResult.Complete(out.whole(() -> read(files.getRoot(), out)));
    } catch (RefusedException e) {
      return new ParseResult.Refused(e.problem());
    } catch (EncryptedDocumentException e) {
      return new ParseResult.Refused(RefusedException.encrypted().problem());
    } catch (RuntimeException | StackOverflowError e) {
      return new ParseResult.Refused(broken().problem());
    }
  }

  @Override
  public String fingerprint() {
    return "poi " + Version.getVersion();
  }

  /** The file is damaged, or older than 1997. */
  static RefusedException broken() {
    return RefusedException.corrupted("The old office file is damaged, or older than 1997.");
  }

  private static POIFSFileSystem files(DocumentSource source) throws RefusedException {
    try (InputStream in = source.stream()) {
      return new POIFSFileSystem(in);
    } catch (IOException | RuntimeException e) {
      throw broken();
    }
  }

  private int read(DirectoryNode root, Output out) throws IOException {
    reported(root, 0, out);
    return format.read(root, out);
  }

  private static void reported(DirectoryNode storage, int depth, Output out) throws IOException {
    for (Entry entry : storage) {
      if (!(entry instanceof DirectoryNode inner)) {
        continue;
      }
      String name = entry.getName().toLowerCase(Locale.ROOT);
      if (name.equals("macros") || name.equals("_vba_project_cur") || name.equals("vba")) {
        out.dropped("macro", "ACTIVE_CONTENT");
      } else if (name.matches("_\\d+") || name.startsWith("mbd")) {
        out.dropped("embedded object", "NOT_READ");
      } else if (depth == 0) {
        reported(inner, depth + 1, out);
      }
    }
  }

  /** Reads what is special to one kind of old office file. */
  @FunctionalInterface
  interface Format {
    /**
     * Reads the document.
     *
     * @return slides or sheets; 0 when the format has none
     */
    int read(DirectoryNode root, Output out) throws IOException;
  }
}
