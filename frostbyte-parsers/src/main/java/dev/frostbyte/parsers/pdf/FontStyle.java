package dev.frostbyte.parsers.pdf;

import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.jspecify.annotations.Nullable;

/** What a font looks like, as far as structure shows in it. Immutable. */
record FontStyle(boolean bold, boolean italic, boolean mono) {
  static final FontStyle PLAIN = new FontStyle(false, false, false);

  private static final Pattern BOLD =
      Pattern.compile("bold|black|heavy|demi(?!r)|[-,]semib|[-_]b[di]?$|cmbx|ptmb|phvb|sfbx");
  private static final Pattern ITALIC = Pattern.compile("italic|oblique|[-_](it|bi)$|cmti|cmsl");
  private static final Pattern MONO =
      Pattern.compile("courier|mono|consol|typewriter|cmtt|menlo|fixed|inconsolata|pcrr|pcrb");
  private static final int BOLD_WEIGHT = 600;

  static FontStyle of(PDFont font) {
    String name = font.getName();
    String plain = name == null ? "" : name.toLowerCase(Locale.ROOT);
    PDFontDescriptor descriptor = descriptor(font);
    return new FontStyle(
        BOLD.matcher(plain).find() || isBold(descriptor),
        ITALIC.matcher(plain).find() || descriptor != null && descriptor.isItalic(),
        MONO.matcher(plain).find() || descriptor != null && descriptor.isFixedPitch());
  }

  FontStyle emboldened() {
    return new FontStyle(true, italic, mono);
  }

  private static boolean isBold(@Nullable PDFontDescriptor descriptor) {
    return descriptor != null
        && (descriptor.isForceBold() || descriptor.getFontWeight() >= BOLD_WEIGHT);
  }

  private static @Nullable PDFontDescriptor descriptor(PDFont font) {
    return font.getFontDescriptor();
  }
}
