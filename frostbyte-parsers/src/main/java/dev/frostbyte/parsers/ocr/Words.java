package dev.frostbyte.parsers.ocr;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.Evidence;
import dev.frostbyte.api.model.Region;
import java.util.ArrayList;
import java.util.List;

/**
 * Emits the words of a page, and the lines painted on it as figures, for a layout that is not ours.
 * Stateless.
 */
final class Words {
  private Words() {}

  static List<Block> of(Sheet sheet, int number, float scale) {
    List<Block> blocks = new ArrayList<>();
    for (Row row : Row.of(sheet.lines())) {
      for (Line line : row.lines()) {
        line.words().forEach(word -> blocks.add(word(sheet, line, word, number, scale)));
      }
    }
    for (Slant painted : sheet.painted()) {
      Region region = new Region(number, sheet.onLevel(painted, scale));
      blocks.add(Block.figure("", List.of(region)));
    }
    return blocks;
  }

  private static Block word(Sheet sheet, Line line, Word word, int number, float scale) {
    Slant box = line.box();
    float width = box.right() - box.left();
    float left = box.left() + word.from() * width;
    float right = box.left() + word.to() * width;
    Slant place = new Slant((left + right) / 2, box.centreY(), right - left, line.size(), 0);
    Region region = new Region(number, sheet.onLevel(place, scale));
    float confidence = Math.clamp(line.confidence(), 0, 1);
    return Block.paragraph(word.text(), List.of(region)).noted(Evidence.ocr(confidence));
  }
}
