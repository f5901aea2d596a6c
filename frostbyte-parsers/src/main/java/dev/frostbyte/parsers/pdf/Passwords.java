package dev.frostbyte.parsers.pdf;

import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.seal.SecretBytes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * The passwords that encrypted documents are tried with, from a file of one password a line, in
 * UTF-8. Configuration names the file only, so that no password is part of a fingerprint, a message
 * or what goes to another process. Thread-safe; closing it overwrites them.
 */
final class Passwords implements AutoCloseable {
  /** Trying one takes up to some milliseconds of hashing, on purpose of its inventors. */
  private static final int MOST = 100;

  private static final int LARGEST = 64 << 10;
  private static final SecretBytes EMPTY = SecretBytes.copyOf(new byte[0]);

  private final List<SecretBytes> passwords;

  private Passwords(List<SecretBytes> passwords) {
    this.passwords = List.copyOf(passwords);
  }

  /**
   * Reads them.
   *
   * @param file path of the file; empty for no passwords
   * @throws FrostbyteException {@code CONFIGURATION_INVALID} when it cannot be read or is too large
   */
  static Passwords of(String file) {
    if (file.isEmpty()) {
      return new Passwords(List.of());
    }
    byte[] bytes = bytes(file);
    try {
      return new Passwords(lines(bytes));
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  private static byte[] bytes(String file) {
    try (InputStream in = Files.newInputStream(Path.of(file))) {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        Arrays.fill(bytes, (byte) 0);
        throw invalid("is larger than " + LARGEST + " bytes");
      }
      return bytes;
    } catch (IOException | InvalidPathException e) {
      throw invalid("cannot be read (" + e.getClass().getSimpleName() + ")");
    }
  }

  private static List<SecretBytes> lines(byte[] bytes) {
    List<SecretBytes> lines = new ArrayList<>();
    int start = 0;
    for (int at = 0; at <= bytes.length; at++) {
      if (at == bytes.length || bytes[at] == '\n') {
        int end = at > start && bytes[at - 1] == '\r' ? at - 1 : at;
        byte[] line = Arrays.copyOfRange(bytes, start, end);
        if (line.length > 0) {
          lines.add(SecretBytes.copyOf(line));
        }
        Arrays.fill(line, (byte) 0);
        start = at + 1;
      }
    }
    if (lines.size() > MOST) {
      lines.forEach(SecretBytes::close);
      throw invalid("has " + lines.size() + " lines; at most " + MOST + " are tried");
    }
    return lines;
  }

  private static FrostbyteException invalid(String why) {
    return FrostbyteException.of(
        ProblemCode.CONFIGURATION_INVALID,
        "The file that passwordFile names " + why + "; give a file of one password a line.");
  }

  int count() {
    return passwords.size();
  }

  /**
   * Opens a document without a password, else with the first that fits. The caller closes it.
   *
   * @throws InvalidPasswordException when none fits
   */
  PDDocument open(RandomAccessReadBuffer bytes) throws IOException {
    List<SecretBytes> left = new ArrayList<>(passwords);
    SecretBytes next = EMPTY;
    while (true) {
      try {
        bytes.seek(0);
        return Loader.loadPDF(bytes, text(next), IOUtils.createMemoryOnlyStreamCache());
      } catch (InvalidPasswordException e) {
        if (left.isEmpty()) {
          throw e;
        }
        next = left.removeFirst();
      }
    }
  }

  private static String text(SecretBytes secret) {
    byte[] bytes = secret.reveal();
    try {
      return new String(bytes, StandardCharsets.UTF_8);
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  @Override
  public void close() {
    passwords.forEach(SecretBytes::close);
  }

  /** Tells how many there are and nothing of them. */
  @Override
  public String toString() {
    return "Passwords(" + passwords.size() + ")";
  }
}
