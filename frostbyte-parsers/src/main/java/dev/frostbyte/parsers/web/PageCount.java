package dev.frostbyte.parsers.web;

import dev.frostbyte.api.model.Expected;
import dev.frostbyte.parsers.internal.Ink;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/**
 * Counts what a page holds from the nodes of its tree alone: texts, comments and addresses of
 * links, shown or hidden; code is not read. Of a formula only its text is counted, not the ways it
 * is written besides. One thread.
 */
final class PageCount implements NodeVisitor {
  private long count;
  private @Nullable Node skipped;
  private @Nullable Node formula;

  private PageCount() {}

  static Expected of(Document page) {
    PageCount counted = new PageCount();
    NodeTraversor.traverse(counted, page);
    return new Expected(counted.count);
  }

  @Override
  public void head(Node node, int depth) {
    if (skipped != null) {
      return;
    }
    switch (node) {
      case TextNode text -> count += text(text.getWholeText());
      case Comment comment -> count += Ink.of(comment.getData());
      case Element element -> enter(element);
      default -> {}
    }
  }

  @Override
  public void tail(Node node, int depth) {
    skipped = node == skipped ? null : skipped;
    formula = node == formula ? null : formula;
  }

  private long text(String words) {
    return formula == null ? Ink.of(words) : Ink.words(words);
  }

  private void enter(Element element) {
    switch (element.normalName()) {
      case "a" -> count += Ink.of(element.attr("href"));
      case "math" -> formula = formula == null ? element : formula;
      case "annotation", "annotation-xml" -> skipped = element;
      default -> {}
    }
  }
}
