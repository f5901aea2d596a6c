package dev.frostbyte.parsers.detect;

import dev.frostbyte.api.model.MediaType;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Which kind of text a text is: markup and mail by what they say, the rest by name. */
final class TextKind {
  private static final Set<String> SCRIPTS =
      Set.of(
          "js",
          "mjs",
          "vbs",
          "vbe",
          "jse",
          "wsf",
          "hta",
          "ps1",
          "psm1",
          "bat",
          "cmd",
          "sh",
          "bash",
          "py",
          "pl",
          "rb",
          "php",
          "lua",
          "jsp",
          "reg",
          "scr",
          "applescript");
  private static final Pattern TAG =
      Pattern.compile(
          "(?i)<(?:!doctype\\s+html|html|head|body|title|meta|div|p|span|table|h[1-6]|ul|ol|a|br|img"
              + "|section|article|center|font|b|form)\\b[^<]{0,2000}>");
  private static final Pattern PAGE =
      Pattern.compile(
          "(?is)\\s*(?:<\\?xml[^>]{0,300}\\?>\\s*)?(?:<!--.{0,20000}?-->\\s*)*<(?:!doctype\\s+html|html|head|body)\\b.*");
  private static final Pattern XML = Pattern.compile("(?s)\\s*<\\?xml\\s.*");
  private static final Pattern PICTURE =
      Pattern.compile("(?is)\\s*(?:<\\?xml[^>]{0,300}\\?>\\s*)?(?:<!.{0,2000}?>\\s*)*<svg\\b.*");
  private static final Pattern ELEMENT = Pattern.compile("(?s)\\s*<[a-zA-Z_][^<>]{0,2000}>.*");
  private static final int SCANNED = 16_384;

  private TextKind() {}

  static MediaType of(String whole, String extension) {
    String text = whole.substring(0, Math.min(SCANNED, whole.length()));
    if (MailHeaders.isBox(text)) {
      boolean one = extension.equals("eml") && MailHeaders.isMail(behindLine(text), true);
      return one ? MediaType.EML : Types.MBOX;
    }
    if (MailHeaders.isMail(text, extension.equals("eml"))) {
      return MediaType.EML;
    }
    if (text.stripLeading().startsWith("<")) {
      return markup(text, extension);
    }
    return named(whole, text, extension);
  }

  private static String behindLine(String text) {
    return text.substring(text.indexOf('\n') + 1);
  }

  private static MediaType markup(String text, String extension) {
    if (PICTURE.matcher(text).matches()) {
      return Types.SVG;
    }
    if (PAGE.matcher(text).matches()) {
      boolean strict = text.toLowerCase(Locale.ROOT).contains("http://www.w3.org/1999/xhtml");
      boolean xml = XML.matcher(text).matches() || extension.startsWith("xht");
      return strict && xml ? Types.XHTML : MediaType.HTML;
    }
    if (XML.matcher(text).matches()) {
      return Types.XML;
    }
    return extension.equals("xml") && ELEMENT.matcher(text).matches()
        ? Types.XML
        : named(text, text, extension);
  }

  private static MediaType named(String whole, String text, String extension) {
    return switch (extension) {
      case "md", "markdown", "mdown", "mkd" -> MediaType.MARKDOWN;
      case "adoc", "asciidoc" -> Types.ASCIIDOC;
      case "csv" -> Delimiters.divide(whole) ? MediaType.CSV : MediaType.TEXT;
      case "tsv", "tab" -> Delimiters.divide(whole) ? Types.TSV : MediaType.TEXT;
      case "html", "htm", "xhtml" -> TAG.matcher(text).find() ? MediaType.HTML : MediaType.TEXT;
      case "json" -> text.stripLeading().matches("(?s)[\\[{\"].*") ? Types.JSON : MediaType.TEXT;
      default -> SCRIPTS.contains(extension) ? Types.SCRIPT : MediaType.TEXT;
    };
  }
}
