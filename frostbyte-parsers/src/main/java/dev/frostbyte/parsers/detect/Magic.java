package dev.frostbyte.parsers.detect;

import dev.frostbyte.api.model.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/** Formats known by fixed bytes: programs, pictures, archives, RTF. */
final class Magic {
  private record Rule(String type, int place, int... bytes) {
    boolean fits(Sample sample) {
      return sample.hasAt(place, bytes);
    }
  }

  private static final List<Rule> RULES =
      List.of(
          new Rule("application/x-elf", 0, 0x7f, 'E', 'L', 'F'),
          new Rule("application/x-mach-o", 0, 0xfe, 0xed, 0xfa, 0xce),
          new Rule("application/x-mach-o", 0, 0xfe, 0xed, 0xfa, 0xcf),
          new Rule("application/x-mach-o", 0, 0xce, 0xfa, 0xed, 0xfe),
          new Rule("application/x-mach-o", 0, 0xcf, 0xfa, 0xed, 0xfe),
          new Rule("application/java-vm", 0, 0xca, 0xfe, 0xba, 0xbe),
          new Rule("application/x-script", 0, '#', '!'),
          new Rule("application/rtf", 0, '{', '\\', 'r', 't', 'f'),
          new Rule("application/postscript", 0, '%', '!', 'P', 'S'),
          new Rule("image/png", 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'),
          new Rule("image/jpeg", 0, 0xff, 0xd8, 0xff),
          new Rule("image/gif", 0, 'G', 'I', 'F', '8'),
          new Rule("image/tiff", 0, 'I', 'I', 0x2a, 0),
          new Rule("image/tiff", 0, 'M', 'M', 0, 0x2a),
          new Rule("application/gzip", 0, 0x1f, 0x8b),
          new Rule("application/x-bzip2", 0, 'B', 'Z', 'h'),
          new Rule("application/x-xz", 0, 0xfd, '7', 'z', 'X', 'Z', 0),
          new Rule("application/x-7z-compressed", 0, '7', 'z', 0xbc, 0xaf, 0x27, 0x1c),
          new Rule("application/vnd.rar", 0, 'R', 'a', 'r', '!', 0x1a, 7),
          new Rule("application/zstd", 0, 0x28, 0xb5, 0x2f, 0xfd),
          new Rule("application/x-tar", 257, 'u', 's', 't', 'a', 'r'));

  private Magic() {}

  static Optional<MediaType> find(Sample sample) {
    if (sample.hasAt(0, "MZ") && Sample.indexOf(sample.head(), "\0", 512) >= 0) {
      return Optional.of(new MediaType("application/vnd.microsoft.portable-executable"));
    }
    return RULES.stream()
        .filter(rule -> rule.fits(sample))
        .map(rule -> new MediaType(rule.type()))
        .findFirst();
  }

  /** What Tika's table of magic bytes says about a binary file; never a type of text. */
  static MediaType rest(Sample sample) throws IOException {
    Metadata nothing = new Metadata();
    String type =
        Tika.TYPES
            .detect(new ByteArrayInputStream(sample.head()), nothing)
            .getBaseType()
            .toString();
    boolean binary = !type.startsWith("text/") && !ALLOWED.contains(type);
    return binary ? MediaType.parse(type) : MediaType.UNKNOWN;
  }

  /** Types with rules of their own, which a table of magic bytes must not hand out. */
  private static final List<String> ALLOWED =
      List.of(
          MediaType.PDF.value(),
          MediaType.EML.value(),
          Types.XHTML.value(),
          Types.MSG.value(),
          "application/epub+zip",
          MediaType.DOCX.value(),
          MediaType.XLSX.value(),
          MediaType.PPTX.value());

  /** Loaded when first needed: the table takes a moment to read. */
  private static final class Tika {
    static final MimeTypes TYPES = MimeTypes.getDefaultMimeTypes();

    private Tika() {}
  }
}
