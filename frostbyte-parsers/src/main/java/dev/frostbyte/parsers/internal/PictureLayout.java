package dev.frostbyte.parsers.internal;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.PageSize;
import java.util.List;

/**
 * Lays out the pages of one document that are pictures: tables, columns, headings, lists, running
 * headers and footers from nothing but recognised words. Pages come in order; what a document says
 * shows only when all of them are known, so it holds their words until then. One thread.
 */
public interface PictureLayout {
  /**
   * Adds a page that was recognised.
   *
   * @param size points
   * @param words paragraphs of one word with their confidence, line by line, upright on the level
   *     page and as high as their type is large; words of one line have one top and bottom; then
   *     the lines painted there, as figures
   * @param notes what was left out of the page
   * @param painter paints the level page, should a model want to see it
   */
  void add(PageSize size, List<Block> words, List<Block> notes, PagePainter painter);

  /**
   * Adds a page of which nothing is known but why.
   *
   * @param number from 1
   */
  void add(int number, Block note);

  /** Everything in reading order, after the last page; places are those of the level pages. */
  List<Block> blocks();
}
