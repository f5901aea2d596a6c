package dev.frostbyte.api.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.spi.InspectionTarget;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class UntrustedTextTest {
  private static final String MARKER = "zebra-marker";

  @Property
  void neverShowsATextInTheStringOfAnyValueThatHoldsIt(
      @ForAll @StringLength(max = 20) String before, @ForAll @StringLength(max = 20) String after) {
    UntrustedText text = UntrustedText.of(before + MARKER + after);
    for (Object holder : holders(text)) {
      assertThat(holder.toString()).as(holder.getClass().getName()).doesNotContain(MARKER);
    }
  }

  @Test
  void saysHowLongItIs() {
    assertThat(UntrustedText.of("abc")).hasToString("UntrustedText(3 chars)");
    assertThat(UntrustedText.of("")).isSameAs(UntrustedText.EMPTY);
    assertThat(UntrustedText.of(" \t").isBlank()).isTrue();
    assertThat(UntrustedText.of(" x").isBlank()).isFalse();
  }

  private static List<Object> holders(UntrustedText text) {
    Span span = Span.of(TextName.SERVED, 0, 1);
    String value = text.value();
    Block.Cell cell = new Block.Cell(0, 0, 1, 1, text);
    return List.of(
        text,
        Block.heading(1, value, List.of()),
        Block.paragraph(value, List.of()),
        Block.listItem(0, value, value, List.of()),
        new Block.Table(1, 0, List.of(cell), text, List.of()),
        Block.preformatted(value, List.of()),
        Block.furniture(Block.Furniture.Role.HEADER, value, List.of()),
        Block.hidden(HiddenChannel.COLOUR, value, List.of()),
        new Element.ListItem(0, 0, text, span),
        new ServedDocument(text, List.of()),
        InspectionTarget.visible(value),
        canonical(text),
        chunk(text, span));
  }

  private static CanonicalDocument canonical(UntrustedText text) {
    ContentHash hash = ContentHash.of(new byte[0]);
    return new CanonicalDocument(
        MediaType.PDF,
        hash,
        "parser",
        CanonicalDocument.UNDETERMINED,
        1,
        List.of(),
        true,
        new Completeness(-1, 0, 1, 1),
        text,
        text,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static Chunk chunk(UntrustedText text, Span span) {
    ChunkId id = new ChunkId("chk_" + "0".repeat(32));
    return new Chunk(id, 0, span, text, List.of(text), text, List.of());
  }
}
