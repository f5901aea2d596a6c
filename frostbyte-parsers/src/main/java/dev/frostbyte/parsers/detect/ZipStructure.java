package dev.frostbyte.parsers.detect;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.frostbyte.api.model.MediaType;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a ZIP is by what its directory holds: OOXML by the main part of its content types,
 * OpenDocument and EPUB by their type entry. Macros make a document another type.
 */
final class ZipStructure {
  private static final String CONTENT_TYPES = "[content_types].xml";
  private static final Pattern CONTENT_TYPE =
      Pattern.compile("ContentType\\s*=\\s*[\"']([^\"']{1,200})");
  private static final Pattern SHAPE = Pattern.compile("application/[a-z0-9.+-]{1,100}");
  private static final String MACRO = "application/vnd.ms-office.vbaproject";
  private static final Map<String, String> MAIN =
      Map.of(
          MediaType.DOCX + ".main+xml", MediaType.DOCX.value(),
          MediaType.XLSX + ".main+xml", MediaType.XLSX.value(),
          MediaType.PPTX + ".main+xml", MediaType.PPTX.value());
  private static final Map<MediaType, MediaType> WITH_MACROS =
      Map.of(
          MediaType.DOCX, new MediaType("application/vnd.ms-word.document.macroenabled.12"),
          MediaType.XLSX, new MediaType("application/vnd.ms-excel.sheet.macroenabled.12"),
          MediaType.PPTX,
              new MediaType("application/vnd.ms-powerpoint.presentation.macroenabled.12"));

  /** Where the name of the first entry stands. */
  private static final int NAME = 30;

  private static final Pattern STORED =
      Pattern.compile(
          "application/(?:epub\\+zip|vnd\\.oasis\\.opendocument\\.(?:text|spreadsheet|presentation)(?![a-z-]))");

  private ZipStructure() {}

  static MediaType type(Sample sample, Optional<ZipDirectory> directory) throws IOException {
    if (directory.isEmpty()) {
      return truncated(sample);
    }
    if (!directory.get().exact()) {
      return Types.POLYGLOT;
    }
    MediaType type = type(sample, directory.get().entries());
    boolean pdfInside = Sample.indexOf(sample.head(), "%PDF-", 1_024) >= 0;
    return pdfInside && !type.equals(Types.ZIP) ? Types.POLYGLOT : type;
  }

  private static MediaType type(Sample sample, List<ZipDirectory.Entry> entries)
      throws IOException {
    List<ZipDirectory.Entry> contents = named(entries, CONTENT_TYPES);
    if (contents.size() > 1) {
      return Types.POLYGLOT;
    }
    if (contents.size() == 1) {
      return office(ZipEntryText.read(sample, contents.getFirst()));
    }
    List<ZipDirectory.Entry> declared = named(entries, "mimetype");
    if (declared.size() == 1) {
      String type = ZipEntryText.read(sample, declared.getFirst()).strip();
      return SHAPE.matcher(type).matches() ? new MediaType(type) : Types.ZIP;
    }
    return named(entries, "meta-inf/manifest.mf").isEmpty() ? Types.ZIP : Types.JAR;
  }

  private static List<ZipDirectory.Entry> named(List<ZipDirectory.Entry> entries, String name) {
    return entries.stream().filter(e -> e.name().toLowerCase(Locale.ROOT).equals(name)).toList();
  }

  /** Exactly one main part; two kinds of main part are two documents in one file. */
  private static MediaType office(String contentTypes) {
    Set<MediaType> types = new LinkedHashSet<>();
    boolean macros = false;
    Matcher matcher = CONTENT_TYPE.matcher(contentTypes);
    while (matcher.find()) {
      String type = matcher.group(1).strip().toLowerCase(Locale.ROOT);
      macros |= type.equals(MACRO);
      if (type.endsWith("main+xml") && SHAPE.matcher(type).matches()) {
        types.add(main(type));
      }
    }
    if (types.size() != 1) {
      return types.isEmpty() ? Types.ZIP : Types.POLYGLOT;
    }
    MediaType type = types.iterator().next();
    return macros ? WITH_MACROS.getOrDefault(type, type) : type;
  }

  private static MediaType main(String type) {
    String known = MAIN.get(type);
    return new MediaType(known == null ? type.replaceFirst("\\.?main\\+xml$", "") : known);
  }

  /** The type that OpenDocument and EPUB files say first, without compression. */
  private static MediaType stored(byte[] head) {
    int from = NAME + "mimetype".length();
    String start = new String(head, from, Math.min(100, head.length - from), ISO_8859_1);
    Matcher type = STORED.matcher(start);
    return type.lookingAt() ? new MediaType(type.group()) : Types.ZIP;
  }

  /** Without a directory the names of the first entries tell, so that the parser can say why. */
  private static MediaType truncated(Sample sample) {
    byte[] head = sample.head();
    if (sample.hasAt(NAME, "mimetype")) {
      return stored(head);
    }
    if (Sample.indexOf(head, "[Content_Types].xml", head.length) < 0) {
      return Types.ZIP;
    }
    if (Sample.indexOf(head, "word/", head.length) >= 0) {
      return MediaType.DOCX;
    }
    if (Sample.indexOf(head, "xl/", head.length) >= 0) {
      return MediaType.XLSX;
    }
    return Sample.indexOf(head, "ppt/", head.length) >= 0 ? MediaType.PPTX : Types.ZIP;
  }
}
