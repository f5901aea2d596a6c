package dev.frostbyte.core.document;

import dev.frostbyte.api.model.MediaType;
import java.util.List;

/**
 * A format that intake knows by name, whether or not the pipeline has a parser for it. Immutable.
 *
 * @param name what people call it
 * @param text whether its bytes are text, so that only a name tells it from other texts for certain
 * @param extensions of its files, without the dot
 */
public record KnownFormat(MediaType type, String name, boolean text, List<String> extensions) {
  private static final String OASIS = "application/vnd.oasis.opendocument.";

  /** All of them. */
  public static final List<KnownFormat> ALL =
      List.of(
          binary(MediaType.PDF.value(), "PDF", "pdf"),
          binary(MediaType.DOCX.value(), "Word (DOCX)", "docx"),
          binary(MediaType.XLSX.value(), "Excel (XLSX)", "xlsx"),
          binary(MediaType.PPTX.value(), "PowerPoint (PPTX)", "pptx"),
          binary(OASIS + "text", "OpenDocument text (ODT)", "odt"),
          binary(OASIS + "spreadsheet", "OpenDocument spreadsheet (ODS)", "ods"),
          binary(OASIS + "presentation", "OpenDocument presentation (ODP)", "odp"),
          binary("application/epub+zip", "book (EPUB)", "epub"),
          binary("application/rtf", "RTF", "rtf"),
          binary("application/msword", "Word 97 (DOC)", "doc"),
          binary("application/vnd.ms-excel", "Excel 97 (XLS)", "xls"),
          binary("application/vnd.ms-powerpoint", "PowerPoint 97 (PPT)", "ppt"),
          binary("application/vnd.ms-outlook", "Outlook message (MSG)", "msg"),
          binary("image/png", "picture (PNG)", "png"),
          binary("image/jpeg", "picture (JPEG)", "jpg", "jpeg"),
          binary("image/tiff", "picture (TIFF)", "tif", "tiff"),
          text(MediaType.HTML.value(), "HTML", "html", "htm"),
          text("application/xhtml+xml", "web page (XHTML)", "xhtml", "xht"),
          text(MediaType.EML.value(), "e-mail (EML)", "eml"),
          text(MediaType.MARKDOWN.value(), "Markdown", "md", "markdown"),
          text("text/asciidoc", "AsciiDoc", "adoc", "asciidoc"),
          text(MediaType.CSV.value(), "CSV", "csv"),
          text("text/tab-separated-values", "TSV", "tsv", "tab"),
          text("application/json", "JSON", "json"),
          text("application/xml", "XML", "xml"),
          text(MediaType.TEXT.value(), "plain text", "txt"));

  /** Copies the list. */
  public KnownFormat {
    extensions = List.copyOf(extensions);
  }

  private static KnownFormat binary(String type, String name, String... extensions) {
    return new KnownFormat(new MediaType(type), name, false, List.of(extensions));
  }

  private static KnownFormat text(String type, String name, String... extensions) {
    return new KnownFormat(new MediaType(type), name, true, List.of(extensions));
  }
}
