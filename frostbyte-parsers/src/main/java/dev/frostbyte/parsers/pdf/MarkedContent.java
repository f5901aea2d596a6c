package dev.frostbyte.parsers.pdf;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.jspecify.annotations.Nullable;

/**
 * Knows which marked content is open while a page is painted. Ids count anew in every form that the
 * structure tree names; they are kept apart from those of the page by an offset. One thread.
 */
final class MarkedContent {
  /** Ids of one page or form, far more than any has. */
  private static final int IDS = 1_000_000;

  private static final int MOST_FORMS = 1_000;

  private final TagTree tags;
  private final Map<COSDictionary, Integer> bases = new IdentityHashMap<>();
  private final Deque<Mark> open = new ArrayDeque<>();
  private final Deque<Form> forms = new ArrayDeque<>();

  MarkedContent(TagTree tags) {
    this.tags = tags;
  }

  /** Forms with content of their own, and what is added to their ids. */
  Map<COSDictionary, Integer> bases() {
    return bases;
  }

  void enter(COSDictionary form) {
    int base = forms.isEmpty() ? 0 : forms.getFirst().base();
    if (tags.isTagged(form) && bases.size() < MOST_FORMS) {
      base = bases.computeIfAbsent(form, key -> IDS * (bases.size() + 1));
    }
    forms.push(new Form(base, open.size()));
  }

  /** Ends the form and what it left open. */
  void leave() {
    Form form = forms.pop();
    while (open.size() > form.depth()) {
      open.pop();
    }
  }

  /**
   * Begins a sequence.
   *
   * @param glyphs painted before
   */
  void begin(@Nullable COSName tag, @Nullable COSDictionary properties, int glyphs) {
    String actual = properties == null ? null : properties.getString(COSName.ACTUAL_TEXT);
    Mark outer = open.peek();
    boolean worded = actual != null || outer != null && outer.worded();
    open.push(new Mark(id(tag, properties, outer), worded, actual, glyphs));
  }

  private int id(@Nullable COSName tag, @Nullable COSDictionary properties, @Nullable Mark outer) {
    int own = properties == null ? Glyph.UNMARKED : properties.getInt(COSName.MCID, -1);
    if (own < 0 && tag != null && tag.getName().equals("Artifact")) {
      return Glyph.ARTIFACT;
    }
    if (own >= 0) {
      return Math.min(own, IDS - 1) + (forms.isEmpty() ? 0 : forms.getFirst().base());
    }
    return outer == null ? own : outer.id();
  }

  /** Ends the newest sequence and says what its glyphs stand for. */
  ActualText end() {
    ActualText actual = newest();
    if (isOwnOpen()) {
      open.pop();
    }
    return actual;
  }

  /** Characters that the end of the newest sequence adds. */
  int words() {
    return newest().text().length();
  }

  private ActualText newest() {
    Mark mark = isOwnOpen() ? open.peek() : null;
    String actual = mark == null ? null : mark.actual();
    return actual == null || mark == null ? ActualText.NONE : new ActualText(actual, mark.glyphs());
  }

  /** Forms end none but their own sequences. */
  private boolean isOwnOpen() {
    return !open.isEmpty() && (forms.isEmpty() || open.size() > forms.getFirst().depth());
  }

  /** Id of what is painted now, {@link Glyph#UNMARKED} or {@link Glyph#ARTIFACT}. */
  int mark() {
    Mark mark = open.peek();
    return mark == null ? Glyph.UNMARKED : mark.id();
  }

  /** Whether the author says what the glyphs painted now stand for. */
  boolean isWorded() {
    Mark mark = open.peek();
    return mark != null && mark.worded();
  }

  private record Mark(int id, boolean worded, @Nullable String actual, int glyphs) {}

  private record Form(int base, int depth) {}
}
