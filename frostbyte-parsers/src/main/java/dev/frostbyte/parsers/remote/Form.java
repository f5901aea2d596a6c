package dev.frostbyte.parsers.remote;

import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.api.model.MediaType;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A form with one file (RFC 7578), the same bytes for the same file and fields. The file goes by a
 * name that tells its type and nothing else. Immutable; the body must not be changed.
 *
 * @param boundary made of the file's hash, so that the file cannot hold it
 * @param body the form
 */
record Form(String boundary, byte[] body) {
  /** More than what surrounds a file. */
  static final int OVERHEAD_BYTES = 16 << 10;

  private static final String FILE_FIELD = "files";

  /** One field. */
  record Field(String name, String value) {}

  static Form of(List<Field> fields, MediaType type, byte[] file) {
    String boundary = "frostbyte-" + ContentHash.of(file).hex().substring(0, 48);
    StringBuilder head = new StringBuilder();
    for (Field field : fields) {
      part(head, boundary, field.name(), "").append("\r\n").append(field.value()).append("\r\n");
    }
    part(head, boundary, FILE_FIELD, "; filename=\"" + Formats.fileName(type) + "\"")
        .append("Content-Type: ")
        .append(type)
        .append("\r\n\r\n");
    ByteArrayOutputStream body = new ByteArrayOutputStream(file.length + OVERHEAD_BYTES);
    body.writeBytes(head.toString().getBytes(StandardCharsets.UTF_8));
    body.writeBytes(file);
    body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return new Form(boundary, body.toByteArray());
  }

  String mediaType() {
    return "multipart/form-data; boundary=" + boundary;
  }

  private static StringBuilder part(StringBuilder to, String boundary, String name, String more) {
    return to.append("--")
        .append(boundary)
        .append("\r\nContent-Disposition: form-data; name=\"")
        .append(name)
        .append('"')
        .append(more)
        .append("\r\n");
  }
}
