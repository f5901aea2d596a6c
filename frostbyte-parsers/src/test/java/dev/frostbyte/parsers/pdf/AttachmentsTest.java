package dev.frostbyte.parsers.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frostbyte.api.model.Attached;
import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.spi.ParseLimits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationFileAttachment;
import org.junit.jupiter.api.Test;

class AttachmentsTest {
  @Test
  void readsAttachedTextAfterThePages() {
    List<Block> blocks =
        Pdf.blocks(carrying(Map.of("rates.csv", "year,rate\n2024,7\n", "n.txt", "A note.")));
    assertThat(Pdf.seen(blocks))
        .containsSubsequence("A line", "# Attachment: n.txt", "A note.", "Attachment: rates.csv");
    assertThat(Pdf.all(blocks, Block.Table.class)).hasSize(1);
  }

  @Test
  void handsOnFilesThatAreNoTextBehindAllThatIsRead() {
    List<Block> blocks = Pdf.blocks(carrying(Map.of("program.exe", "MZ")));
    assertThat(Pdf.seen(blocks)).contains("Attachment: program.exe").doesNotContain("MZ");
    assertThat(Pdf.all(blocks, Block.Dropped.class)).isEmpty();
    Attached file = (Attached) blocks.getLast();
    assertThat(file.name().value()).isEqualTo("program.exe");
    assertThat(file.last()).isTrue();
    assertThat(file.bytes()).isEqualTo("MZ".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aFileThatInflatesTooFarIsLeftOutAloneWhereNobodyReadsItHere() {
    byte[] bytes = carrying(Map.of("a.dat", "a".repeat(30_000_000), "b.dat", "Data."));
    List<Block> blocks = Pdf.blocks(bytes);
    assertThat(Pdf.all(blocks, Block.Dropped.class))
        .extracting(it -> it.kind() + " " + it.reason())
        .containsExactly("attachment LIMIT_EXCEEDED");
    assertThat(Pdf.all(blocks, Attached.class))
        .extracting(it -> it.name().value())
        .containsExactly("b.dat");
  }

  @Test
  void handsOnALargeFileInPieces() {
    byte[] data = new byte[3 * Attached.MAX_BYTES / 2];
    new java.util.Random(7).nextBytes(data);
    List<Attached> pieces = Pdf.all(Pdf.blocks(attaching("a.bin", data)), Attached.class);
    assertThat(pieces).extracting(Attached::last).containsExactly(false, true);
    byte[] whole = new byte[data.length];
    System.arraycopy(pieces.get(0).bytes(), 0, whole, 0, Attached.MAX_BYTES);
    System.arraycopy(
        pieces.get(1).bytes(), 0, whole, Attached.MAX_BYTES, pieces.get(1).bytes().length);
    assertThat(whole).isEqualTo(data);
  }

  @Test
  void readsAFileThatHangsOnAPageWithItsPlace() {
    byte[] bytes =
        Pdf.document(
            document -> {
              PDPage page = new PDPage();
              Pdf.draw(document, page, it -> Pdf.text(it, 60, 700, "A line"));
              PDAnnotationFileAttachment note = new PDAnnotationFileAttachment();
              note.setRectangle(new PDRectangle(300, 300, 20, 20));
              note.setFile(file(document, "n.txt", "A note.".getBytes(StandardCharsets.UTF_8)));
              page.getAnnotations().add(note);
            });
    Block.Heading heading = Pdf.all(Pdf.blocks(bytes), Block.Heading.class).getFirst();
    assertThat(heading.text().value()).isEqualTo("Attachment: n.txt");
    assertThat(heading.regions().getFirst().page()).isEqualTo(1);
  }

  @Test
  void stopsAtAnAttachmentThatInflatesTooFar() {
    byte[] bytes = carrying(Map.of("n.txt", "a".repeat(30_000_000)));
    assertThatThrownBy(() -> Pdf.parse(bytes, ParseLimits.DEFAULT, new ArrayList<>()))
        .hasMessageContaining("maxInflationRatio");
  }

  @Test
  void keepsTheAttachmentsBeforeTheOneThatReachesALimit() {
    byte[] bytes = carrying(Map.of("a.txt", "First.", "b.txt", "a".repeat(30_000_000)));
    List<Block> blocks = new ArrayList<>();
    assertThatThrownBy(() -> Pdf.parse(bytes, ParseLimits.DEFAULT, blocks))
        .hasMessageContaining("maxInflationRatio");
    assertThat(Pdf.seen(blocks)).contains("Attachment: a.txt", "First.");
  }

  @Test
  void countsTheCharactersOfAllAttachmentsTogether() {
    String text = "words ".repeat(20).strip();
    byte[] bytes = carrying(Map.of("a.txt", text, "b.txt", text, "c.txt", text));
    List<Block> blocks = new ArrayList<>();
    assertThatThrownBy(() -> Pdf.parse(bytes, limited(300), blocks))
        .hasMessageContaining("maxCharacters");
    assertThat(Pdf.seen(blocks)).containsOnlyOnce("b.txt").doesNotContain("c.txt words");
    assertThat(Pdf.all(blocks, Block.Paragraph.class)).hasSize(3);
    Pdf.parse(bytes, limited(500), new ArrayList<>());
  }

  @Test
  void changesItsFingerprintWithTheParsersOfAttachments() {
    assertThat(Pdf.PARSER.fingerprint()).contains("pdfbox", "jsoup", "commonmark", "commons-csv");
  }

  private static ParseLimits limited(int characters) {
    return new ParseLimits(
        9, 99, characters, 99, 1 << 20, 200, 99, java.time.Duration.ofMinutes(1));
  }

  private static byte[] carrying(Map<String, String> files) {
    Map<String, byte[]> bytes = new TreeMap<>();
    files.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
    return attachingAll(bytes);
  }

  private static byte[] attaching(String name, byte[] bytes) {
    return attachingAll(Map.of(name, bytes));
  }

  private static byte[] attachingAll(Map<String, byte[]> files) {
    return Pdf.document(
        document -> {
          Pdf.draw(document, new PDPage(), page -> Pdf.text(page, 60, 700, "A line"));
          Map<String, PDComplexFileSpecification> named = new TreeMap<>();
          for (Map.Entry<String, byte[]> entry : files.entrySet()) {
            named.put(entry.getKey(), file(document, entry.getKey(), entry.getValue()));
          }
          PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
          tree.setNames(named);
          PDDocumentNameDictionary names =
              new PDDocumentNameDictionary(document.getDocumentCatalog());
          names.setEmbeddedFiles(tree);
          document.getDocumentCatalog().setNames(names);
        });
  }

  private static PDComplexFileSpecification file(PDDocument document, String name, byte[] bytes)
      throws IOException {
    PDComplexFileSpecification file = new PDComplexFileSpecification();
    file.setFile(name);
    file.setFileUnicode(name);
    file.setEmbeddedFile(
        new PDEmbeddedFile(document, new ByteArrayInputStream(bytes), COSName.FLATE_DECODE));
    return file;
  }
}
