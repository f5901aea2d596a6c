package dev.frostbyte.core.report;

import com.ibm.icu.text.Bidi;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The font of a report: Liberation Sans (SIL Open Font License 1.1), which PDFBox carries; the
 * letters used are embedded. No font of the machine is asked for. Measures and breaks text. One
 * thread.
 */
final class PdfFont {
  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  private final PDFont font;
  private final TrueTypeFont letters;
  private final CmapLookup glyphs;
  private final float perEm;
  private final Map<Integer, Float> widths = new HashMap<>();
  private final Set<Integer> undrawn = new TreeSet<>();

  private PdfFont(PDFont font, TrueTypeFont letters) throws IOException {
    this.font = font;
    this.letters = letters;
    this.glyphs = letters.getUnicodeCmapLookup();
    this.perEm = letters.getUnitsPerEm();
  }

  static PdfFont in(PDDocument document) throws IOException {
    try (InputStream in = PDDocument.class.getResourceAsStream(FONT)) {
      if (in == null) {
        throw new IOException("the font " + FONT + " is missing from the jar of PDFBox");
      }
      TrueTypeFont letters = new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes()));
      letters.setEnableGsub(false);
      return new PdfFont(PDType0Font.load(document, letters, true), letters);
    }
  }

  PDFont font() {
    return font;
  }

  /** How many different characters had to be shown by their number. */
  int undrawn() {
    return undrawn.size();
  }

  /** The text with everything that cannot be drawn, or would turn it, shown by number. */
  String drawable(String text) {
    StringBuilder out = new StringBuilder(text.length());
    FileNames.visible(text).codePoints().forEach(point -> draw(point, out));
    return out.toString();
  }

  private void draw(int point, StringBuilder out) {
    if (glyphs.getGlyphId(point) == 0) {
      undrawn.add(point);
      out.append(FileNames.bracketed(point));
    } else {
      out.appendCodePoint(point);
    }
  }

  /** Letters of a line in the order they stand on paper: Hebrew runs from right to left. */
  static String ordered(String line) {
    char[] letters = line.toCharArray();
    return Bidi.requiresBidi(letters, 0, letters.length)
        ? new Bidi(line, Bidi.LTR).writeReordered(Bidi.DO_MIRRORING)
        : line;
  }

  /** In points. */
  float width(String drawable, PdfStyle style) {
    float units = 0;
    for (int at = 0; at < drawable.length(); ) {
      int point = drawable.codePointAt(at);
      units += width(point);
      at += Character.charCount(point);
    }
    return units * style.size() + (style.bold() ? style.size() * 0.03f : 0);
  }

  private float width(int point) {
    return widths.computeIfAbsent(point, this::measured);
  }

  private float measured(int point) {
    try {
      return letters.getAdvanceWidth(glyphs.getGlyphId(point)) / perEm;
    } catch (IOException e) {
      throw new UncheckedIOException("the font of the report cannot be read", e);
    }
  }

  /** Lines no wider than that, broken at blanks where there are any; at least one. */
  List<String> lines(String drawable, PdfStyle style, float width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : drawable.split(" ", -1)) {
      String joined = line.isEmpty() ? word : line + " " + word;
      if (width(joined, style) <= width) {
        line.setLength(0);
        line.append(joined);
      } else {
        if (!line.isEmpty()) {
          lines.add(line.toString());
        }
        line.setLength(0);
        line.append(broken(word, style, width, lines));
      }
    }
    lines.add(line.toString());
    return lines;
  }

  /** Adds the full lines of a word too long for one; gives back its rest. */
  private String broken(String word, PdfStyle style, float width, List<String> lines) {
    int from = 0;
    float used = 0;
    for (int at = 0; at < word.length(); ) {
      int point = word.codePointAt(at);
      float next = width(point) * style.size();
      if (used + next > width - 0.5f && at > from) {
        lines.add(word.substring(from, at));
        from = at;
        used = 0;
      }
      used += next;
      at += Character.charCount(point);
    }
    return word.substring(from);
  }
}
