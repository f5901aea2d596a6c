package dev.frostbyte.parsers.pdf;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.spi.BudgetReachedException;
import java.io.IOException;
import java.util.ArrayList;
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
  private final TagTree tags;
  private final PageWindow window = new PageWindow();
  private final List<Block> sizes = new ArrayList<>();
  private int pages;
  private long characters;

  private DocumentReader(PDDocument document, Budget budget, Scans scans) {
    this.document = document;
    this.budget = budget;
    this.scans = scans;
    this.layers = Layers.of(document);
    this.tags = TagTree.of(document, budget.limits().maxDepth());
  }

  static Reading read(PDDocument document, Budget budget, Scans scans) throws IOException {
    return new DocumentReader(document, budget, scans).read();
  }

  private Reading read() throws IOException {
    BudgetReachedException cut = null;
    try {
      PageWalk.walk(document, budget, this::page);
    } catch (BudgetReachedException e) {
      cut = e;
    }
    List<Block> blocks = new ArrayList<>(sizes);
    blocks.addAll(DocumentExtras.of(document, budget.limits()));
    Map<String, Integer> bookmarks = Bookmarks.of(document);
    blocks.addAll(Composer.blocks(window.finish(), bookmarks));
    return new Reading(blocks, pages, characters, cut);
  }

  private void page(COSDictionary dictionary, int number) throws IOException {
    PDPage page = new CachedPage(dictionary, document.getResourceCache());
    Frame.Display display = Frame.Display.of(page.getCropBox(), page.getRotation());
    PageRecorder recorder = new PageRecorder(display, new FontCache(), budget);
    BudgetReachedException cut = null;
    try {
      StreamBudget.require(dictionary.getDictionaryObject(COSName.CONTENTS), budget);
      PageReader reader = new PageReader(page, recorder, layers, budget);
      reader.processPage(page);
      PageNotes.show(page, reader);
    } catch (BudgetReachedException e) {
      cut = e;
    } catch (IOException | RuntimeException e) {
      recorder.damaged();
    }
    pages = number;
    display.size(number).ifPresent(size -> sizes.add(new Block.Page(size)));
    List<Block> notes = PageNotes.blocks(page, number, display, budget.limits());
    PageMarks marks = recorder.marks(number);
    characters += marks.characters();
    PageText text = Gathering.of(marks).with(notes, tags.page(dictionary));
    window.add(scans.read(document, page, text));
    rethrow(cut);
  }

  private static void rethrow(@Nullable BudgetReachedException cut) throws IOException {
    if (cut != null) {
      throw cut;
    }
  }
}
