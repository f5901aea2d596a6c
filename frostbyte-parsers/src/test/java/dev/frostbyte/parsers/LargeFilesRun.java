package dev.frostbyte.parsers;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.spi.BudgetReachedException;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.ParserProvider;
import dev.frostbyte.api.spi.StageConfig;
import dev.frostbyte.parsers.office.XlsxParserProvider;
import dev.frostbyte.parsers.text.CsvParserProvider;
import dev.frostbyte.parsers.text.TextParserProvider;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Reads files of about 100 MB as a child does, the bytes in memory and the blocks let go. Run it
 * with {@code -Xmx256m}: {@code make FOLDER} writes the files, {@code read FILE} reads one and says
 * how it ended.
 */
final class LargeFilesRun {
  private static final int SIZE = 100 << 20;
  private static final Map<String, ParserProvider> PROVIDERS =
      Map.of(
          "csv", new CsvParserProvider(),
          "txt", new TextParserProvider(),
          "xlsx", new XlsxParserProvider());

  private LargeFilesRun() {}

  public static void main(String[] arguments) throws IOException {
    Path place = Path.of(arguments[1]);
    if (arguments[0].equals("make")) {
      text(place.resolve("large.csv"), ",", "\n");
      text(place.resolve("large.txt"), " ", ".\n\n");
      workbook(place.resolve("large.xlsx"));
    } else {
      read(place);
    }
  }

  private static void read(Path file) throws IOException {
    String name = String.valueOf(file.getFileName());
    ParserProvider provider =
        Objects.requireNonNull(PROVIDERS.get(name.substring(name.lastIndexOf('.') + 1)));
    DocumentSource source = DocumentSource.of(Files.readAllBytes(file));
    long[] taken = new long[2];
    String end;
    try {
      end =
          String.valueOf(
              provider
                  .open(StageConfig.none())
                  .parse(
                      source, MediaType.UNKNOWN, ParseLimits.DEFAULT, block -> add(block, taken)));
    } catch (BudgetReachedException e) {
      end = "cut: " + e.getMessage();
    }
    System.out.println(name + " blocks " + taken[0] + " cells " + taken[1] + " " + end);
  }

  private static void add(Block block, long[] taken) {
    taken[0]++;
    taken[1] += block.bare() instanceof Block.Table table ? table.cells().size() : 0;
  }

  private static void text(Path file, String between, String behind) throws IOException {
    Random random = new Random(7);
    try (PrintStream out = printing(Files.newOutputStream(file))) {
      for (long size = 0; size < SIZE; ) {
        String line = "row " + random.nextLong() + between + "wörter " + random.nextInt() + behind;
        out.print(line);
        size += line.length() + 1;
      }
    }
  }

  /** About 100 MB of a zip, whose one sheet and shared strings are much longer. */
  private static void workbook(Path file) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      String type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
      String spaces =
          " xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main' xmlns:r='"
              + type.substring(0, type.length() - 1)
              + "'";
      relations(zip, "_rels/.rels", type + "officeDocument", "/xl/workbook.xml");
      relations(zip, "xl/_rels/workbook.xml.rels", type + "worksheet", "/xl/sheet.xml");
      entry(zip, "xl/workbook.xml");
      write(zip, "<workbook" + spaces + "><sheets><sheet name='S' r:id='i'/></sheets></workbook>");
      entry(zip, "xl/sheet.xml");
      PrintStream out = printing(zip);
      out.print("<worksheet" + spaces + "><sheetData>");
      rows(out, 3_500_000);
      out.print("</sheetData></worksheet>");
      out.flush();
      zip.closeEntry();
    }
  }

  private static void rows(PrintStream out, int rows) {
    Random random = new Random(8);
    for (int row = 1; row <= rows; row++) {
      out.print("<row><c><v>" + random.nextLong() + "</v></c><c t='inlineStr'><is><t>");
      out.print(Long.toString(random.nextLong(), 36) + "</t></is></c></row>");
    }
  }

  private static void relations(ZipOutputStream zip, String name, String type, String target)
      throws IOException {
    entry(zip, name);
    write(
        zip,
        "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
            + "<Relationship Id='i' Type='"
            + type
            + "' Target='"
            + target
            + "'/></Relationships>");
  }

  private static void entry(ZipOutputStream zip, String name) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
  }

  private static void write(ZipOutputStream zip, String text) throws IOException {
    zip.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private static PrintStream printing(OutputStream out) {
    return new PrintStream(new BufferedOutputStream(out), false, StandardCharsets.UTF_8);
  }
}
