package dev.frostbyte.parsers.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.pdfbox.pdmodel.font.FontMappers;

/** Keeps PDFBox from touching the machine it runs on. Thread-safe. */
final class PdfLibrary {
  /** Held here, since loggers nobody holds are collected and forget their level. */
  private static final Logger PDFBOX = Logger.getLogger("org.apache.pdfbox");

  private static final Logger FONTBOX = Logger.getLogger("org.apache.fontbox");

  private static final String VERSION = "/org/apache/pdfbox/resources/version.properties";

  private PdfLibrary() {}

  /** Must run before PDFBox opens its first document; running it again changes nothing. */
  static synchronized void prepare() {
    quietSimpleLogger();
    PDFBOX.setLevel(Level.OFF);
    FONTBOX.setLevel(Level.OFF);
    FontMappers.set(BundledFonts.INSTANCE);
  }

  /**
   * With Log4j's interface but no Log4j behind it, errors would go to the standard error stream.
   */
  private static void quietSimpleLogger() {
    if (System.getProperty("log4j2.simplelogLevel") == null) {
      System.setProperty("log4j2.simplelogLevel", "OFF");
    }
  }

  /**
   * Version of PDFBox, for fingerprints. Read from its jar: asked itself, PDFBox would start a
   * logger in the host, which may write to standard output.
   */
  static String version() {
    try (InputStream in = FontMappers.class.getResourceAsStream(VERSION)) {
      Properties properties = new Properties();
      if (in != null) {
        properties.load(in);
      }
      return properties.getProperty("pdfbox.version", "unknown");
    } catch (IOException e) {
      return "unknown";
    }
  }
}
