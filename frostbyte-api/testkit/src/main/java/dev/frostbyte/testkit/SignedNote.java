package dev.frostbyte.testkit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A checkpoint's signed note (C2SP signed-note, tlog-checkpoint) taken apart. Immutable.
 *
 * @param text what is signed: origin, size and root, each with its newline
 */
record SignedNote(String text, List<Line> lines) {
  private static final int ID = 4;
  private static final int TIME = 8;

  static SignedNote of(String note) {
    int end = note.indexOf("\n\n") + 1;
    List<Line> lines = note.substring(end + 1).lines().map(Line::of).toList();
    return new SignedNote(note.substring(0, end), lines);
  }

  long size() {
    return Long.parseLong(text.split("\n", -1)[1]);
  }

  byte[] root() {
    return Base64.getDecoder().decode(text.split("\n", -1)[2]);
  }

  /** Whether the log of this key signed it. */
  boolean isSignedBy(NoteKey key) {
    byte[] message = text.getBytes(StandardCharsets.UTF_8);
    return lines.stream()
        .filter(line -> line.claims(key))
        .anyMatch(line -> key.verifies(message, line.from(ID)));
  }

  /** When the witness of this key cosigned it (C2SP tlog-cosignature, 0x04), in POSIX seconds. */
  Optional<Long> cosignedAt(NoteKey key) {
    return lines.stream()
        .filter(line -> line.claims(key))
        .filter(line -> key.verifies(cosigned(line.time()), line.from(ID + TIME)))
        .map(Line::time)
        .findFirst();
  }

  /** What a witness signs. */
  byte[] cosigned(long second) {
    return ("cosignature/v1\ntime " + second + "\n" + text).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * A signature line.
   *
   * @param bytes key id, then what the kind of signature says
   */
  record Line(String name, byte[] bytes) {
    static Line of(String line) {
      String[] parts = line.split(" ", -1);
      return new Line(parts[1], Base64.getDecoder().decode(parts[2]));
    }

    boolean claims(NoteKey key) {
      return name.equals(key.name()) && ByteBuffer.wrap(bytes).getInt() == key.id();
    }

    long time() {
      return ByteBuffer.wrap(bytes).getLong(ID);
    }

    byte[] from(int start) {
      return Arrays.copyOfRange(bytes, start, bytes.length);
    }
  }
}
