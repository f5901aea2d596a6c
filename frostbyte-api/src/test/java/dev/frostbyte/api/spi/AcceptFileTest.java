package dev.frostbyte.api.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frostbyte.api.model.Attached;
import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.UntrustedText;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AcceptFileTest {
  private final List<Block> blocks = new ArrayList<>();
  private final ElementSink sink = blocks::add;

  @Test
  void cutsAFileOfAnyLengthIntoPiecesOfWhichTheLastSaysSo() throws IOException {
    int most = Attached.MAX_BYTES;
    for (int length : new int[] {0, 1, most - 1, most, most + 1, 3 * most}) {
      blocks.clear();
      byte[] bytes = new byte[length];
      new Random(length).nextBytes(bytes);
      sink.acceptFile("a.bin", "", new ByteArrayInputStream(bytes), List.of());
      ByteArrayOutputStream whole = new ByteArrayOutputStream();
      for (Block block : blocks) {
        whole.writeBytes(((Attached) block).bytes());
      }
      assertThat(whole.toByteArray()).as("%d bytes", length).isEqualTo(bytes);
      assertThat(blocks).hasSize(Math.max(1, (length + most - 1) / most));
      assertThat(blocks.stream().filter(block -> ((Attached) block).last())).hasSize(1);
      assertThat(((Attached) blocks.getLast()).last()).isTrue();
    }
  }

  @Test
  void cutsNamesThatAreTooLongAndSplitsNoCharacter() throws IOException {
    String name = "a".repeat(Attached.LONGEST_WORD - 1) + "\uD83D\uDE00";
    sink.acceptFile(name, "", new ByteArrayInputStream(new byte[1]), List.of());
    assertThat(((Attached) blocks.getFirst()).name().value())
        .isEqualTo("a".repeat(Attached.LONGEST_WORD - 1));
  }

  @Test
  void aPieceIsBoundedAndTellsNothing() {
    UntrustedText none = UntrustedText.EMPTY;
    byte[] bytes = new byte[Attached.MAX_BYTES + 1];
    assertThatThrownBy(() -> new Attached(none, none, true, bytes, List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("524288")
        .hasMessageContaining("524289");
    Attached piece = new Attached(UntrustedText.of("SECRET"), none, true, new byte[2], List.of());
    assertThat(piece.toString()).doesNotContain("SECRET");
    assertThat(piece)
        .isEqualTo(new Attached(UntrustedText.of("SECRET"), none, true, new byte[2], List.of()))
        .isNotEqualTo(
            new Attached(UntrustedText.of("SECRET"), none, false, new byte[2], List.of()));
  }
}
