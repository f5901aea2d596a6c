package dev.frostbyte.parsers.office;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts the style sheets that a chapter links to into the chapter, so that what they hide is known.
 */
final class EpubStyles {
  private static final Pattern LINK =
      Pattern.compile("<link\\b[^<>]{0,1000}\\bhref\\s*=\\s*[\"']([^\"'<>]{1,500})[\"'][^<>]*>");

  private EpubStyles() {}

  /**
   * The page with the style sheets of the book that it links to; as it is when it links to none.
   */
  static byte[] inlined(Container container, String part) throws IOException {
    byte[] page = container.bytes(part);
    String head = new String(page, StandardCharsets.ISO_8859_1);
    int end = head.indexOf("</head>");
    if (end < 0) {
      return page;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(page, 0, end);
    Matcher links = LINK.matcher(head.substring(0, end));
    while (links.find()) {
      String sheet = EpubBook.resolve(part, links.group(1));
      if (sheet.endsWith(".css") && container.has(sheet)) {
        add(container.bytes(sheet), out);
      }
    }
    out.write(page, end, page.length - end);
    return out.toByteArray();
  }

  /** Of any size: what is too much for a page says the page. An end tag in a sheet ends none. */
  private static void add(byte[] sheet, ByteArrayOutputStream out) throws IOException {
    String text = new String(sheet, StandardCharsets.ISO_8859_1).replace("</", "<\\/");
    out.write(("<style>" + text + "</style>").getBytes(StandardCharsets.ISO_8859_1));
  }
}
