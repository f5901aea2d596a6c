package dev.frostbyte.parsers.office;

import dev.frostbyte.api.model.TextEncoding;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What an RTF file says before its text: fonts with their code pages, colours, styles. One thread.
 */
final class RtfTables {
  private static final int MOST = 100_000;

  /** Windows code pages of font character sets (RTF 1.9.1, "Font table"). */
  private static final Map<Integer, Integer> PAGES =
      Map.ofEntries(
          Map.entry(77, 10_000),
          Map.entry(128, 932),
          Map.entry(129, 949),
          Map.entry(130, 1_361),
          Map.entry(134, 936),
          Map.entry(136, 950),
          Map.entry(161, 1_253),
          Map.entry(162, 1_254),
          Map.entry(163, 1_258),
          Map.entry(177, 1_255),
          Map.entry(178, 1_256),
          Map.entry(186, 1_257),
          Map.entry(204, 1_251),
          Map.entry(222, 874),
          Map.entry(238, 1_250),
          Map.entry(254, 437),
          Map.entry(255, 850));

  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private final Map<Integer, Charset> fonts = new HashMap<>();
  private final List<Integer> colours = new ArrayList<>();
  private final Map<Integer, Style> styles = new HashMap<>();
  private final StringBuilder name = new StringBuilder();
  private Charset charset = WINDOWS;
  private boolean said;
  private int defaultFont = -1;
  private int font = -1;
  private int[] colour = {-1, -1, -1};
  private int style;
  private int outline = RtfParagraph.BODY_TEXT;

  /** A paragraph style: its name in lower case, and its outline level from 0. */
  record Style(String name, int outline) {
    static final Style NONE = new Style("", RtfParagraph.BODY_TEXT);
  }

  int defaultFont() {
    return defaultFont;
  }

  /** A colour of the table; -1 for the automatic one. */
  int colour(int number) {
    return number >= 0 && number < colours.size() ? colours.get(number) : -1;
  }

  Style style(int number) {
    return styles.getOrDefault(number, Style.NONE);
  }

  /** How text is read that names no font, as the header says or as most files have it. */
  TextEncoding encoding() {
    return TextEncoding.of(
        charset, said ? TextEncoding.Basis.DECLARED : TextEncoding.Basis.ASSUMED);
  }

  /** The code page of text in a font. */
  Charset charset(int number) {
    return fonts.getOrDefault(number, charset);
  }

  /** Takes a control word of the header. */
  void header(String word, int number) {
    said |= word.matches("ansicpg|mac|pc|pca");
    switch (word) {
      case "ansicpg" -> charset = page(number, charset);
      case "mac" -> charset = page(10_000, charset);
      case "pc" -> charset = page(437, charset);
      case "pca" -> charset = page(850, charset);
      case "deff" -> defaultFont = number;
      default -> {}
    }
  }

  /** Takes a control word of the table of fonts. */
  void font(String word, int number) {
    switch (word) {
      case "f" -> font = number;
      case "fcharset" -> page(PAGES.getOrDefault(number, number == 0 ? 1_252 : 0));
      case "cpg" -> page(number);
      default -> {}
    }
  }

  /** Takes a control word of the table of colours. */
  void colour(String word, int number) {
    int at = List.of("red", "green", "blue").indexOf(word);
    if (at >= 0) {
      colour[at] = Math.clamp(number, 0, 255);
    }
  }

  /** A colour ends; one without numbers is the automatic one. */
  void endColour() {
    boolean automatic = colour[0] < 0 || colour[1] < 0 || colour[2] < 0;
    if (colours.size() < MOST) {
      colours.add(automatic ? -1 : (colour[0] << 16) | (colour[1] << 8) | colour[2]);
    }
    colour = new int[] {-1, -1, -1};
  }

  /** Takes a control word of the table of styles. */
  void style(String word, int number) {
    switch (word) {
      case "s" -> style = number;
      case "cs", "ds", "ts", "tsrowd" -> style = -1;
      case "outlinelevel" -> outline = number;
      default -> {}
    }
  }

  /** Takes text of the table of styles: a name, ended by a semicolon. */
  void styleName(String text) {
    int end = text.indexOf(';');
    name.append(end < 0 ? text : text.substring(0, end));
    if (end >= 0 || name.length() > 200) {
      if (style >= 0 && styles.size() < MOST) {
        styles.put(style, new Style(name.toString().strip().toLowerCase(Locale.ROOT), outline));
      }
      name.setLength(0);
      style = 0;
      outline = RtfParagraph.BODY_TEXT;
    }
  }

  private void page(int number) {
    if (number > 0 && fonts.size() < MOST) {
      fonts.put(font, page(number, charset));
    }
  }

  private static Charset page(int number, Charset fallback) {
    String known =
        switch (number) {
          case 65_001 -> "UTF-8";
          case 932 -> "windows-31j";
          case 936 -> "GBK";
          case 949 -> "x-windows-949";
          case 950 -> "x-windows-950";
          case 1_361 -> "x-Johab";
          case 874 -> "x-windows-874";
          case 10_000 -> "x-MacRoman";
          case 1_252 -> "windows-1252";
          default -> number >= 1_250 && number <= 1_258 ? "windows-" + number : "IBM" + number;
        };
    boolean readable = number > 0 && number <= 65_001 && Charset.isSupported(known);
    Charset found = readable ? Charset.forName(known) : fallback;
    return found.equals(StandardCharsets.US_ASCII) ? fallback : found;
  }
}
