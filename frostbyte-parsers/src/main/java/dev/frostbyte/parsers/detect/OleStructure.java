package dev.frostbyte.parsers.detect;

import dev.frostbyte.api.model.MediaType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** OLE2 compound files ([MS-CFB]) by the names at the start of their directory. */
final class OleStructure {
  private static final int DIRECTORY_BYTES = 8_192;

  private OleStructure() {}

  static boolean matches(Sample sample) {
    return sample.hasAt(0, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);
  }

  /**
   * An encrypted OOXML file hides what it holds, so its name decides within that family; its parser
   * then says that it needs a password.
   */
  static MediaType type(Sample sample, String extension) throws IOException {
    String names = names(sample);
    if (names.contains("EncryptedPackage")) {
      return switch (extension) {
        case "docx" -> MediaType.DOCX;
        case "xlsx" -> MediaType.XLSX;
        case "pptx" -> MediaType.PPTX;
        default -> Types.PROTECTED;
      };
    }
    if (names.contains("WordDocument")) {
      return Types.DOC;
    }
    if (names.contains("Workbook") || names.contains("Book\0")) {
      return Types.XLS;
    }
    if (names.contains("PowerPoint Document")) {
      return Types.PPT;
    }
    return names.contains("__properties_version1.0") ? Types.MSG : Types.OLE2;
  }

  private static String names(Sample sample) throws IOException {
    ByteBuffer head = ByteBuffer.wrap(sample.head()).order(ByteOrder.LITTLE_ENDIAN);
    if (head.limit() < 512) {
      return "";
    }
    int shift = head.getShort(30);
    if (shift != 9 && shift != 12) {
      return "";
    }
    long sector = head.getInt(48) & 0xffff_ffffL;
    byte[] directory = sample.read((sector + 1) << shift, DIRECTORY_BYTES);
    return new String(directory, StandardCharsets.UTF_16LE);
  }
}
