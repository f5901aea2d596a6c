package dev.frostbyte.core.document;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.Box;
import dev.frostbyte.api.model.CellValue;
import dev.frostbyte.api.model.Evidence;
import dev.frostbyte.api.model.HiddenChannel;
import dev.frostbyte.api.model.PageSize;
import dev.frostbyte.api.model.Region;
import dev.frostbyte.api.model.UntrustedText;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random blocks with the texts that break things: surrogates, marks, controls, syntax. */
final class Blocks {
  private static final String[] NASTY = {
    "a",
    "B",
    "7",
    " ",
    "\t",
    "\n",
    "\r\n",
    "\u00a0",
    "\u2028",
    "|",
    "\\",
    "`",
    "<b>",
    "#",
    "- ",
    "1. ",
    "\u0000",
    "\u001b",
    "\u0085",
    "\ud83d\ude00",
    "\ud83d",
    "\ude00",
    "e\u0301",
    "\u0301",
    "\uac00",
    "\u1100\u1161",
    "\u2126",
    "\u0344",
    "\u200b",
    "\ufeff",
    "\ufb01",
    "\uFFFD",
    "ß",
    "\ud834\udd5e",
    "\u0958",
    "\u2000",
    "\u200b\u200d\u200b",
    "\u2066",
    "\ud83c\udff4",
    "\udb40\udc67\udb40\udc62\udb40\udc73\udb40\udc7f",
    "\udb40\udc41"
  };

  private Blocks() {}

  static Arbitrary<String> texts() {
    return Arbitraries.of(NASTY).list().ofMaxSize(12).map(parts -> String.join("", parts));
  }

  static Arbitrary<List<Block>> lists() {
    Arbitrary<Block> noted = Combinators.combine(block(), evidence()).as(Block::noted);
    return Arbitraries.oneOf(block(), noted).list().ofMaxSize(12);
  }

  private static Arbitrary<Evidence> evidence() {
    return Combinators.combine(
            Arbitraries.of(Evidence.Basis.class), Arbitraries.floats().between(0, 1))
        .as((basis, confidence) -> new Evidence(basis, confidence, 9.5f, true, false));
  }

  private static Arbitrary<Block> block() {
    return Arbitraries.oneOf(
        List.of(
            Combinators.combine(texts(), regions()).as(Block::figure),
            Combinators.combine(texts(), regions()).as(Block::formula),
            Combinators.combine(texts(), texts(), regions()).as(Block::footnote),
            Combinators.combine(texts(), texts(), regions()).as(Block::link),
            Arbitraries.integers().between(1, 9).map(it -> new Block.Page(new PageSize(it, 9, 8))),
            Combinators.combine(Arbitraries.integers().between(1, 9), texts(), regions())
                .as(Block::heading),
            Combinators.combine(texts(), regions()).as(Block::paragraph),
            Combinators.combine(Arbitraries.integers().between(0, 5), texts(), texts(), regions())
                .as(Block::listItem),
            Combinators.combine(texts(), regions()).as(Block::preformatted),
            Combinators.combine(Arbitraries.of(Block.Furniture.Role.class), texts(), regions())
                .as(Block::furniture),
            Combinators.combine(Arbitraries.of(HiddenChannel.class), texts(), regions())
                .as(Block::hidden),
            Combinators.combine(texts(), texts(), regions()).as(Block.Dropped::new),
            table()));
  }

  private static Arbitrary<Block> table() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 4),
            Arbitraries.integers().between(0, 2),
            cell().list().ofMaxSize(8),
            texts(),
            regions())
        .as(
            (columns, heads, cells, caption, regions) ->
                new Block.Table(
                    columns,
                    heads,
                    cells.stream().filter(c -> c.column() + c.columnSpan() <= columns).toList(),
                    UntrustedText.of(caption),
                    regions));
  }

  private static Arbitrary<Block.Cell> cell() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 5),
            Arbitraries.integers().between(0, 3),
            Arbitraries.integers().between(1, 2),
            Arbitraries.integers().between(1, 2),
            texts(),
            values())
        .as(
            (row, column, rows, columns, text, value) ->
                new Block.Cell(row, column, rows, columns, UntrustedText.of(text), value));
  }

  private static Arbitrary<CellValue> values() {
    return Arbitraries.of(
        CellValue.TEXT,
        CellValue.of(CellValue.Kind.EMPTY),
        CellValue.of(CellValue.Kind.NUMBER, "-1.25E-3", "0"),
        CellValue.of(CellValue.Kind.DATE, "2023-03-15T12:00:00", "March"));
  }

  private static Arbitrary<List<Region>> regions() {
    return Arbitraries.integers()
        .between(1, 9)
        .map(page -> new Region(page, new Box(0.1f, 2, 3.25f, 1e7f)))
        .list()
        .ofMaxSize(2);
  }
}
