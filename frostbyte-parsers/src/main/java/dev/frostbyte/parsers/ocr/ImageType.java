package dev.frostbyte.parsers.ocr;

import dev.frostbyte.api.model.MediaType;

/** Types of pictures that are read. Stateless. */
final class ImageType {
  static final MediaType PNG = new MediaType("image/png");
  static final MediaType JPEG = new MediaType("image/jpeg");
  static final MediaType TIFF = new MediaType("image/tiff");

  private ImageType() {}
}
