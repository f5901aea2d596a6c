package dev.frostbyte.testkit;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.Element;
import dev.frostbyte.api.model.ServedDocument;
import dev.frostbyte.api.model.Span;
import dev.frostbyte.api.model.TextName;
import dev.frostbyte.api.model.UntrustedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Makes documents of every kind of element, with long words, giant cells and code points beyond the
 * first plane.
 */
final class RandomDocument {
  private final Random random;
  private final StringBuilder text = new StringBuilder();
  private final List<Element> elements = new ArrayList<>();
  private int length;

  private RandomDocument(Random random) {
    this.random = random;
  }

  static ServedDocument of(Random random) {
    RandomDocument document = new RandomDocument(random);
    int count = random.nextInt(40);
    for (int i = 0; i < count; i++) {
      document.addElement(i);
    }
    return new ServedDocument(UntrustedText.of(document.text.toString()), document.elements);
  }

  private void addElement(int number) {
    switch (random.nextInt(9)) {
      case 0 ->
          elements.add(
              new Element.Heading(number, 1 + random.nextInt(4), write(1 + random.nextInt(8))));
      case 1, 2 ->
          elements.add(
              new Element.Paragraph(
                  number, write(random.nextInt(random.nextInt(10) == 0 ? 900 : 120))));
      case 3 ->
          elements.add(
              new Element.ListItem(number, 0, UntrustedText.of("-"), write(random.nextInt(40))));
      case 4 ->
          elements.add(
              new Element.Preformatted(number, UntrustedText.EMPTY, write(random.nextInt(60))));
      case 5 ->
          elements.add(
              new Element.Furniture(
                  number, Block.Furniture.Role.FOOTER, write(1 + random.nextInt(5))));
      case 6 -> elements.add(new Element.Figure(number, write(random.nextInt(3) * 5)));
      case 7 ->
          elements.add(
              new Element.Footnote(number, UntrustedText.of("1"), write(1 + random.nextInt(20))));
      default -> elements.add(table(number));
    }
    append("\n");
  }

  private Element table(int number) {
    int start = length;
    Span caption = random.nextBoolean() ? Span.of(TextName.SERVED, start, start) : caption();
    int columns = 1 + random.nextInt(4);
    int rows = random.nextInt(60);
    List<Element.Cell> cells = new ArrayList<>();
    for (int cell = 0; cell < rows * columns; cell++) {
      append(cell == 0 ? "" : cell % columns == 0 ? "\n" : "\t");
      Span span = write(random.nextInt(random.nextInt(60) == 0 ? 600 : 6));
      cells.add(new Element.Cell(cell / columns, cell % columns, 1, 1, span));
    }
    return new Element.Table(
        number,
        columns,
        random.nextInt(3),
        caption,
        cells,
        Span.of(TextName.SERVED, start, length));
  }

  private Span caption() {
    Span caption = write(1 + random.nextInt(6));
    append("\n");
    return caption;
  }

  private Span write(int words) {
    int start = length;
    for (int i = 0; i < words; i++) {
      append((i == 0 ? "" : random.nextInt(12) == 0 ? ". " : " ") + word());
    }
    return Span.of(TextName.SERVED, start, length);
  }

  private String word() {
    return switch (random.nextInt(25)) {
      case 0 -> "\uD83D\uDE80\uD83C\uDF0D";
      case 1 -> "Donaudampfschifffahrtsgesellschaft".repeat(1 + random.nextInt(60) / 59 * 60);
      case 2 -> "\u6F22\u5B57";
      case 3 -> "4711";
      default -> "wort".substring(0, 1 + random.nextInt(4));
    };
  }

  private void append(String more) {
    text.append(more);
    length += more.codePointCount(0, more.length());
  }
}
