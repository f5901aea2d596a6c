package dev.frostbyte.parsers.web;

import dev.frostbyte.api.model.HiddenChannel;
import dev.frostbyte.parsers.internal.Prose;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** What the head of a page says: its title, and properties no reader sees. */
final class PageHead {
  private static final Pattern DESCRIBING =
      Pattern.compile("description|keywords|author|subject|title|abstract|summary|comment");
  private static final Pattern TECHNICAL =
      Pattern.compile(
          "viewport|generator|robots|theme-color|format-detection|verification|date|time");

  private PageHead() {}

  static void emit(Document page, boolean titleAsHeading, PageWriter writer) {
    String title = page.title().strip();
    if (titleAsHeading && page.selectFirst("h1, h2, h3, h4, h5, h6") == null) {
      writer.heading(1, title);
    } else {
      writer.hidden(HiddenChannel.METADATA, title);
    }
    for (Element meta : page.select("meta[content]")) {
      if (describes(meta)) {
        writer.hidden(HiddenChannel.METADATA, meta.attr("content"));
      }
    }
    for (Element code : page.head().select("script, style")) {
      writer.dropped(code.normalName(), "CODE");
    }
    outside(page, writer);
  }

  /** Comments before and in the root, in the head and behind the body. */
  private static void outside(Document page, PageWriter writer) {
    for (Node node : page.childNodes()) {
      comment(node, writer);
    }
    for (Element root : page.children()) {
      root.childNodes().forEach(node -> comment(node, writer));
    }
    page.head().stream().forEach(element -> element.childNodes().forEach(n -> comment(n, writer)));
  }

  private static void comment(Node node, PageWriter writer) {
    if (node instanceof org.jsoup.nodes.Comment comment) {
      writer.hidden(HiddenChannel.COMMENT, comment.getData());
    }
  }

  /** Whatever is written in words: what machines read are single words, numbers and addresses. */
  private static boolean describes(Element meta) {
    String name = (meta.attr("name") + meta.attr("property")).toLowerCase(Locale.ROOT);
    return DESCRIBING.matcher(name).find()
        || (!TECHNICAL.matcher(name).find() && Prose.isIn(meta.attr("content")));
  }
}
