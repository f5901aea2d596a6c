package dev.frostbyte.parsers.office;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.spi.DocumentParser;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.ParseResult;
import dev.frostbyte.api.spi.ParserProvider;
import dev.frostbyte.api.spi.StageConfig;
import dev.frostbyte.testkit.Recording;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Builds small OpenDocument files, and reads them. */
final class OdfFile {
  private static final String SPACES =
      "office style text table drawing:draw presentation meta script form"
          + " xsl-fo-compatible:fo svg-compatible:svg datastyle:number";

  private final String kind;
  private final ParserProvider provider;
  private final Map<String, String> parts = new LinkedHashMap<>();
  private String automatic = "";
  private ParseLimits limits = ParseLimits.DEFAULT;

  private OdfFile(String kind, ParserProvider provider) {
    this.kind = kind;
    this.provider = provider;
  }

  /** A text with this body. */
  static OdfFile text(String body) {
    return new OdfFile("text", new OdtParserProvider()).body(body);
  }

  /** A spreadsheet with this body. */
  static OdfFile sheets(String body) {
    return new OdfFile("spreadsheet", new OdsParserProvider()).body(body);
  }

  /** A presentation with this body. */
  static OdfFile slides(String body) {
    return new OdfFile("presentation", new OdpParserProvider()).body(body);
  }

  /** Styles of the content part. */
  OdfFile automatic(String styles) {
    automatic = styles;
    return this;
  }

  /** The part of styles. */
  OdfFile styles(String content) {
    return part("styles.xml", root("document-styles", content));
  }

  OdfFile part(String name, String content) {
    parts.put(name, content);
    return this;
  }

  OdfFile limits(ParseLimits wanted) {
    limits = wanted;
    return this;
  }

  static String root(String name, String content) {
    StringBuilder root = new StringBuilder("<?xml version='1.0' encoding='UTF-8'?><office:" + name);
    for (String space : SPACES.split(" ")) {
      String[] names = space.split(":");
      root.append(" xmlns:").append(names[names.length - 1]);
      root.append("='urn:oasis:names:tc:opendocument:xmlns:").append(names[0]).append(":1.0'");
    }
    root.append(" xmlns:dc='http://purl.org/dc/elements/1.1/'");
    root.append(" xmlns:xlink='http://www.w3.org/1999/xlink'>");
    return root.append(content).append("</office:").append(name).append('>').toString();
  }

  byte[] bytes() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      stored(zip, "application/vnd.oasis.opendocument." + kind);
      for (Map.Entry<String, String> part : all().entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }

  /** Blocks of the file as short lines; it must be readable to its end. */
  List<String> lines() throws IOException {
    return Shown.of(blocks());
  }

  /** Blocks of the file, which must be readable to its end. */
  List<Block> blocks() throws IOException {
    Recording recording = new Recording();
    ParseResult result = read(bytes(), recording);
    if (!(result instanceof ParseResult.Complete)) {
      throw new AssertionError("not complete: " + result);
    }
    return recording.blocks();
  }

  ParseResult read(byte[] bytes, Recording into) throws IOException {
    try (DocumentParser parser = provider.open(StageConfig.none())) {
      return parser.parse(DocumentSource.of(bytes), MediaType.UNKNOWN, limits, into);
    }
  }

  private OdfFile body(String body) {
    parts.put("body", body);
    return this;
  }

  private Map<String, String> all() {
    Map<String, String> all = new LinkedHashMap<>(parts);
    String body = all.remove("body");
    String content =
        "<office:automatic-styles>"
            + automatic
            + "</office:automatic-styles><office:body><office:"
            + kind
            + ">"
            + body
            + "</office:"
            + kind
            + "></office:body>";
    all.putIfAbsent("content.xml", root("document-content", content));
    return all;
  }

  /** The first entry of a package, not compressed (ODF 1.3 part 2, 3.3). */
  private static void stored(ZipOutputStream zip, String type) throws IOException {
    byte[] bytes = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 sum = new CRC32();
    sum.update(bytes);
    ZipEntry entry = new ZipEntry("mimetype");
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(bytes.length);
    entry.setCrc(sum.getValue());
    zip.putNextEntry(entry);
    zip.write(bytes);
    zip.closeEntry();
  }
}
