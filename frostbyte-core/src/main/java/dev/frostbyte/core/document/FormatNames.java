package dev.frostbyte.core.document;

import dev.frostbyte.api.model.MediaType;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** What people call the types of files. Stateless. */
public final class FormatNames {
  private static final Map<MediaType, String> KNOWN =
      KnownFormat.ALL.stream()
          .collect(Collectors.toUnmodifiableMap(KnownFormat::type, KnownFormat::name));

  /** Types people often hand in though they are not taken, and what they call them. */
  private static final Map<String, String> OTHERS =
      Map.ofEntries(
          Map.entry("application/zip", "a ZIP archive"),
          Map.entry("application/gzip", "a compressed file"),
          Map.entry("application/x-7z-compressed", "a 7-Zip archive"),
          Map.entry("application/vnd.rar", "a RAR archive"),
          Map.entry("application/x-tar", "a TAR archive"),
          Map.entry("application/java-archive", "a Java program"),
          Map.entry("application/x-ole-storage", "an old Office file"),
          Map.entry("application/x-ooxml-protected", "an Office file with a password"),
          Map.entry("application/postscript", "a PostScript file"),
          Map.entry("application/mbox", "a mailbox of many mails"),
          Map.entry("application/x-script", "a script"),
          Map.entry("application/x-frostbyte-polyglot", "two formats in one file"));

  private FormatNames() {}

  /** The plain name of a type, the type beside it when it is none of the common ones. */
  public static String name(MediaType type) {
    if (type.equals(MediaType.UNKNOWN)) {
      return "of no known format";
    }
    String common = KNOWN.get(type);
    if (common != null) {
      return common;
    }
    String plain = OTHERS.getOrDefault(type.value(), kind(type.value()));
    return plain.isEmpty() ? type.value() : plain + " (" + type.value() + ")";
  }

  /** The names of these types, sorted, with commas between. */
  public static String names(Collection<MediaType> types) {
    return types.stream().map(FormatNames::name).sorted().collect(Collectors.joining(", "));
  }

  private static String kind(String type) {
    return switch (type.substring(0, Math.max(type.indexOf('/'), 0))) {
      case "image" -> "a picture";
      case "audio" -> "a sound recording";
      case "video" -> "a film";
      default -> "";
    };
  }
}
