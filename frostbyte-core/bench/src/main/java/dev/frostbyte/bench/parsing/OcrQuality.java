package dev.frostbyte.bench.parsing;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.spi.DocumentParser;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.StageConfig;
import dev.frostbyte.parsers.ocr.OcrParserProvider;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * Measures text recognition on rendered pages whose text is known: errors per character and seconds
 * per page, clean at 200 dpi and as a bad scan at 150 dpi (two degrees askew, noise, specks),
 * beside Tesseract's on the same pictures where it is installed. Arguments: folder of PDF files,
 * most pages.
 *
 * <p>Single-column pages only, so that reading order does not count: files named {@code twocol} are
 * passed over, as are pages of less than 85 percent letters and digits, such as tables drawn with
 * bars and dashes, and both texts run by rows from top to bottom. The truth is what PDFBox
 * extracts. Spaces count as characters. A second figure takes typographic signs for those of a
 * typewriter.
 */
public final class OcrQuality {
  /** Pages with less text say little. */
  private static final int FEWEST = 300;

  /** Share of letters and digits among the signs of a page of English; tables of bars have less. */
  private static final double ENGLISH = 0.85;

  private static final MediaType PNG = new MediaType("image/png");

  private final boolean tesseract = Tesseract.isInstalled();
  private final Tally clean = new Tally();
  private final Tally cleanPeer = new Tally();
  private final Tally bad = new Tally();
  private final Tally badPeer = new Tally();

  private OcrQuality() {}

  /** Prints the figures. */
  public static void main(String[] arguments) throws IOException {
    new OcrQuality().run(pages(Path.of(arguments[0])), Integer.parseInt(arguments[1]));
  }

  /** Pages spread evenly over all. */
  private void run(List<Page> pages, int most) throws IOException {
    int count = Math.min(most, pages.size());
    StageConfig words = StageConfig.of(Map.of("output", "words"));
    try (DocumentParser parser = new OcrParserProvider().open(words)) {
      for (int i = 0; i < count; i++) {
        page(pages.get((int) ((long) i * pages.size() / count)), parser, i);
      }
    }
    print("clean, 200 dpi, ours", clean);
    print("clean, 200 dpi, Tesseract", cleanPeer);
    print("noise, 150 dpi, 2 degrees, ours", bad);
    print("noise, 150 dpi, 2 degrees, Tesseract", badPeer);
  }

  private void page(Page page, DocumentParser parser, int seed) throws IOException {
    try (PDDocument document = Loader.loadPDF(page.file().toFile())) {
      String truth = truth(document, page.index());
      PDFRenderer renderer = new PDFRenderer(document);
      byte[] sharp = png(renderer.renderImageWithDPI(page.index(), 200, ImageType.GRAY));
      BufferedImage coarse = renderer.renderImageWithDPI(page.index(), 150, ImageType.GRAY);
      byte[] spoiled = png(Scan.spoiled(coarse, 2, seed));
      double before = clean.add(truth, () -> ours(parser, sharp));
      double after = bad.add(truth, () -> ours(parser, spoiled));
      if (tesseract) {
        cleanPeer.add(truth, () -> Tesseract.read(sharp, 200));
        badPeer.add(truth, () -> Tesseract.read(spoiled, 150));
      }
      System.out.printf(
          Locale.ROOT,
          "%6.2f %6.2f  %s page %d%n",
          before,
          after,
          page.file().getFileName(),
          page.index() + 1);
    }
  }

  private static List<Page> pages(Path folder) throws IOException {
    List<Page> pages = new ArrayList<>();
    for (Path file : files(folder)) {
      addPages(file, pages);
    }
    return pages;
  }

  private static void addPages(Path file, List<Page> pages) throws IOException {
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      for (int i = 0; i < document.getNumberOfPages(); i++) {
        if (isEnglish(truth(document, i))) {
          pages.add(new Page(file, i));
        }
      }
    }
  }

  private static boolean isEnglish(String text) {
    long signs = text.codePoints().filter(point -> !Character.isWhitespace(point)).count();
    long letters = text.codePoints().filter(Character::isLetterOrDigit).count();
    return text.length() >= FEWEST && letters >= ENGLISH * signs;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> list = Files.list(folder)) {
      return list.filter(file -> file.toString().endsWith(".pdf"))
          .filter(file -> !file.toString().contains("twocol"))
          .sorted()
          .toList();
    }
  }

  private static String truth(PDDocument document, int index) throws IOException {
    PDFTextStripper stripper = new PDFTextStripper();
    stripper.setSortByPosition(true);
    stripper.setStartPage(index + 1);
    stripper.setEndPage(index + 1);
    return stripper.getText(document);
  }

  private static byte[] png(BufferedImage image) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }

  private static String ours(DocumentParser parser, byte[] png) throws IOException {
    StringBuilder text = new StringBuilder();
    parser.parse(
        DocumentSource.of(png),
        PNG,
        ParseLimits.DEFAULT,
        block -> {
          if (block.bare() instanceof Block.Paragraph paragraph) {
            text.append(paragraph.text().value()).append(' ');
          }
        });
    return text.toString();
  }

  private static void print(String what, Tally tally) {
    if (tally.pages > 0) {
      System.out.printf(
          Locale.ROOT,
          "%-38s %3d pages, errors %5.2f %% (typewriter signs %5.2f %%), %5.2f s a page%n",
          what,
          tally.pages,
          tally.exact.percent(),
          tally.folded.percent(),
          tally.seconds / tally.pages);
    }
  }

  private record Page(Path file, int index) {}

  /** Something that reads a picture. */
  private interface Reading {
    String text() throws IOException;
  }

  /** Errors and time of one reader. */
  private static final class Tally {
    private final ErrorRate exact = new ErrorRate();
    private final ErrorRate folded = new ErrorRate();
    private double seconds;
    private int pages;

    /** Errors of this page, percent. */
    double add(String truth, Reading reading) throws IOException {
      long from = System.nanoTime();
      String text = reading.text();
      seconds += (System.nanoTime() - from) / 1e9;
      pages++;
      exact.add(truth, text);
      folded.add(ErrorRate.folded(truth), ErrorRate.folded(text));
      ErrorRate here = new ErrorRate();
      here.add(truth, text);
      return here.percent();
    }
  }
}
