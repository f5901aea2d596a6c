package dev.frostbyte.bench.parsing;

import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.spi.DocumentParser;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.StageConfig;
import dev.frostbyte.parsers.pdf.PdfParserProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * Pages read per second by the PDF parser and by PDFBox's own text extraction on the same files, in
 * one run on one thread: a round each to warm up, then interleaved rounds, medians and their ratio.
 * Pages with hardly any text can be pictures to be recognised, which PDFBox passes over: a folder
 * with any gets a second line without the files that have them.
 *
 * <p>Arguments: folders of PDF files. From the project's root, after {@code mvn install}:
 *
 * <pre>{@code
 * mvn -q -pl frostbyte-core/bench dependency:build-classpath -Dmdep.outputFile=bench.cp
 * java -Xmx256m -XX:+UseSerialGC -cp frostbyte-core/bench/target/classes:$(cat bench.cp) \
 *     dev.frostbyte.bench.parsing.PdfSpeed FOLDER...
 * }</pre>
 */
public final class PdfSpeed {
  private static final int ROUNDS = 5;

  /** Letters. */
  private static final int STAMP = 150;

  private PdfSpeed() {}

  /** Runs the benchmark. */
  public static void main(String[] folders) throws IOException {
    DocumentParser parser = new PdfParserProvider().open(StageConfig.none());
    System.out.println("folder, pages, parser pages/s, PDFBox text pages/s, ratio");
    for (String folder : folders) {
      List<byte[]> files = files(Path.of(folder));
      measure(folder, parser, files);
      List<byte[]> texts = new ArrayList<>();
      for (byte[] file : files) {
        if (isText(file)) {
          texts.add(file);
        }
      }
      if (texts.size() < files.size()) {
        measure(folder + " (" + texts.size() + " files of text)", parser, texts);
      }
    }
  }

  private static void measure(String name, DocumentParser parser, List<byte[]> files)
      throws IOException {
    double[] ours = new double[ROUNDS];
    double[] plain = new double[ROUNDS];
    int pages = text(files);
    structure(parser, files);
    for (int round = 0; round < ROUNDS; round++) {
      ours[round] = rate(pages, () -> structure(parser, files));
      plain[round] = rate(pages, () -> text(files));
    }
    print(name, pages, median(ours), median(plain));
  }

  /** Whether every page has more text than a stamp on a picture. */
  private static boolean isText(byte[] file) throws IOException {
    try (PDDocument document = Loader.loadPDF(file)) {
      boolean text = true;
      for (int page = 1; page <= document.getNumberOfPages(); page++) {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        text &= stripper.getText(document).chars().filter(Character::isLetter).count() > STAMP;
      }
      return text;
    }
  }

  private static List<byte[]> files(Path folder) throws IOException {
    List<byte[]> files = new ArrayList<>();
    try (Stream<Path> paths = Files.list(folder)) {
      for (Path path : paths.filter(p -> p.toString().endsWith(".pdf")).sorted().toList()) {
        files.add(Files.readAllBytes(path));
      }
    }
    return files;
  }

  private static void structure(DocumentParser parser, List<byte[]> files) throws IOException {
    for (byte[] file : files) {
      parser.parse(DocumentSource.of(file), MediaType.PDF, ParseLimits.DEFAULT, block -> {});
    }
  }

  private static int text(List<byte[]> files) throws IOException {
    int pages = 0;
    for (byte[] file : files) {
      try (PDDocument document = Loader.loadPDF(file)) {
        new PDFTextStripper().getText(document);
        pages += document.getNumberOfPages();
      }
    }
    return pages;
  }

  /** Work that may fail as reading does. */
  private interface Work {
    void run() throws IOException;
  }

  private static double rate(int pages, Work work) throws IOException {
    long start = System.nanoTime();
    work.run();
    return pages * 1e9 / (System.nanoTime() - start);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static void print(String folder, int pages, double ours, double plain) {
    System.out.printf(
        Locale.ROOT, "%s, %d, %.1f, %.1f, %.2f%n", folder, pages, ours, plain, ours / plain);
  }
}
