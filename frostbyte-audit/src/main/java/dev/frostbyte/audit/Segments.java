package dev.frostbyte.audit;

import dev.frostbyte.api.file.DurableDirectory;
import dev.frostbyte.api.file.DurableFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The segment files of one log by their names. Thread-safe, keeps no state. */
final class Segments {
  private static final String ENDING = ".wal";
  private static final String UNFINISHED = ENDING + ".tmp";
  private static final Pattern NAME = Pattern.compile("[0-9]{16}\\.wal");
  private static final int ZEROS = 64 << 10;

  private final DurableDirectory files;
  private final JournalShape shape;

  Segments(DurableDirectory files, JournalShape shape) {
    this.files = files;
    this.shape = shape;
  }

  JournalShape shape() {
    return shape;
  }

  /**
   * Number of segments, whose sequences must run from 0; what a crash left unfinished is removed.
   */
  long count() throws IOException, BrokenLog {
    List<String> names = files.list();
    for (String name : names) {
      if (name.endsWith(UNFINISHED)) {
        files.delete(name);
      }
    }
    List<String> segments = names.stream().filter(name -> name.endsWith(ENDING)).toList();
    for (int at = 0; at < segments.size(); at++) {
      String name = segments.get(at);
      if (!NAME.matcher(name).matches() || !name.equals(name(at))) {
        throw new BrokenLog("segment " + at + " is missing");
      }
    }
    return segments.size();
  }

  DurableFile open(long sequence) throws IOException {
    return files.open(name(sequence));
  }

  SegmentReader read(long sequence) throws IOException, BrokenLog {
    return SegmentReader.open(open(sequence), shape);
  }

  /**
   * Makes a segment: zeros to its capacity and the header, forced before it gets its name, and the
   * directory after.
   */
  DurableFile create(SegmentHeader header) throws IOException {
    String unfinished = name(header.sequence()) + ".tmp";
    files.delete(unfinished);
    DurableFile file = files.create(unfinished);
    boolean done = false;
    try {
      zero(file, 0, header.capacity());
      file.write(header.encode(), 0);
      file.force(true);
      files.rename(unfinished, name(header.sequence()));
      files.sync();
      done = true;
      return file;
    } finally {
      if (!done) {
        file.close();
      }
    }
  }

  /** Makes names durable that a crash may have left in doubt. */
  void sync() throws IOException {
    files.sync();
  }

  static void zero(DurableFile file, int from, int to) throws IOException {
    ByteBuffer zeros = ByteBuffer.allocate(Math.min(ZEROS, to - from));
    for (int at = from; at < to; at += ZEROS) {
      file.write(zeros.clear().limit(Math.min(ZEROS, to - at)), at);
    }
  }

  private static String name(long sequence) {
    return String.format(Locale.ROOT, "%016d", sequence) + ENDING;
  }
}
