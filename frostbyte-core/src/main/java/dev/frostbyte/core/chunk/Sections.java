package dev.frostbyte.core.chunk;

import dev.frostbyte.api.model.CodePoints;
import dev.frostbyte.api.model.Element;
import dev.frostbyte.api.model.ServedDocument;
import dev.frostbyte.api.model.Span;
import dev.frostbyte.api.model.TextName;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * Reads a document section by section: a section begins at a heading that follows other text, and
 * after furniture. Text that lies in no element is read as a paragraph, so that nothing is lost.
 * One thread.
 */
final class Sections implements Iterator<Section> {
  private final List<Element> elements;
  private final int length;
  private final Splitter splitter;
  private final TableUnits tables;
  private final Budget budget;
  private final HeadingPath path = new HeadingPath();
  private final List<Unit> units = new ArrayList<>();
  private List<Span> headings = List.of();
  private int next;
  private int read;
  private boolean body;
  private boolean joinable = true;

  Sections(ServedDocument document, CodePoints text, Budget budget) {
    this.elements = document.elements();
    this.length = text.length();
    this.budget = budget;
    this.splitter = new Splitter(text, budget);
    this.tables = new TableUnits(splitter, budget);
  }

  @Override
  public boolean hasNext() {
    while (units.isEmpty() && next <= elements.size()) {
      fill();
    }
    return !units.isEmpty();
  }

  @Override
  public Section next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the document has no more sections");
    }
    Section section = new Section(units, joinable);
    units.clear();
    body = false;
    joinable = !(next < elements.size() && elements.get(next) instanceof Element.Furniture);
    return section;
  }

  /** Reads until a section is full or the document ends. */
  private void fill() {
    while (next < elements.size()) {
      Element element = elements.get(next);
      addGap(element.span().start());
      if (endsSection(element)) {
        return;
      }
      add(element);
      read = Math.max(read, element.span().end());
      next++;
    }
    addGap(length);
    next++;
  }

  private boolean endsSection(Element element) {
    boolean border =
        element instanceof Element.Furniture || element instanceof Element.Heading && body;
    return border && !units.isEmpty();
  }

  private void add(Element element) {
    switch (element) {
      case Element.Heading heading -> addHeading(heading);
      case Element.Paragraph paragraph -> addText(paragraph.span(), false);
      case Element.ListItem item -> addText(item.span(), true);
      case Element.Preformatted preformatted -> addText(preformatted.span(), false);
      case Element.Table table -> addUnits(tables.units(table, headings));
      case Element.Figure figure -> addText(figure.span(), false);
      case Element.Formula formula -> addText(formula.span(), false);
      case Element.Footnote note -> addText(note.span(), false);
      case Element.Furniture furniture -> joinable = false;
    }
  }

  private void addHeading(Element.Heading heading) {
    path.leave(heading.level());
    headings = budget.affordable(path.spans());
    boolean hadBody = body;
    addText(heading.span(), false);
    body = hadBody;
    path.enter(heading.level(), heading.span());
    headings = budget.affordable(path.spans());
  }

  private void addGap(int end) {
    if (end > read) {
      addText(Span.of(TextName.SERVED, read, end), false);
      read = end;
    }
  }

  private void addText(Span span, boolean list) {
    int start = splitter.skipSpace(span.start(), span.end());
    int end = splitter.trimmed(start, span.end());
    if (start < end) {
      Unit unit = new Unit(start, end, list, headings, List.of(), span.regions());
      addUnits(
          budget.fits(start, end, unit.headings(), List.of())
              ? List.of(unit)
              : splitter.split(unit));
    }
  }

  private void addUnits(List<Unit> more) {
    units.addAll(more);
    body |= !more.isEmpty();
  }
}
