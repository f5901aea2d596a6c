package dev.frostbyte.parsers.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frostbyte.api.model.Attached;
import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.Box;
import dev.frostbyte.api.model.CellValue;
import dev.frostbyte.api.model.Evidence;
import dev.frostbyte.api.model.HiddenChannel;
import dev.frostbyte.api.model.PageSize;
import dev.frostbyte.api.model.Region;
import dev.frostbyte.api.model.TextEncoding;
import dev.frostbyte.api.model.UntrustedText;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class BlockCodecTest {
  private static final byte[] NINE = new byte[9];

  @Property(tries = 2_000)
  void decodesWhatWasEncoded(@ForAll("blocks") Block block) throws MalformedFrameException {
    assertThat(BlockDecoder.decode(BlockEncoder.encode(block))).isEqualTo(block);
  }

  @Property(tries = 5_000)
  void answersAnyBytesWithABlockOrMalformed(@ForAll byte[] bytes) {
    requireTyped(bytes);
  }

  @Property(tries = 5_000)
  void answersDamagedBlocksWithABlockOrMalformed(
      @ForAll("blocks") Block block, @ForAll int place, @ForAll byte value) {
    byte[] bytes = BlockEncoder.encode(block);
    bytes[Math.floorMod(place, bytes.length)] = value;
    requireTyped(bytes);
  }

  @Example
  void keepsLoneSurrogatesAsTheyAre() throws MalformedFrameException {
    Block lone = Block.paragraph("a\ud800b\udc00", List.of());
    assertThat(BlockDecoder.decode(BlockEncoder.encode(lone))).isEqualTo(lone);
  }

  @Example
  void refusesDroppedWordsThatCouldCarryText() {
    Block.Dropped talkative = new Block.Dropped("image: \u00e9tat", "NO_TEXT", List.of());
    assertThatThrownBy(() -> BlockEncoder.encode(talkative))
        .isInstanceOf(IllegalArgumentException.class);
    WireWriter forged = new WireWriter();
    forged.putByte(BlockEncoder.DROPPED);
    forged.putInt(0);
    forged.putText("image");
    forged.putText("said something");
    assertThatThrownBy(() -> BlockDecoder.decode(forged.bytes()))
        .isInstanceOf(MalformedFrameException.class);
  }

  @Example
  void refusesCountsThatTheFrameCannotHold() {
    WireWriter forged = new WireWriter();
    forged.putByte(BlockEncoder.PARAGRAPH);
    forged.putInt(Integer.MAX_VALUE);
    assertThatThrownBy(() -> BlockDecoder.decode(forged.bytes()))
        .isInstanceOf(MalformedFrameException.class);
  }

  private static void requireTyped(byte[] bytes) {
    try {
      assertThat(BlockDecoder.decode(bytes)).isNotNull();
    } catch (MalformedFrameException e) {
      assertThat(e).hasMessageStartingWith("malformed frame");
    }
  }

  @Provide
  Arbitrary<Block> blocks() {
    Arbitrary<UntrustedText> text = Arbitraries.strings().ofMaxLength(40).map(UntrustedText::of);
    Arbitrary<List<Region>> regions = regions();
    Arbitrary<Block> bare = bare(text, regions);
    return Arbitraries.oneOf(bare, Combinators.combine(bare, evidence()).as(Block::noted));
  }

  private static Arbitrary<Evidence> evidence() {
    return Combinators.combine(
            Arbitraries.of(Evidence.Basis.class),
            Arbitraries.floats().between(0, 1),
            Arbitraries.floats().between(0, 100),
            Arbitraries.of(true, false),
            Arbitraries.of(true, false))
        .as(Evidence::new);
  }

  private static Arbitrary<Block> bare(
      Arbitrary<UntrustedText> text, Arbitrary<List<Region>> regions) {
    return Arbitraries.oneOf(
        Combinators.combine(text, regions).as(Block.Figure::new),
        Combinators.combine(text, regions).as(Block.Formula::new),
        Combinators.combine(text, text, regions).as(Block.Footnote::new),
        Combinators.combine(text, text, regions).as(Block.Link::new),
        Arbitraries.integers().between(1, 99).map(it -> new Block.PageImage(it, new byte[it])),
        Combinators.combine(text, text, Arbitraries.of(true, false), regions)
            .as((name, type, last, places) -> new Attached(name, type, last, NINE, places)),
        Arbitraries.of(TextEncoding.Basis.class)
            .map(it -> new Block.Encoded(new TextEncoding("UTF-8", it))),
        Arbitraries.integers().between(1, 99).map(it -> new Block.Page(new PageSize(it, it, 9))),
        Combinators.combine(Arbitraries.integers().between(1, 9), text, regions)
            .as(Block.Heading::new),
        Combinators.combine(text, regions).as(Block.Paragraph::new),
        Combinators.combine(Arbitraries.integers().between(0, 99), text, text, regions)
            .as(Block.ListItem::new),
        tables(text, regions),
        Combinators.combine(text, text, regions).as(Block.Preformatted::new),
        text.map(Block.Language::new),
        Combinators.combine(Arbitraries.of(Block.Furniture.Role.class), text, regions)
            .as(Block.Furniture::new),
        Combinators.combine(Arbitraries.of(HiddenChannel.class), text, regions)
            .as(Block.Hidden::new),
        Combinators.combine(Arbitraries.of("image", "mail headers"), regions)
            .as((kind, places) -> new Block.Dropped(kind, "NO_TEXT", places)));
  }

  private static Arbitrary<Block> tables(
      Arbitrary<UntrustedText> text, Arbitrary<List<Region>> regions) {
    Arbitrary<Block.Cell> cells =
        Combinators.combine(
                Arbitraries.integers().between(0, 10_000_000),
                Arbitraries.integers().between(0, 99),
                Arbitraries.integers().between(1, 10_000_000),
                Arbitraries.integers().between(1, 100),
                text,
                Arbitraries.of(
                    CellValue.TEXT,
                    CellValue.of(CellValue.Kind.EMPTY),
                    CellValue.of(CellValue.Kind.NUMBER, "12.5", "13")))
            .as(Block.Cell::new);
    return Combinators.combine(
            Arbitraries.integers().between(200, 16_384),
            Arbitraries.integers().between(0, 9),
            cells.list().ofMaxSize(20),
            text,
            regions)
        .as(Block.Table::new);
  }

  private static Arbitrary<List<Region>> regions() {
    Arbitrary<Float> numbers = Arbitraries.floats().between(-1_000, 1_000);
    Arbitrary<Box> boxes =
        Combinators.combine(numbers, numbers, numbers, numbers)
            .as(
                (a, b, c, d) ->
                    new Box(Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)));
    return Combinators.combine(Arbitraries.integers().between(1, Integer.MAX_VALUE), boxes)
        .as(Region::new)
        .list()
        .ofMaxSize(3);
  }
}
