package dev.frostbyte.core.keys;

import dev.frostbyte.api.file.DurableDirectory;
import dev.frostbyte.api.file.DurableFile;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.seal.KeyProvider;
import dev.frostbyte.api.seal.SealBrokenException;
import dev.frostbyte.api.seal.SealContext;
import dev.frostbyte.api.seal.Sealer;
import dev.frostbyte.api.seal.SecretBytes;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * One epoch of a key table: a file of sealed records under one epoch key. File: header (magic,
 * version, epoch number, name of the master key, wrapped epoch key), then records of length,
 * CRC-32C and sealed bytes, each bound to its position. One thread.
 */
final class KeyEpoch implements AutoCloseable {
  private static final int MAGIC = 0x4642544c;
  private static final int VERSION = 1;
  private static final int MAX_BYTES = 1 << 30;
  private static final String PREFIX = "epoch-";

  private final long number;
  private final String master;
  private final SecretBytes key;
  private final Sealer sealer;
  private final DurableFile file;
  private long position;
  private long records;

  private KeyEpoch(long number, String master, SecretBytes key, String space, DurableFile file) {
    this.number = number;
    this.master = master;
    this.key = key;
    this.sealer = Sealer.aes256Gcm(key, space);
    this.file = file;
  }

  static KeyEpoch create(
      DurableDirectory files,
      KeyProvider provider,
      String space,
      long number,
      Map<String, byte[]> records)
      throws IOException {
    String master = provider.create();
    SecretBytes key = SecretBytes.random();
    byte[] wrapped = provider.wrap(master, key, context(space, number));
    String temporary = fileName(number) + ".tmp";
    files.delete(temporary);
    KeyEpoch epoch = new KeyEpoch(number, master, key, space, files.create(temporary));
    epoch.writeHeader(wrapped);
    for (Map.Entry<String, byte[]> survivor : records.entrySet()) {
      epoch.append(survivor.getKey(), survivor.getValue());
    }
    epoch.file.force(true);
    files.rename(temporary, fileName(number));
    files.sync();
    return epoch;
  }

  static Opened openNewest(DurableDirectory files, KeyProvider provider, String space)
      throws IOException {
    List<Long> numbers = numbers(files);
    if (numbers.isEmpty()) {
      throw broken("The key table is missing.");
    }
    Opened newest = open(files, provider, space, numbers.getLast());
    for (long older : numbers.subList(0, numbers.size() - 1)) {
      destroyFile(files, provider, older);
    }
    return newest;
  }

  long number() {
    return number;
  }

  void append(String name, byte[] wrapped) throws IOException {
    byte[] plain =
        KeyCodec.encode(
            out -> {
              out.writeUTF(name);
              KeyCodec.writeBytes(out, wrapped);
            });
    ByteBuffer frame = KeyFrames.frame(sealer.seal(plain, record(records)));
    int length = frame.remaining();
    file.write(frame, position);
    position += length;
    records++;
  }

  void force() throws IOException {
    file.force(false);
  }

  void destroy(DurableDirectory files, KeyProvider provider) throws IOException {
    close();
    provider.destroy(master);
    files.delete(fileName(number));
    files.sync();
  }

  @Override
  public void close() throws IOException {
    file.close();
    key.close();
  }

  private void writeHeader(byte[] wrapped) throws IOException {
    byte[] header =
        KeyCodec.encode(
            out -> {
              Headers.write(out, MAGIC, VERSION);
              out.writeLong(number);
              out.writeUTF(master);
              KeyCodec.writeBytes(out, wrapped);
            });
    file.write(ByteBuffer.wrap(header), 0);
    position = header.length;
  }

  private static Opened open(
      DurableDirectory files, KeyProvider provider, String space, long number) throws IOException {
    byte[] bytes = files.read(fileName(number), MAX_BYTES);
    DataInputStream in = KeyCodec.decode(bytes);
    Header header = header(in, number);
    SecretBytes key =
        provider
            .unwrap(header.master(), header.wrapped(), context(space, number))
            .orElseThrow(
                () -> broken("The key table's master key was destroyed: this is an old copy."));
    KeyEpoch epoch =
        new KeyEpoch(number, header.master(), key, space, files.open(fileName(number)));
    return new Opened(epoch, epoch.readRecords(bytes, bytes.length - in.available()));
  }

  private Map<String, byte[]> readRecords(byte[] bytes, int start) throws IOException {
    KeyFrames frames = KeyFrames.read(bytes, start);
    Map<String, byte[]> read = new TreeMap<>();
    for (byte[] sealed : frames.frames()) {
      try (DataInputStream in = KeyCodec.decode(sealer.open(sealed, record(records)))) {
        read.put(in.readUTF(), KeyCodec.readBytes(in, 1024));
      } catch (SealBrokenException e) {
        throw broken("Record " + records + " of the key table does not open.");
      }
      records++;
    }
    position = frames.end();
    file.truncate(position);
    return read;
  }

  private static Header header(DataInputStream in, long number) throws IOException {
    Headers.check(in, MAGIC, VERSION, "key table");
    if (in.readLong() != number) {
      throw broken("The key table's number is not that of its file.");
    }
    return new Header(in.readUTF(), KeyCodec.readBytes(in, 1024));
  }

  private static void destroyFile(DurableDirectory files, KeyProvider provider, long number)
      throws IOException {
    try (DataInputStream in = KeyCodec.decode(files.read(fileName(number), MAX_BYTES))) {
      provider.destroy(header(in, number).master());
    }
    files.delete(fileName(number));
    files.sync();
  }

  private static List<Long> numbers(DurableDirectory files) throws IOException {
    List<Long> numbers = new ArrayList<>();
    for (String name : files.list()) {
      if (name.startsWith(PREFIX) && name.endsWith(".tmp")) {
        files.delete(name);
      } else if (name.startsWith(PREFIX)) {
        numbers.add(Long.parseLong(name.substring(PREFIX.length())));
      }
    }
    return numbers;
  }

  private static String fileName(long number) {
    return PREFIX + String.format(Locale.ROOT, "%012d", number);
  }

  private static SealContext context(String space, long number) {
    return new SealContext("epoch-key", space, number);
  }

  private SealContext record(long index) {
    return new SealContext("key-record", Long.toString(number), index);
  }

  private static FrostbyteException broken(String what) {
    return FrostbyteException.of(ProblemCode.INTEGRITY_BROKEN, what);
  }

  private record Header(String master, byte[] wrapped) {}

  /** An epoch and what its file held. */
  record Opened(KeyEpoch epoch, Map<String, byte[]> records) {}
}
