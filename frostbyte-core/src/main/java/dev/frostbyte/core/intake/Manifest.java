package dev.frostbyte.core.intake;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.frostbyte.api.model.BatchId;
import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.model.UntrustedText;
import dev.frostbyte.core.Batch;
import dev.frostbyte.core.BatchFile;
import dev.frostbyte.core.report.ManifestFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a batch manifest (schema 1.1 of the requirements) strictly: every fault is named by its
 * place.
 */
public final class Manifest {
  private static final long MAX_BYTES = 16 << 20;
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Manifest() {}

  /**
   * Reads the manifest; its files lie beside it.
   *
   * @throws FrostbyteException with the code of what is wrong
   * @throws IOException when the manifest cannot be read
   */
  public static Batch read(Path manifest) throws IOException {
    if (Files.size(manifest) > MAX_BYTES) {
      throw invalid("the manifest is larger than " + MAX_BYTES + " bytes");
    }
    byte[] bytes = Files.readAllBytes(manifest);
    JsonNode root = parse(bytes);
    JsonNode entries = root.path("files");
    if (!entries.isArray()) {
      throw invalid("files must be an array");
    }
    requireCount(root.path("file_count"), entries.size());
    Path folder = manifest.toAbsolutePath().normalize().resolveSibling("");
    BatchId id = batchId(root);
    List<BatchFile> files = files(entries, folder);
    String name = String.valueOf(manifest.getFileName());
    return new Batch(
        id,
        files,
        text(root, "tenant_id", "tenant_id"),
        facts(UntrustedText.of(name), bytes, root));
  }

  private static JsonNode parse(byte[] bytes) {
    try {
      JsonNode root = MAPPER.readTree(bytes);
      if (root == null || !root.isObject()) {
        throw invalid("the manifest must be a JSON object");
      }
      return root;
    } catch (JsonProcessingException e) {
      throw invalid("no valid JSON" + place(e.getLocation()));
    } catch (IOException e) {
      throw invalid("the manifest is not in UTF-8");
    }
  }

  private static String place(@Nullable JsonLocation place) {
    return place == null ? "" : " at line " + place.getLineNr() + ", column " + place.getColumnNr();
  }

  private static void requireCount(JsonNode count, int entries) {
    if (!count.canConvertToInt() || !count.isIntegralNumber()) {
      throw invalid("file_count must be an integer");
    }
    if (count.intValue() != entries) {
      throw FrostbyteException.of(
          ProblemCode.MANIFEST_FILE_COUNT_MISMATCH,
          "file_count says " + count.intValue() + ", files has " + entries + " entries.");
    }
  }

  private static List<BatchFile> files(JsonNode entries, Path folder) {
    List<BatchFile> files = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < entries.size(); i++) {
      BatchFile file = file(entries.get(i), "files[" + i + "]", folder);
      if (!seen.add(file.fileId())) {
        throw FrostbyteException.of(
            ProblemCode.DUPLICATE_FILE_ID, "The file_id of files[" + i + "] occurs before.");
      }
      files.add(file);
    }
    return files;
  }

  private static BatchFile file(JsonNode entry, String place, Path folder) {
    String name = text(entry, "filename", place + ".filename");
    Path path = resolve(folder, name, place);
    JsonNode size = entry.path("size_bytes");
    if (!size.isIntegralNumber() || !size.canConvertToLong() || size.longValue() < 0) {
      throw invalid(place + ".size_bytes must be a whole number of bytes");
    }
    BatchFile.Claim claim =
        new BatchFile.Claim(type(entry, place), size.longValue(), sha256(entry, place));
    return new BatchFile(fileId(entry, place), UntrustedText.of(name), path, claim);
  }

  private static Path resolve(Path folder, String name, String place) {
    try {
      Path path = folder.resolve(name).normalize();
      if (path.startsWith(folder) && !path.equals(folder)) {
        return linked(path, folder, place);
      }
    } catch (InvalidPathException e) {
      throw invalid(place + ".filename is no file name here");
    }
    throw invalid(place + ".filename must name a file inside the manifest's folder");
  }

  /** Where links lead, if not out of the folder; a file that is not there leads nowhere. */
  private static Path linked(Path path, Path folder, String place) {
    Path real;
    Path root;
    try {
      real = path.toRealPath();
      root = folder.toRealPath();
    } catch (IOException e) {
      return path;
    }
    if (!real.startsWith(root)) {
      throw invalid(place + ".filename is a link that leads out of the manifest's folder");
    }
    return real;
  }

  private static String fileId(JsonNode entry, String place) {
    String fileId = text(entry, "file_id", place + ".file_id");
    if (!fileId.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,127}")) {
      throw invalid(
          place + ".file_id must be 1 to 128 letters, digits, dots, underscores or hyphens");
    }
    return fileId;
  }

  private static MediaType type(JsonNode entry, String place) {
    try {
      return MediaType.parse(text(entry, "mime_type", place + ".mime_type"));
    } catch (IllegalArgumentException e) {
      throw invalid(place + ".mime_type must be a media type such as application/pdf");
    }
  }

  private static ContentHash sha256(JsonNode entry, String place) {
    try {
      return new ContentHash(text(entry, "sha256", place + ".sha256").toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw invalid(place + ".sha256 must be 64 hexadecimal digits");
    }
  }

  private static BatchId batchId(JsonNode root) {
    try {
      return new BatchId(text(root, "batch_id", "batch_id"));
    } catch (IllegalArgumentException e) {
      throw invalid("batch_id must be 1 to 128 letters, digits, dots, underscores or hyphens");
    }
  }

  private static ManifestFacts facts(UntrustedText name, byte[] bytes, JsonNode root) {
    return new ManifestFacts(
        name, ContentHash.of(bytes), optional(root, "vendor_name"), optional(root, "submitter"));
  }

  /** A text that need not be there, and is shown in reports only. */
  private static UntrustedText optional(JsonNode root, String key) {
    JsonNode value = root.path(key);
    boolean usable = value.isTextual() && value.textValue().length() <= 1024;
    return usable ? UntrustedText.of(value.textValue().strip()) : UntrustedText.EMPTY;
  }

  private static String text(JsonNode node, String key, String place) {
    JsonNode value = node.path(key);
    if (!value.isTextual() || value.textValue().isBlank() || value.textValue().length() > 1024) {
      throw invalid(place + " must be a text of 1 to 1024 characters");
    }
    return value.textValue();
  }

  private static FrostbyteException invalid(String what) {
    return FrostbyteException.of(ProblemCode.MANIFEST_INVALID, "Manifest refused: " + what + ".");
  }
}
