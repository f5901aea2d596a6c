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
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.MimeTokenStream;

/** Reads a mail into its tree of parts, then writes the parts a reader sees. */
final class MailParser implements DocumentParser {
  private final PartParsers parsers;

  MailParser(PartParsers parsers) {
    this.parsers = parsers;
  }

  @Override
  public ParseResult parse(
      DocumentSource source, MediaType type, ParseLimits limits, ElementSink sink)
      throws IOException {
    if (source.size() == 0) {
      return refused(ProblemCode.FILE_EMPTY, "The file has no bytes.");
    }
    if (BoxLine.separatesMails(source)) {
      return refused(
          ProblemCode.UNSUPPORTED_FORMAT,
          "The file is a mailbox of several mails; save each of them as a file of its own.");
    }
    Part mail;
    try (InputStream in = BoxLine.behind(source)) {
      mail = MailTree.read(in, limits);
    } catch (BudgetReachedException e) {
      throw e;
    } catch (MimeException | IOException e) {
      return refused(ProblemCode.FILE_CORRUPTED, "The mail's structure is broken.");
    }
    if (!mail.isMail()) {
      return refused(ProblemCode.FILE_CORRUPTED, "The file does not begin with mail headers.");
    }
    MailWriter writer = new MailWriter(parsers, limits, sink);
    writer.mail(mail, 1);
    return writer.result();
  }

  @Override
  public void close() throws IOException {
    parsers.close();
  }

  @Override
  public String fingerprint() {
    String version = MimeTokenStream.class.getPackage().getImplementationVersion();
    return "mime4j " + (version == null ? "" : version) + " " + parsers.fingerprint();
  }

  private static ParseResult refused(ProblemCode code, String message) {
    return new ParseResult.Refused(Problem.of(code, message));
  }
}
