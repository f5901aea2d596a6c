package dev.frostbyte.parsers.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.IdentityHashMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDSimpleFont;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.pdmodel.font.encoding.GlyphList;
import org.jspecify.annotations.Nullable;

/** What is asked of a font again and again, for one page. One thread. */
final class FontCache {
  /** Fonts without an object number are made anew at every use, and must not pile up. */
  private static final int MOST = 200;

  private final Map<PDFont, Face> faces = new IdentityHashMap<>();

  Face face(PDFont font) {
    if (faces.size() > MOST) {
      faces.clear();
    }
    return faces.computeIfAbsent(font, Face::of);
  }

  /** One font and what its codes stand for. */
  static final class Face {
    private final PDFont font;
    private final FontStyle style;
    private final float scale;
    private final @Nullable String[] texts = new @Nullable String[256];

    private Face(PDFont font, FontStyle style, float scale) {
      this.font = font;
      this.style = style;
      this.scale = scale;
    }

    private static Face of(PDFont font) {
      return new Face(font, FontStyle.of(font), scale(font));
    }

    FontStyle style() {
      return style;
    }

    /** Font size in points per unit of the text matrix; not 1 for Type 3 fonts only. */
    float scale() {
      return scale;
    }

    /** What a code stands for, null when the document does not say. */
    @Nullable String text(int code) {
      if (code < 0 || code >= texts.length) {
        return look(code);
      }
      String known = texts[code];
      if (known == null) {
        known = look(code);
        texts[code] = known;
      }
      return known;
    }

    private @Nullable String look(int code) {
      String text = font.toUnicode(code, Names.LIST);
      if (text == null && font instanceof PDSimpleFont && !(font instanceof PDType3Font)) {
        text = Character.isISOControl(code) ? null : String.valueOf((char) code);
      }
      return text == null ? null : Bidirectional.seen(Ligatures.expanded(text));
    }

    /** Type 3 fonts choose their own units; the height of their box stands for the size. */
    private static float scale(PDFont font) {
      if (!(font instanceof PDType3Font type3)) {
        return 1;
      }
      float unit = Math.abs(type3.getFontMatrix().getScaleY());
      float height = type3.getFontBBox() == null ? 0 : type3.getFontBBox().getHeight() * unit;
      return height > 0 && Float.isFinite(height) ? height : 1;
    }
  }

  /** Adobe's glyph names and the few more that PDFBox knows. */
  private static final class Names {
    static final GlyphList LIST = load();

    private static GlyphList load() {
      String name = "/org/apache/pdfbox/resources/glyphlist/additional.txt";
      try (InputStream in = GlyphList.class.getResourceAsStream(name)) {
        return in == null
            ? GlyphList.getAdobeGlyphList()
            : new GlyphList(GlyphList.getAdobeGlyphList(), in);
      } catch (IOException e) {
        throw new UncheckedIOException("PDFBox's glyph names cannot be read; use its own jar", e);
      }
    }
  }
}
