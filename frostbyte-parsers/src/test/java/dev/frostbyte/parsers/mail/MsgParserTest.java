package dev.frostbyte.parsers.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frostbyte.api.model.Attached;
import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.Evidence;
import dev.frostbyte.api.model.HiddenChannel;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.UntrustedText;
import dev.frostbyte.api.spi.BudgetReachedException;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.ParserProvider;
import dev.frostbyte.api.spi.Parses;
import dev.frostbyte.testkit.ParserContract;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;

class MsgParserTest extends ParserContract {
  @Override
  protected ParserProvider provider() {
    return new MsgParserProvider();
  }

  @Override
  protected MediaType type() {
    return new MediaType("application/vnd.ms-outlook");
  }

  @Override
  protected List<byte[]> good() throws IOException {
    try (POIFSFileSystem files = new POIFSFileSystem()) {
      DirectoryEntry root = files.getRoot();
      message(root, 32, "Prices for Köln");
      put(root, "10130102", "<h1>Prices</h1><p>Please see the price list.</p>".getBytes(UTF));
      DirectoryEntry csv = root.createDirectory("__attach_version1.0_#00000000");
      properties(csv, 8);
      text(csv, "3707", "list.csv");
      put(csv, "37010102", "item,price\npen,2\n".getBytes(UTF));
      DirectoryEntry odd = root.createDirectory("__attach_version1.0_#00000001");
      properties(odd, 8);
      text(odd, "3707", "a \"b\".pdf");
      put(odd, "37010102", "%PDF".getBytes(UTF));
      DirectoryEntry inner = root.createDirectory("__attach_version1.0_#00000002");
      properties(inner, 8);
      message(inner.createDirectory("__substg1.0_3701000D"), 24, "Inner");
      return List.of(written(files));
    }
  }

  private static final java.nio.charset.Charset UTF = StandardCharsets.UTF_8;

  @Test
  void readsWhatAReaderSeesWithAttachmentsAsChildren() throws IOException {
    List<Block> blocks = blocks(good().getFirst());
    assertThat(blocks.getFirst()).isEqualTo(Block.heading(1, "Prices for Köln", List.of()));
    assertThat(blocks)
        .contains(
            Block.paragraph("From: Anne <anne@example.org>"),
            Block.paragraph("To: bob@example.org"),
            Block.paragraph("Date: Mon, 5 Jan 2026 10:00:00 GMT"),
            Block.heading(2, "Prices").noted(Evidence.of(Evidence.Basis.MARKUP)),
            Block.paragraph("Please see the price list.", List.of()),
            Block.hidden(HiddenChannel.METADATA, "carl@example.org", List.of()),
            new Block.Dropped("alternative", "REPEATS_THE_BODY", List.of()),
            Block.heading(2, "Attachment: list.csv", List.of()),
            Block.paragraph("Attachment: a \"b\".pdf", List.of()),
            attached("a \"b\".pdf"),
            Block.heading(2, "Inner", List.of()));
    assertThat(blocks).anyMatch(Block.Table.class::isInstance);
  }

  private static Attached attached(String name) {
    UntrustedText type = UntrustedText.of("application/octet-stream");
    return new Attached(UntrustedText.of(name), type, true, "%PDF".getBytes(UTF), List.of());
  }

  @Test
  void readsABodyThatIsRtfOnly() throws IOException {
    String rtf = "{\\rtf1\\ansi{\\b bold} words\\par}";
    ByteBuffer compressed = ByteBuffer.allocate(16 + 64).order(ByteOrder.LITTLE_ENDIAN);
    compressed.putInt(60).putInt(rtf.length()).putInt(0x75465a4c).putInt(0);
    compressed.put((byte) 0b10).put((byte) '{').putShort(reference(1, 5));
    String rest = rtf.substring(6);
    for (int i = 0; i < 6; i++) {
      compressed.put((byte) rest.charAt(i));
    }
    for (int at = 6; at < rest.length(); at += 8) {
      compressed.put((byte) 0);
      compressed.put(rest.substring(at, Math.min(rest.length(), at + 8)).getBytes(UTF));
    }
    byte[] bytes = java.util.Arrays.copyOf(compressed.array(), compressed.position());
    assertThat(new String(CompressedRtf.inflate(bytes, ParseLimits.DEFAULT), UTF)).isEqualTo(rtf);
    try (POIFSFileSystem files = new POIFSFileSystem()) {
      properties(files.getRoot(), 32);
      text(files.getRoot(), "0037", "Rich");
      put(files.getRoot(), "10090102", bytes);
      assertThat(blocks(written(files))).contains(Block.paragraph("bold words", List.of()));
    }
  }

  @Test
  void stopsAtMessagesNestedTooDeeply() throws IOException {
    try (POIFSFileSystem files = new POIFSFileSystem()) {
      DirectoryEntry at = files.getRoot();
      message(at, 32, "0");
      for (int i = 1; i < 40; i++) {
        DirectoryEntry attachment = at.createDirectory("__attach_version1.0_#00000000");
        properties(attachment, 8);
        at = attachment.createDirectory("__substg1.0_3701000D");
        message(at, 24, "level " + i);
      }
      byte[] deep = written(files);
      assertThatThrownBy(() -> parse(deep, block -> {})).isInstanceOf(BudgetReachedException.class);
    }
  }

  @Test
  void isReadWithoutBeingNamed() {
    assertThat(MsgParserProvider.class.getAnnotation(Parses.class).onlyByName()).isFalse();
  }

  /** A reference to bytes of the window ([MS-OXRTFCP] 2.1.3.1.5). */
  private static short reference(int from, int length) {
    return Short.reverseBytes((short) (from << 4 | (length - 2)));
  }

  private static void message(DirectoryEntry storage, int header, String subject)
      throws IOException {
    properties(storage, header);
    text(storage, "0037", subject);
    text(storage, "0C1A", "Anne");
    text(storage, "0C1F", "anne@example.org");
    text(storage, "0E04", "bob@example.org");
    text(storage, "0E02", "carl@example.org");
    text(storage, "1000", "Please see the price list.");
  }

  private static void properties(DirectoryEntry storage, int header) throws IOException {
    ByteBuffer fixed = ByteBuffer.allocate(header + 16).order(ByteOrder.LITTLE_ENDIAN);
    fixed.position(header);
    fixed.putShort((short) 0x40).putShort((short) 0x39).putInt(6);
    fixed.putLong((1_767_607_200L + 11_644_473_600L) * 10_000_000);
    storage.createDocument("__properties_version1.0", new ByteArrayInputStream(fixed.array()));
  }

  private static void text(DirectoryEntry storage, String tag, String text) throws IOException {
    put(storage, tag + "001F", text.getBytes(StandardCharsets.UTF_16LE));
  }

  private static void put(DirectoryEntry storage, String tag, byte[] bytes) throws IOException {
    storage.createDocument("__substg1.0_" + tag, new ByteArrayInputStream(bytes));
  }

  private static byte[] written(POIFSFileSystem files) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    files.writeFilesystem(out);
    return out.toByteArray();
  }
}
