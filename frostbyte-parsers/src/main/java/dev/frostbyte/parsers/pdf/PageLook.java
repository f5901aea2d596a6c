package dev.frostbyte.parsers.pdf;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.Region;
import dev.frostbyte.api.model.UntrustedText;
import dev.frostbyte.api.spi.LayoutModel;
import dev.frostbyte.api.spi.PagePicture;
import dev.frostbyte.api.spi.PageView;
import dev.frostbyte.api.spi.TableModel;
import dev.frostbyte.parsers.internal.PageModels;
import dev.frostbyte.parsers.internal.PagePainter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks the models of a pipeline about one page. Whatever a model does wrong costs the page its help
 * and is noted; it never ends the document. Models see the page as it is read, turned so that most
 * of its text runs from left to right. One thread.
 */
final class PageLook {
  /** Asks nobody. */
  static final PageLook NONE = new PageLook(new ModelPages(PageModels.NONE, 0), dpi -> noPicture());

  private static final String LAYOUT = "layout-model";
  private static final String TABLE = "table-model";
  private static final int LEAST_DPI = 36;
  private static final int MOST_DPI = 200;

  private final ModelPages pages;
  private final PagePainter painter;
  private final Set<Block> notes = new LinkedHashSet<>();
  private @Nullable Boolean allowed;
  private @Nullable PagePicture picture;
  private int pictureDpi;

  PageLook(ModelPages pages, PagePainter painter) {
    this.pages = pages;
    this.painter = painter;
  }

  /** What was wrong so far, each once. */
  List<Block> notes() {
    return List.copyOf(notes);
  }

  /** The parts of a page, the surest first; none where nobody says. */
  List<Label> labels(PageText page) {
    LayoutModel model = pages.models().layout();
    if (model == null || page.chunks().isEmpty()) {
      return List.of();
    }
    Rect whole = page.frame().page();
    return asked(
        LAYOUT,
        page,
        model.dpi(),
        seen -> ModelAnswer.labels(model.boxes(view(page, whole, seen)), whole),
        List.of());
  }

  /** A table with the cells a model sees, or as it is. */
  TableDraft table(PageText page, TableDraft table, List<Word> words) {
    TableModel model = pages.models().table();
    if (model == null || words.isEmpty()) {
      return table;
    }
    Rect around = table.rect().union(Rect.around(words, Word::rect));
    Rect area = around.intersection(page.frame().page());
    return asked(
        TABLE,
        page,
        model.dpi(),
        seen -> ModelTable.draft(model.grid(view(page, area, seen)), area, words),
        table);
  }

  /** Whether tables are looked at. */
  boolean seesTables() {
    return pages.models().table() != null;
  }

  private <T> T asked(String kind, PageText page, int dpi, Question<T> question, T otherwise) {
    if (!allowed()) {
      note(kind, "NOT_ASKED", page);
      return otherwise;
    }
    try {
      PagePicture seen = painted(page, Math.clamp(dpi, LEAST_DPI, MOST_DPI));
      return seen == null ? otherwise : question.answer(seen);
    } catch (ModelAnswer.BadAnswerException e) {
      note(kind, "BAD_ANSWER", page);
    } catch (Exception | LinkageError | AssertionError | StackOverflowError e) {
      note(kind, "FAILED", page);
    }
    return otherwise;
  }

  /** Counted once a page, whoever is asked. */
  private boolean allowed() {
    boolean first = allowed == null ? pages.another() : allowed;
    allowed = first;
    return first;
  }

  private @Nullable PagePicture painted(PageText page, int dpi) {
    if (pictureDpi != dpi) {
      picture = painting(page, dpi);
      pictureDpi = dpi;
    }
    return picture;
  }

  private @Nullable PagePicture painting(PageText page, int dpi) {
    try {
      return Turning.turned(painter.paint(dpi), page.frame().turns());
    } catch (IOException | RuntimeException | LinkageError | StackOverflowError e) {
      note("page-image", "NOT_DRAWN", page);
      return null;
    }
  }

  private static PageView view(PageText page, Rect area, PagePicture whole) {
    Rect sheet = page.frame().page();
    float across = whole.width() / sheet.width();
    float down = whole.height() / sheet.height();
    int left = Math.max(0, (int) Math.floor((area.left() - sheet.left()) * across));
    int top = Math.max(0, (int) Math.floor((area.top() - sheet.top()) * down));
    int right = (int) Math.ceil((area.right() - sheet.left()) * across);
    int bottom = (int) Math.ceil((area.bottom() - sheet.top()) * down);
    PagePicture part = whole.part(left, top, right, bottom);
    float x = sheet.left() + left / across;
    float y = sheet.top() + top / down;
    Rect shown = new Rect(x, y, x + part.width() / across, y + part.height() / down);
    return new PageView(page.number(), shown.box(), part, words(page, area));
  }

  private static List<PageView.Word> words(PageText page, Rect area) {
    List<PageView.Word> words = new ArrayList<>();
    page.chunks()
        .forEach(chunk -> chunk.words().forEach(word -> add(words, word.rect(), word, area)));
    for (PageText.Aside aside : page.asides()) {
      for (Chunk chunk : aside.chunks()) {
        for (Word word : chunk.words()) {
          Rect shown = aside.frame().toDisplay(word.rect());
          add(words, page.frame().toReading(shown), word, area);
        }
      }
    }
    return words;
  }

  private static void add(List<PageView.Word> words, Rect rect, Word word, Rect area) {
    if (area.containsCentre(rect)) {
      words.add(new PageView.Word(UntrustedText.of(word.text()), rect.box()));
    }
  }

  private void note(String kind, String reason, PageText page) {
    notes.add(new Block.Dropped(kind, reason, List.of(Region.page(page.number()))));
  }

  private static PagePicture noPicture() throws IOException {
    throw new IOException("there is no picture of this page");
  }

  /** What is asked once the page is painted. */
  @FunctionalInterface
  private interface Question<T> {
    T answer(PagePicture seen) throws IOException, ModelAnswer.BadAnswerException;
  }
}
