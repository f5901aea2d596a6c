package dev.frostbyte.parsers.web;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Tells which elements of a page are notes, and by which mark the text refers to them: by EPUB
 * Structural Semantics, DPUB-ARIA, or the attributes that writers of Markdown use. Immutable.
 */
final class PageNotes {
  private static final Pattern NOTE =
      Pattern.compile("(?i)(.*\\s)?(doc-)?(foot|end|rear)note(\\s.*)?");
  private static final Pattern REFERENCE =
      Pattern.compile("(?i)(.*\\s)?(doc-noteref|noteref|footnote-ref)(\\s.*)?");
  private static final int LONGEST_MARK = 16;

  private final Map<String, String> marks;

  private PageNotes(Map<String, String> marks) {
    this.marks = marks;
  }

  static PageNotes of(Document page) {
    Map<String, String> marks = new HashMap<>();
    for (Element link : page.select("a[href^=#]")) {
      boolean refers = says(link, REFERENCE) || link.hasAttr("data-footnote-ref");
      String mark = refers ? markOf(link) : "";
      if (refers && mark.length() <= LONGEST_MARK) {
        marks.putIfAbsent(link.attr("href").substring(1), mark);
      }
    }
    return new PageNotes(marks);
  }

  /** The mark of a note, which may be empty; nothing for an element that is no note. */
  Optional<String> of(Element element, boolean insideNote) {
    String known = marks.get(element.id());
    boolean note = known != null && !element.id().isEmpty() && !element.normalName().equals("a");
    if (insideNote || !(note || says(element, NOTE))) {
      return Optional.empty();
    }
    return Optional.of(known == null ? "" : known);
  }

  private static boolean says(Element element, Pattern what) {
    return what.matcher(element.attr("epub:type")).matches()
        || what.matcher(element.attr("role")).matches()
        || (element.normalName().equals("a") && what.matcher(element.className()).matches());
  }

  private static String markOf(Element link) {
    String mark = link.text().strip();
    return mark.startsWith("[") && mark.endsWith("]") ? mark.substring(1, mark.length() - 1) : mark;
  }
}
