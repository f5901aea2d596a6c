package dev.frostbyte.parsers.detect;

import dev.frostbyte.api.model.MediaType;
import java.io.IOException;
import java.util.Set;

/** OLE2 compound files ([MS-CFB]) by the names at the top of their directory. */
final class OleStructure {
  /**
   * Holds what rights management protects ([MS-OFFCRYPTO] 2.2.10); the rest of such a file only
   * says that it is protected.
   */
  private static final String PROTECTED_CONTENT = "\tDRMContent";

  private OleStructure() {}

  static boolean matches(Sample sample) {
    return sample.hasAt(0, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);
  }

  /** What a file holds, as far as it can be told. */
  static MediaType type(Sample sample, String extension) throws IOException {
    Set<String> names = OleDirectory.names(sample);
    if (names.contains(PROTECTED_CONTENT)) {
      return Types.PROTECTED;
    }
    return names.contains("EncryptedPackage") ? encrypted(extension) : open(names);
  }

  /**
   * An encrypted OOXML file hides what it holds, so its name decides within that family; its parser
   * then says that it needs a password.
   */
  private static MediaType encrypted(String extension) {
    return switch (extension) {
      case "docx" -> MediaType.DOCX;
      case "xlsx" -> MediaType.XLSX;
      case "pptx" -> MediaType.PPTX;
      default -> Types.PROTECTED;
    };
  }

  private static MediaType open(Set<String> names) {
    if (names.contains("__properties_version1.0")) {
      return Types.MSG;
    }
    if (names.contains("WordDocument")) {
      return Types.DOC;
    }
    if (names.contains("Workbook") || names.contains("Book")) {
      return Types.XLS;
    }
    return names.contains("PowerPoint Document") ? Types.PPT : Types.OLE2;
  }
}
