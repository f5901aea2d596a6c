package dev.frostbyte.parsers.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * Answers every request for a font that is not embedded with the one PDFBox carries. Widths of the
 * standard 14 fonts come from the metrics PDFBox carries, all others from the document, so results
 * do not depend on the machine. Thread-safe.
 */
enum BundledFonts implements FontMapper {
  /** The only one. */
  INSTANCE;

  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  @Override
  public FontMapping<TrueTypeFont> getTrueTypeFont(
      String name, @Nullable PDFontDescriptor descriptor) {
    return new FontMapping<>(Fallback.FONT, true);
  }

  @Override
  public FontMapping<FontBoxFont> getFontBoxFont(
      String name, @Nullable PDFontDescriptor descriptor) {
    return new FontMapping<>(Fallback.FONT, true);
  }

  @Override
  public CIDFontMapping getCIDFont(
      String name, @Nullable PDFontDescriptor descriptor, @Nullable PDCIDSystemInfo info) {
    return new CIDFontMapping(null, Fallback.FONT, true);
  }

  /** Loaded when first needed. */
  private static final class Fallback {
    static final TrueTypeFont FONT = load();

    private static TrueTypeFont load() {
      try (InputStream in = BundledFonts.class.getResourceAsStream(BundledFonts.FONT)) {
        if (in == null) {
          throw new IllegalStateException("PDFBox's own font is missing; use its complete jar");
        }
        return new TTFParser().parse(RandomAccessReadBuffer.createBufferFromStream(in));
      } catch (IOException e) {
        throw new UncheckedIOException("PDFBox's own font cannot be read; use its own jar", e);
      }
    }
  }
}
