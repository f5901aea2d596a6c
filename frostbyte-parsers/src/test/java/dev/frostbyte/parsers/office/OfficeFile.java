package dev.frostbyte.parsers.office;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.spi.DocumentParser;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.ParseResult;
import dev.frostbyte.api.spi.ParserProvider;
import dev.frostbyte.api.spi.StageConfig;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Builds small office files from the XML of their parts, and reads them. */
final class OfficeFile {
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

  private final Map<String, String> parts = new LinkedHashMap<>();
  private final Map<String, StringBuilder> relations = new LinkedHashMap<>();
  private final ParserProvider provider;
  private Charset charset = StandardCharsets.UTF_8;
  private String mark = "";
  private ParseLimits limits = ParseLimits.DEFAULT;

  private OfficeFile(ParserProvider provider, String main) {
    this.provider = provider;
    relate("", "main", "officeDocument", main);
  }

  /** A Word document with this body. */
  static OfficeFile word(String body) {
    return new OfficeFile(new DocxParserProvider(), "word/document.xml")
        .part("word/document.xml", "w:document", "<w:body>" + body + "</w:body>");
  }

  /** A workbook; sheets are added. */
  static OfficeFile excel(String workbook) {
    return new OfficeFile(new XlsxParserProvider(), "xl/workbook.xml")
        .part("xl/workbook.xml", "s:workbook", workbook);
  }

  /** A deck; slides are added. */
  static OfficeFile slides(String presentation) {
    return new OfficeFile(new PptxParserProvider(), "ppt/presentation.xml")
        .part("ppt/presentation.xml", "p:presentation", presentation);
  }

  OfficeFile part(String name, String root, String content) {
    String text =
        "<?xml version='1.0'?><"
            + root
            + " xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"
            + " xmlns:s='http://schemas.openxmlformats.org/spreadsheetml/2006/main'"
            + " xmlns:p='http://schemas.openxmlformats.org/presentationml/2006/main'"
            + " xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main'"
            + " xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'"
            + " xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'"
            + " xmlns:wp='http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing'"
            + " xmlns:wps='http://schemas.microsoft.com/office/word/2010/wordprocessingShape'"
            + " xmlns:v='urn:schemas-microsoft-com:vml'"
            + " xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math'"
            + " xmlns:dc='http://purl.org/dc/elements/1.1/'"
            + " xmlns:cp='http://schemas.openxmlformats.org/package/2006/metadata/core-properties'"
            + ">"
            + content
            + "</"
            + root.split(" ", 2)[0]
            + ">";
    return raw(name, text);
  }

  OfficeFile raw(String name, String content) {
    parts.put(name, content);
    return this;
  }

  OfficeFile relate(String from, String id, String type, String target) {
    relations
        .computeIfAbsent(from, key -> new StringBuilder())
        .append("<Relationship Id='")
        .append(id)
        .append("' Type='")
        .append(OFFICE)
        .append(type)
        .append("' Target='/")
        .append(target)
        .append("'/>");
    return this;
  }

  /** A reference to something outside the file. */
  OfficeFile external(String from, String id, String type, String address) {
    relations
        .computeIfAbsent(from, key -> new StringBuilder())
        .append("<Relationship Id='" + id + "' Type='" + OFFICE + type + "' Target='")
        .append(address)
        .append("' TargetMode='External'/>");
    return this;
  }

  OfficeFile limits(ParseLimits wanted) {
    limits = wanted;
    return this;
  }

  OfficeFile charset(Charset wanted, String before) {
    charset = wanted;
    mark = wanted.equals(StandardCharsets.UTF_16) ? "" : before;
    return this;
  }

  byte[] bytes() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        write(zip, part.getKey(), part.getValue());
      }
      for (Map.Entry<String, StringBuilder> each : relations.entrySet()) {
        String name = Relations.partOf(each.getKey());
        if (!parts.containsKey(name)) {
          write(
              zip,
              name,
              "<Relationships"
                  + " xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
                  + each.getValue()
                  + "</Relationships>");
        }
      }
    }
    return out.toByteArray();
  }

  /** Blocks of the file, which must be readable to its end. */
  List<Block> blocks() throws IOException {
    Reading reading = read(bytes());
    if (!(reading.result() instanceof ParseResult.Complete)) {
      throw new AssertionError("not complete: " + reading.result());
    }
    return reading.blocks();
  }

  Reading read(byte[] bytes) throws IOException {
    List<Block> blocks = new ArrayList<>();
    try (DocumentParser parser = provider.open(StageConfig.none())) {
      DocumentSource source = DocumentSource.of(bytes);
      return new Reading(parser.parse(source, MediaType.DOCX, limits, blocks::add), blocks);
    }
  }

  private void write(ZipOutputStream zip, String name, String content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write((mark + content).getBytes(charset));
    zip.closeEntry();
  }

  /** How a reading ended and what it gave. */
  record Reading(ParseResult result, List<Block> blocks) {}
}
