package dev.frostbyte.core.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frostbyte.api.model.AttachedFile;
import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.CanonicalDocument;
import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.api.model.DroppedContent;
import dev.frostbyte.api.model.Expected;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.spi.BudgetReachedException;
import dev.frostbyte.api.spi.ParseLimits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AttachedPiecesTest {
  private final Kept kept = new Kept();
  private CanonicalBuilder builder = builder(ParseLimits.DEFAULT, 9, 1L << 30);

  @Test
  void namesEveryFileByTheHashOfItsBytesAndHandsThemOn() throws IOException {
    byte[] large = new byte[1_300_000];
    new Random(3).nextBytes(large);
    builder.accept(Block.paragraph("A letter."));
    file("invoice\n.pdf", large);
    file("empty.txt", new byte[0]);
    builder.accept(Block.paragraph("Its end."));
    CanonicalDocument document = document();
    assertThat(document.attachments())
        .extracting(file -> file.name().value())
        .containsExactly("invoice .pdf", "empty.txt");
    AttachedFile first = document.attachments().getFirst();
    assertThat(first.source()).isEqualTo(ContentHash.of(large));
    assertThat(first.size()).isEqualTo(large.length);
    assertThat(kept.files.getFirst()).isEqualTo(large);
    assertThat(document.original().value()).isEqualTo("A letter.\n\nIts end.");
    assertThat(document.dropped()).isEmpty();
  }

  @Test
  void aFileThatBreaksOffIsLeftOutAndSaid() throws IOException {
    List<Block> pieces = new ArrayList<>();
    Capture.of(pieces).acceptFile("a.bin", "", stream(new byte[600_000]), List.of());
    builder.accept(pieces.getFirst());
    builder.accept(Block.paragraph("Something else."));
    file("b.bin", new byte[] {1});
    builder.accept(pieces.getFirst());
    CanonicalDocument document = document();
    assertThat(document.attachments()).hasSize(1);
    assertThat(kept.files).hasSize(1);
    assertThat(document.dropped())
        .containsExactly(new DroppedContent("attachment", "NOT_WHOLE", 0, 2));
  }

  @Test
  void filesBeyondTheirNumberOrTheirBytesAreLeftOutAndSaid() throws IOException {
    builder = builder(ParseLimits.DEFAULT, 2, 10);
    file("a", new byte[4]);
    file("too-large", new byte[7]);
    file("b", new byte[6]);
    file("one-more", new byte[1]);
    CanonicalDocument document = document();
    assertThat(document.attachments())
        .extracting(file -> file.name().value())
        .containsExactly("a", "b");
    assertThat(kept.files).hasSize(2);
    assertThat(document.dropped())
        .extracting(DroppedContent::reason)
        .containsExactly("MORE_THAN_10_BYTES", "MORE_THAN_2_FILES");
  }

  @Test
  void filesCountAsInflatedBytes() {
    ParseLimits limits = new ParseLimits(9, 99, 99, 99, 5, 200, 99, Duration.ofMinutes(1));
    builder = builder(limits, 9, 99);
    assertThatThrownBy(() -> file("a", new byte[6]))
        .isInstanceOf(BudgetReachedException.class)
        .hasMessageContaining("maxInflatedBytes");
  }

  @Test
  void theCanonicalJsonNamesThemAsItsSchemaSays() throws IOException {
    file("a.pdf", new byte[3]);
    String json = Renderer.JSON.render(document());
    assertThat(json).contains("\"attachments\" : [ {", ContentHash.of(new byte[3]).hex());
  }

  private void file(String name, byte[] bytes) throws IOException {
    List<Block> pieces = new ArrayList<>();
    Capture.of(pieces).acceptFile(name, "application/pdf", stream(bytes), List.of());
    for (Block piece : pieces) {
      builder.accept(piece);
    }
  }

  private static ByteArrayInputStream stream(byte[] bytes) {
    return new ByteArrayInputStream(bytes);
  }

  private CanonicalBuilder builder(ParseLimits limits, int files, long bytes) {
    return new CanonicalBuilder(limits, image -> {}, new AttachedPieces.Bounds(files, bytes), kept);
  }

  private CanonicalDocument document() {
    return builder.build(MediaType.TEXT, ContentHash.of(new byte[0]), "test", 0, Expected.UNKNOWN);
  }

  /** A sink into a list. */
  private interface Capture {
    static dev.frostbyte.api.spi.ElementSink of(List<Block> blocks) {
      return blocks::add;
    }
  }

  /** Keeps whole files. */
  private static final class Kept implements AttachedSink {
    private final List<byte[]> files = new ArrayList<>();
    private ByteArrayOutputStream open = new ByteArrayOutputStream();

    @Override
    public void write(byte[] bytes) {
      open.writeBytes(bytes);
    }

    @Override
    public void end() {
      files.add(open.toByteArray());
      open.reset();
    }

    @Override
    public void drop() {
      open.reset();
    }

    @Override
    public void close() {
      open.reset();
    }
  }
}
