package dev.frostbyte.core.keys;

import dev.frostbyte.api.file.DurableDirectory;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.seal.KeyProvider;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The files of a key table's epochs: only the newest counts. Whatever else lies there is left over
 * from a crash; its master key is destroyed before it is deleted, since a copy of it may lie
 * elsewhere. One thread.
 */
final class KeyEpochFiles {
  private static final String PREFIX = "epoch-";
  private static final String UNFINISHED = ".new";
  private static final Pattern FILE = Pattern.compile(PREFIX + "[0-9]{12}");

  private final DurableDirectory files;
  private final KeyProvider provider;
  private final String space;

  KeyEpochFiles(DurableDirectory files, KeyProvider provider, String space) {
    this.files = files;
    this.provider = provider;
    this.space = space;
  }

  /** Makes an epoch that holds these records and is the newest, durable on return. */
  KeyEpoch create(long number, Map<String, byte[]> records) throws IOException {
    String unfinished = name(number) + UNFINISHED;
    discard(unfinished, number);
    KeyEpoch epoch = KeyEpoch.write(provider, space, number, records, files, unfinished);
    try {
      files.rename(unfinished, name(number));
      files.sync();
      return epoch;
    } catch (IOException e) {
      epoch.close();
      throw e;
    }
  }

  /** Opens the newest epoch and destroys what a crash left of others. */
  KeyEpoch.Opened openNewest() throws IOException {
    List<Long> numbers = numbers();
    if (numbers.isEmpty()) {
      throw broken("The key table is missing.");
    }
    long newest = numbers.getLast();
    KeyEpoch.Opened opened = KeyEpoch.open(files, name(newest), provider, space, newest);
    try {
      discard(name(newest + 1) + UNFINISHED, newest + 1);
      for (long older : numbers.subList(0, numbers.size() - 1)) {
        discard(name(older), older);
      }
      return opened;
    } catch (IOException | RuntimeException e) {
      opened.epoch().close();
      throw e;
    }
  }

  /** Destroys an epoch's master key, then its file; can be done again. */
  void destroy(KeyEpoch epoch) throws IOException {
    epoch.close();
    provider.destroy(epoch.header().master());
    files.delete(name(epoch.number()));
    files.sync();
  }

  /**
   * Destroys what is left of a file. One too short to hold a header holds nothing else: the header
   * is durable before the first record is written.
   */
  private void discard(String name, long number) throws IOException {
    if (!files.exists(name)) {
      return;
    }
    byte[] bytes = files.read(name, KeyEpoch.MAX_BYTES);
    try (DataInputStream in = KeyCodec.decode(bytes)) {
      KeyHeader.read(in, number).destroy(provider, space);
    } catch (FrostbyteException e) {
      if (!name.endsWith(UNFINISHED)) {
        throw e;
      }
    }
    files.delete(name);
    files.sync();
  }

  private List<Long> numbers() throws IOException {
    List<Long> numbers = new ArrayList<>();
    for (String name : files.list()) {
      if (FILE.matcher(name).matches()) {
        numbers.add(Long.parseLong(name.substring(PREFIX.length())));
      }
    }
    return numbers;
  }

  private static String name(long number) {
    return PREFIX + String.format(Locale.ROOT, "%012d", number);
  }

  private static FrostbyteException broken(String what) {
    return FrostbyteException.of(ProblemCode.INTEGRITY_BROKEN, what);
  }
}
