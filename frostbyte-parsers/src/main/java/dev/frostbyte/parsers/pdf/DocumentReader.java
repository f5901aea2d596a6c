package dev.frostbyte.parsers.pdf;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.spi.BudgetReachedException;
import dev.frostbyte.parsers.internal.PartParsers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.jspecify.annotations.Nullable;

/** Reads one open document, page by page. One thread. */
final class DocumentReader {
  private final PDDocument document;
  private final Budget budget;
  private final Layers layers;
  private final Scans scans;
  private final Recognised recognised;
  private final ModelPages models;
  private final TagTree tags;
  private final Attachments attachments;
  private final PageWindow window = new PageWindow();
  private final List<Block> sizes = new ArrayList<>();
  private final Map<COSDictionary, Integer> numbers = new IdentityHashMap<>();
  private int pages;
  private long characters;

  private DocumentReader(
      PDDocument document,
      Budget budget,
      Scans scans,
      Recognised recognised,
      ModelPages models,
      PartParsers parts) {
    this.document = document;
    this.budget = budget;
    this.scans = scans;
    this.recognised = recognised;
    this.models = models;
    this.attachments = new Attachments(parts, budget);
    this.layers = Layers.of(document);
    this.tags = TagTree.of(document, budget.limits().maxDepth());
  }

  static Reading read(
      PDDocument document,
      Budget budget,
      Scans scans,
      Recognised recognised,
      ModelPages models,
      PartParsers parts)
      throws IOException {
    return new DocumentReader(document, budget, scans, recognised, models, parts).read();
  }

  private Reading read() throws IOException {
    List<Block> lost = FormFields.shown(document);
    BudgetReachedException cut = first(null, () -> PageWalk.walk(document, budget, this::page));
    List<Block> blocks = new ArrayList<>(sizes);
    blocks.addAll(lost);
    cut = first(cut, () -> DocumentExtras.read(document, numbers, budget, blocks));
    Map<String, Integer> bookmarks = Bookmarks.of(document);
    blocks.addAll(Composer.blocks(window.finish(), bookmarks, recognised));
    cut = cut == null ? recognised.cut() : cut;
    cut = first(cut, () -> attachments.read(document, blocks));
    return new Reading(
        blocks, attachments.whole(), pages, characters + attachments.expected(), cut);
  }

  /** What ended the reading first, if anything did: before this step or in it. */
  private static @Nullable BudgetReachedException first(
      @Nullable BudgetReachedException before, Step step) throws IOException {
    try {
      step.run();
      return before;
    } catch (BudgetReachedException e) {
      return before == null ? e : before;
    }
  }

  /** Reads something that may reach a limit. */
  @FunctionalInterface
  private interface Step {
    void run() throws IOException;
  }

  private void page(COSDictionary dictionary, int number) throws IOException {
    numbers.putIfAbsent(dictionary, number);
    PDPage page = new CachedPage(dictionary, document.getResourceCache());
    Frame.Display display = Frame.Display.of(page.getCropBox(), page.getRotation());
    PageRecorder recorder = new PageRecorder(display, new FontCache(), budget);
    MarkedContent marked = new MarkedContent(tags);
    BudgetReachedException cut =
        paint(page, new PageReader(page, recorder, layers, marked, budget), recorder);
    pages = number;
    display.size(number).ifPresent(size -> sizes.add(new Block.Page(size)));
    List<Block> notes = new ArrayList<>();
    cut = first(cut, () -> PageNotes.read(page, number, display, budget, notes));
    PageMarks marks = recorder.marks(number);
    characters += marks.characters();
    attachments.addNotes(page, number, display);
    List<PageLink> links = PageLinks.of(page, number, display, budget.limits());
    Map<Integer, Tag> tree = tags.page(dictionary, marked.bases());
    PageText text = Gathering.of(marks).with(notes, links, tree);
    PageText read = scans.read(document, page, text, recognised);
    OcrLayer.note(read, recognised);
    window.add(cut == null ? read.with(look(page, text, read)) : read);
    rethrow(cut);
  }

  /** For models to be asked; recognised words are those of the level page. */
  private PageLook look(PDPage page, PageText text, PageText read) {
    boolean level = read.chunks() != text.chunks();
    return models.look(new PagePaint(document, page, read, level));
  }

  /** Null when the page was painted to its end. */
  private @Nullable BudgetReachedException paint(
      PDPage page, PageReader reader, PageRecorder recorder) {
    try {
      StreamBudget.require(page.getCOSObject().getDictionaryObject(COSName.CONTENTS), budget);
      reader.processPage(page);
      PageNotes.show(page, reader);
      return null;
    } catch (BudgetReachedException e) {
      return e;
    } catch (IOException | RuntimeException e) {
      recorder.damaged();
      return null;
    }
  }

  private static void rethrow(@Nullable BudgetReachedException cut) throws IOException {
    if (cut != null) {
      throw cut;
    }
  }
}
