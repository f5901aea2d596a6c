package dev.frostbyte.parsers.remote;

import dev.frostbyte.api.model.MediaType;
import java.util.Map;

/** What the services call the types that are sent to them. Stateless. */
final class Formats {
  static final String PDF = "application/pdf";
  static final String DOCX =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  static final String PPTX =
      "application/vnd.openxmlformats-officedocument.presentationml.presentation";
  static final String HTML = "text/html";
  static final String PNG = "image/png";
  static final String JPEG = "image/jpeg";
  static final String TIFF = "image/tiff";

  private static final Map<String, String> EXTENSIONS =
      Map.of(
          PDF, "pdf", DOCX, "docx", XLSX, "xlsx", PPTX, "pptx", HTML, "html", PNG, "png", JPEG,
          "jpg", TIFF, "tiff");

  private Formats() {}

  /** A name for a file of this type. */
  static String fileName(MediaType type) {
    return "document." + EXTENSIONS.getOrDefault(type.value(), "bin");
  }

  /** Docling's word for the type, one of {@code docling.datamodel.base_models.InputFormat}. */
  static String docling(MediaType type) {
    return type.value().startsWith("image/")
        ? "image"
        : EXTENSIONS.getOrDefault(type.value(), "pdf");
  }
}
