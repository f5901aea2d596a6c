package dev.frostbyte.parsers.office;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the text of a group of RTF is (RTF 1.9.1, "Destinations"). */
enum RtfRole {
  /** The document itself. */
  BODY,
  /** Text nobody reads: names of things, binary data. */
  SKIPPED,
  /** The table of fonts. */
  FONTS,
  /** The table of colours. */
  COLOURS,
  /** The table of styles. */
  STYLES,
  /** Properties, each a group of its own. */
  INFO,
  /** One property. */
  PROPERTY,
  /** Running header. */
  HEADER,
  /** Running footer. */
  FOOTER,
  /** What stands in a text box. */
  ASIDE,
  /** A foot- or endnote. */
  NOTE,
  /** What a field does. */
  INSTRUCTION,
  /** A remark. */
  COMMENT,
  /** The marker of a list item. */
  MARKER;

  private static final Map<String, RtfRole> WORDS =
      Map.ofEntries(
          Map.entry("fonttbl", FONTS),
          Map.entry("colortbl", COLOURS),
          Map.entry("stylesheet", STYLES),
          Map.entry("info", INFO),
          Map.entry("header", HEADER),
          Map.entry("headerl", HEADER),
          Map.entry("headerr", HEADER),
          Map.entry("headerf", HEADER),
          Map.entry("footer", FOOTER),
          Map.entry("footerl", FOOTER),
          Map.entry("footerr", FOOTER),
          Map.entry("footerf", FOOTER),
          Map.entry("footnote", NOTE),
          Map.entry("fldinst", INSTRUCTION),
          Map.entry("shptxt", ASIDE),
          Map.entry("annotation", COMMENT),
          Map.entry("listtext", MARKER),
          Map.entry("pntext", MARKER));

  private static final Set<String> UNREAD =
      Set.of(
          "pict",
          "objdata",
          "nonshppict",
          "nonesttables",
          "sp",
          "xe",
          "tc",
          "tcn",
          "upr",
          "filetbl",
          "listtable",
          "listoverridetable",
          "datafield",
          "formfield",
          "bkmkstart",
          "bkmkend",
          "private");

  /** Groups marked as "leave out when unknown" that are known and hold text of what is around. */
  private static final Set<String> KNOWN =
      Set.of("shppict", "shpinst", "moMath", "moMathPara", "annotation");

  private static final Set<String> PROPERTIES =
      Set.of(
          "title",
          "subject",
          "author",
          "manager",
          "company",
          "operator",
          "category",
          "keywords",
          "comment",
          "doccomm");

  /**
   * The role a control word gives its group; empty when it gives none.
   *
   * @param optional whether the group is marked as "leave out when unknown"
   */
  Optional<RtfRole> with(String word, boolean optional) {
    if (this == SKIPPED) {
      return Optional.empty();
    }
    if (this == INFO && !UNREAD.contains(word)) {
      return Optional.of(PROPERTIES.contains(word) ? PROPERTY : INFO);
    }
    RtfRole role = WORDS.get(word);
    if (role != null) {
      boolean inBody = role == MARKER || role == INSTRUCTION;
      return Optional.of(inBody && this != BODY ? beside(role) : role);
    }
    boolean unread = UNREAD.contains(word) || word.matches("m[a-zA-Z]+Pr");
    boolean unknown = optional && this != STYLES && !KNOWN.contains(word);
    return unread || unknown ? Optional.of(SKIPPED) : Optional.empty();
  }

  /** Outside the body a marker is text like any other, and what a field does is not read. */
  private RtfRole beside(RtfRole role) {
    return role == MARKER ? this : SKIPPED;
  }

  /** Whether text is kept together and handed on when the group ends. */
  boolean gathers() {
    return switch (this) {
      case PROPERTY, HEADER, FOOTER, ASIDE, NOTE, INSTRUCTION, COMMENT, MARKER -> true;
      case BODY, SKIPPED, FONTS, COLOURS, STYLES, INFO -> false;
    };
  }
}
