package dev.frostbyte.parsers.worker;

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
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads blocks from bytes of a child that may lie. */
final class BlockDecoder {
  /** What a dropped part may be called; anything else could carry text of the document. */
  static final Pattern KIND = Pattern.compile("[a-zA-Z][a-zA-Z0-9 _/+.-]{0,63}");

  /** Shape of a reason. */
  static final Pattern REASON = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");

  private static final int CELL_BYTES = 27;
  private static final int REGION_BYTES = 20;

  private final WireReader in;

  private BlockDecoder(byte[] bytes) {
    this.in = new WireReader(bytes);
  }

  /**
   * The block in these bytes.
   *
   * @throws MalformedFrameException when they hold anything but one block
   */
  static Block decode(byte[] bytes) throws MalformedFrameException {
    BlockDecoder decoder = new BlockDecoder(bytes);
    try {
      Block block = decoder.block();
      decoder.in.requireEnd();
      return block;
    } catch (IllegalArgumentException e) {
      throw new MalformedFrameException("a block that cannot be");
    }
  }

  private Block block() throws MalformedFrameException {
    int tag = in.readByte();
    return tag == BlockEncoder.NOTED ? noted() : bare(tag);
  }

  private Block noted() throws MalformedFrameException {
    Evidence evidence = evidence();
    return new Block.Noted(bare(in.readByte()), evidence);
  }

  private Evidence evidence() throws MalformedFrameException {
    Evidence.Basis basis = constant(Evidence.Basis.values());
    float confidence = in.readFloat();
    float size = in.readFloat();
    int flags = in.readByte();
    if (flags > 3) {
      throw new MalformedFrameException("unknown flags");
    }
    return new Evidence(basis, confidence, size, (flags & 1) != 0, (flags & 2) != 0);
  }

  private Block bare(int tag) throws MalformedFrameException {
    List<Region> regions = regions();
    return switch (tag) {
      case BlockEncoder.HEADING -> new Block.Heading(in.readByte(), text(), regions);
      case BlockEncoder.PARAGRAPH -> new Block.Paragraph(text(), regions);
      case BlockEncoder.LIST_ITEM -> new Block.ListItem(in.readByte(), text(), text(), regions);
      case BlockEncoder.TABLE -> table(regions);
      case BlockEncoder.PREFORMATTED -> new Block.Preformatted(text(), text(), regions);
      case BlockEncoder.FURNITURE ->
          new Block.Furniture(constant(Block.Furniture.Role.values()), text(), regions);
      case BlockEncoder.HIDDEN ->
          new Block.Hidden(constant(HiddenChannel.values()), text(), regions);
      case BlockEncoder.DROPPED -> new Block.Dropped(word(KIND), word(REASON), regions);
      case BlockEncoder.FIGURE -> new Block.Figure(text(), regions);
      case BlockEncoder.FORMULA -> new Block.Formula(text(), regions);
      case BlockEncoder.FOOTNOTE -> new Block.Footnote(text(), text(), regions);
      case BlockEncoder.LINK -> new Block.Link(text(), text(), regions);
      case BlockEncoder.PAGE_IMAGE -> new Block.PageImage(in.readInt(), in.readBytes());
      case BlockEncoder.ATTACHED -> attached(regions);
      case BlockEncoder.ENCODED -> encoded();
      case BlockEncoder.LANGUAGE -> new Block.Language(text());
      case BlockEncoder.PAGE ->
          new Block.Page(new PageSize(in.readInt(), in.readFloat(), in.readFloat()));
      default -> throw new MalformedFrameException("unknown block");
    };
  }

  private Block attached(List<Region> regions) throws MalformedFrameException {
    UntrustedText name = text();
    UntrustedText type = text();
    int last = in.readByte();
    if (last > 1) {
      throw new MalformedFrameException("unknown flags");
    }
    return new Attached(name, type, last == 1, in.readBytes(), regions);
  }

  private Block encoded() throws MalformedFrameException {
    TextEncoding.Basis basis = constant(TextEncoding.Basis.values());
    return new Block.Encoded(new TextEncoding(in.readText(), basis));
  }

  private Block table(List<Region> regions) throws MalformedFrameException {
    int columns = in.readInt();
    int headerRows = in.readInt();
    UntrustedText caption = text();
    int count = in.readCount(CELL_BYTES);
    List<Block.Cell> cells = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      cells.add(cell());
    }
    if (headerRows < 0) {
      throw new MalformedFrameException("negative number of header rows");
    }
    return new Block.Table(columns, headerRows, cells, caption, regions);
  }

  private Block.Cell cell() throws MalformedFrameException {
    int row = in.readInt();
    int column = in.readInt();
    int rowSpan = in.readInt();
    int columnSpan = in.readInt();
    UntrustedText text = text();
    CellValue value = new CellValue(constant(CellValue.Kind.values()), text());
    return new Block.Cell(row, column, rowSpan, columnSpan, text, value);
  }

  private List<Region> regions() throws MalformedFrameException {
    int count = in.readCount(REGION_BYTES);
    List<Region> regions = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      int page = in.readInt();
      regions.add(new Region(page, box()));
    }
    return regions;
  }

  private Box box() throws MalformedFrameException {
    return new Box(in.readFloat(), in.readFloat(), in.readFloat(), in.readFloat());
  }

  private UntrustedText text() throws MalformedFrameException {
    return UntrustedText.of(in.readText());
  }

  private <E> E constant(E[] constants) throws MalformedFrameException {
    int number = in.readByte();
    if (number >= constants.length) {
      throw new MalformedFrameException("unknown constant");
    }
    return constants[number];
  }

  private String word(Pattern shape) throws MalformedFrameException {
    String word = in.readText();
    if (!shape.matcher(word).matches()) {
      throw new MalformedFrameException("a word of another shape");
    }
    return word;
  }
}
