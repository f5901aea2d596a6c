package dev.frostbyte.parsers.detect;

import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.UntrustedText;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.TypeDetector;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** Asks for one structure after the other, the strictest first. */
final class StructureDetector implements TypeDetector {
  @Override
  public MediaType detect(DocumentSource source, UntrustedText name) throws IOException {
    if (source.size() == 0) {
      return MediaType.UNKNOWN;
    }
    try (Sample sample = Sample.of(source)) {
      return detect(sample, extension(name.value()));
    }
  }

  private static MediaType detect(Sample sample, String extension) throws IOException {
    Optional<ZipDirectory> zip = ZipDirectory.find(sample);
    if (PdfStructure.hasHeader(sample)) {
      boolean zipToo = zip.isPresent() && (zip.get().anchored() || zip.get().closes());
      return PdfStructure.type(sample, zipToo);
    }
    if (sample.hasAt(0, "PK\3\4") || sample.hasAt(0, "PK\5\6")) {
      return ZipStructure.type(sample, zip);
    }
    if (OleStructure.matches(sample)) {
      return OleStructure.type(sample, extension);
    }
    if (zip.isPresent()) {
      return Types.POLYGLOT;
    }
    Optional<MediaType> known = Magic.find(sample);
    if (known.isPresent()) {
      return PictureStructure.hasTrailer(sample, known.get()) ? Types.POLYGLOT : known.get();
    }
    Optional<String> text = TextSample.of(sample);
    return text.isPresent() ? TextKind.of(text.get(), extension) : Magic.rest(sample);
  }

  private static String extension(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }
}
