package dev.frostbyte.parsers.pdf;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.Expected;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.spi.DocumentParser;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.ElementSink;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.ParseResult;
import dev.frostbyte.parsers.internal.PageModels;
import dev.frostbyte.parsers.internal.PartParsers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * Reads a document whole, then emits it: headings and running headers show only when all pages are
 * known. Thread-safe; keeps nothing but the models of the text recognition.
 */
final class PdfParser implements DocumentParser {
  private final Scans scans;
  private final PdfParserProvider.Settings settings;
  private final Passwords passwords;
  private final PageModels models;
  private final PartParsers parts = PartParsers.open();

  /** Takes over the models and closes them. */
  PdfParser(PdfParserProvider.Settings settings, PageModels models) {
    this.models = models;
    this.scans = Scans.of(settings);
    this.settings = settings;
    this.passwords = Passwords.of(settings.passwordFile());
  }

  @Override
  public ParseResult parse(
      DocumentSource source, MediaType type, ParseLimits limits, ElementSink sink)
      throws IOException {
    if (source.size() == 0) {
      return refused(ProblemCode.FILE_EMPTY, "The file has no bytes.");
    }
    RandomAccessReadBuffer bytes;
    try (InputStream in = source.stream()) {
      bytes = RandomAccessReadBuffer.createBufferFromStream(in);
    }
    List<Block> images = new ArrayList<>();
    return switch (read(bytes, limits, images)) {
      case Outcome.Refusal refusal -> new ParseResult.Refused(refusal.problem());
      case Outcome.Read read -> emit(read.reading(), images, sink);
    };
  }

  @Override
  public String fingerprint() {
    return String.join(
            " ", "pdfbox", PdfLibrary.version(), scans.fingerprint(), parts.fingerprint())
        + models.fingerprint();
  }

  @Override
  public void close() throws IOException {
    passwords.close();
    parts.close();
    scans.close();
    models.close();
  }

  private static ParseResult emit(Reading reading, List<Block> images, ElementSink sink)
      throws IOException {
    for (Block block : reading.blocks()) {
      sink.accept(block);
    }
    for (Block image : images) {
      sink.accept(image);
    }
    for (Reading.File file : reading.files()) {
      InputStream bytes = new ByteArrayInputStream(file.bytes());
      sink.acceptFile(file.name(), file.type(), bytes, file.place());
    }
    if (reading.cut() != null) {
      throw reading.cut();
    }
    return new ParseResult.Complete(reading.pages(), new Expected(reading.characters()));
  }

  /** Nothing PDFBox throws leaves this method: its messages may quote the document. */
  private Outcome read(RandomAccessReadBuffer bytes, ParseLimits limits, List<Block> images) {
    try (PDDocument document = passwords.open(bytes)) {
      Reading reading = reading(document, limits);
      if (settings.pageImages() > 0) {
        new PageImages(document, settings.pageImages()).emit(reading.pages(), images::add);
      }
      return reading.pages() == 0 && reading.cut() == null
          ? refusal(ProblemCode.FILE_CORRUPTED, "The PDF has no pages.")
          : new Outcome.Read(reading);
    } catch (InvalidPasswordException e) {
      return refusal(ProblemCode.FILE_ENCRYPTED, lockedMessage());
    } catch (Scans.LateException e) {
      return refusal(ProblemCode.PARSER_TIMEOUT, "A scanned page took too long to be recognised.");
    } catch (IOException e) {
      return refusal(ProblemCode.FILE_CORRUPTED, "The PDF is broken (" + name(e) + ").");
    } catch (RuntimeException | StackOverflowError | LinkageError e) {
      return refusal(ProblemCode.PARSER_ERROR, "The PDF cannot be read (" + name(e) + ").");
    }
  }

  private Reading reading(PDDocument document, ParseLimits limits) throws IOException {
    return DocumentReader.read(
        document,
        new Budget(limits),
        scans,
        new Recognised(settings.recognisedPages()),
        new ModelPages(models, settings.modelPages()),
        parts);
  }

  private String lockedMessage() {
    return passwords.count() == 0
        ? "The PDF needs a password; name a file of passwords as passwordFile of the parser pdf."
        : "The PDF needs a password and none of the " + passwords.count() + " given fits.";
  }

  private static String name(Throwable problem) {
    return problem.getClass().getSimpleName();
  }

  private static Outcome refusal(ProblemCode code, String message) {
    return new Outcome.Refusal(Problem.of(code, message));
  }

  private static ParseResult refused(ProblemCode code, String message) {
    return new ParseResult.Refused(Problem.of(code, message));
  }

  /** Either the whole document or why there is none. */
  private sealed interface Outcome {
    record Read(Reading reading) implements Outcome {}

    record Refusal(Problem problem) implements Outcome {}
  }
}
