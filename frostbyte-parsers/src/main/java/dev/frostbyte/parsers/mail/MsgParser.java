package dev.frostbyte.parsers.mail;

import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.spi.BudgetReachedException;
import dev.frostbyte.api.spi.DocumentParser;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.ElementSink;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.ParseResult;
import dev.frostbyte.parsers.internal.PartParsers;
import java.io.IOException;
import java.io.InputStream;
import org.apache.poi.Version;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Reads an Outlook message into the same tree of parts as mail, and writes it as mail. */
final class MsgParser implements DocumentParser {
  private final PartParsers parsers;

  MsgParser(PartParsers parsers) {
    this.parsers = parsers;
  }

  @Override
  public ParseResult parse(
      DocumentSource source, MediaType type, ParseLimits limits, ElementSink sink)
      throws IOException {
    if (source.size() > limits.maxInflatedBytes()) {
      throw new BudgetReachedException("maxInflatedBytes", limits.maxInflatedBytes());
    }
    Part mail;
    try (InputStream in = source.stream();
        POIFSFileSystem files = new POIFSFileSystem(in)) {
      mail = new MsgTree(limits).message(files.getRoot(), MsgTree.TOP, 1);
    } catch (BudgetReachedException e) {
      throw e;
    } catch (IOException | RuntimeException | StackOverflowError e) {
      return new ParseResult.Refused(
          Problem.of(ProblemCode.FILE_CORRUPTED, "The structure of the message is broken."));
    }
    MailExtent extent = new MailExtent(sink);
    new MailWriter(parsers, limits, extent).mail(mail, 1);
    return new ParseResult.Complete(0, extent.expected());
  }

  @Override
  public void close() throws IOException {
    parsers.close();
  }

  @Override
  public String fingerprint() {
    return "poi " + Version.getVersion() + " " + parsers.fingerprint();
  }
}
