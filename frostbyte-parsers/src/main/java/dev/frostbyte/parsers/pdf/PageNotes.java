package dev.frostbyte.parsers.pdf;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.Region;
import dev.frostbyte.api.spi.BudgetReachedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;

/** Annotations: form fields and text boxes are shown, the notes of all others are comments. */
final class PageNotes {
  /** Kinds whose appearance is part of what a reader takes for the page. */
  private static final Set<String> SHOWN = Set.of("Widget", "FreeText", "Stamp");

  private PageNotes() {}

  /** Paints the annotations that look like page content. */
  static void show(PDPage page, PageReader reader) throws IOException {
    for (COSDictionary note : notes(page, Integer.MAX_VALUE)) {
      if (SHOWN.contains(note.getNameAsString(COSName.SUBTYPE))) {
        showOne(PDAnnotation.createAnnotation(note), reader);
      }
    }
  }

  private static void showOne(PDAnnotation note, PageReader reader) throws IOException {
    try {
      if (!note.isHidden() && !note.isNoView()) {
        reader.showAnnotation(note);
      }
    } catch (BudgetReachedException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      reader.damaged();
    }
  }

  /**
   * Reads the comments and actions of a page.
   *
   * @param blocks takes what was read, also before a limit was reached
   */
  static void read(
      PDPage page, int number, Frame.Display display, Budget budget, List<Block> blocks)
      throws IOException {
    for (COSDictionary note : notes(page, budget.limits().maxElements())) {
      List<Region> place = place(note, number, display);
      blocks.addAll(NoteTexts.of(note, place, budget));
      ActiveContent.action(note.getDictionaryObject(COSName.A), place, blocks);
      ActiveContent.actions(note.getDictionaryObject(COSName.AA), place, blocks);
    }
    ActiveContent.actions(
        page.getCOSObject().getDictionaryObject(COSName.AA), List.of(Region.page(number)), blocks);
  }

  static List<COSDictionary> notes(PDPage page, int most) {
    List<COSDictionary> notes = new ArrayList<>();
    COSArray array = page.getCOSObject().getCOSArray(COSName.ANNOTS);
    for (int i = 0; array != null && i < Math.min(most, array.size()); i++) {
      if (array.getObject(i) instanceof COSDictionary note) {
        notes.add(note);
      }
    }
    return notes;
  }

  static List<Region> place(COSDictionary note, int number, Frame.Display display) {
    COSArray corners = note.getCOSArray(COSName.RECT);
    if (corners == null || corners.size() < 4) {
      return List.of(Region.page(number));
    }
    Rect shown = display.rect(new PDRectangle(corners));
    return List.of(new Region(number, shown.box()));
  }
}
