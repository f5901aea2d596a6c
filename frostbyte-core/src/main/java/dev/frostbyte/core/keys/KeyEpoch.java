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
import java.util.Map;
import java.util.TreeMap;

/**
 * One epoch of a key table: a file of sealed records under one epoch key. File: {@link KeyHeader},
 * then frames (see {@link KeyFrames}) of sealed records, each bound to its position. A frame is
 * forced before the next one is written, so that a crash can tear the last one only. One thread.
 */
final class KeyEpoch implements AutoCloseable {
  static final int MAX_BYTES = 1 << 30;

  private static final int RECORDS_PER_FRAME = 1024;
  private static final int MAX_WRAPPED = 1024;

  private final KeyHeader header;
  private final SecretBytes key;
  private final Sealer sealer;
  private final DurableFile file;
  private final Map<String, byte[]> pending = new TreeMap<>();
  private long position;
  private long frames;

  /** What follows the last whole frame stays until something is added: it may be evidence. */
  private boolean torn;

  private KeyEpoch(KeyHeader header, SecretBytes key, String space, DurableFile file) {
    this.header = header;
    this.key = key;
    this.sealer = Sealer.aes256Gcm(key, space);
    this.file = file;
  }

  /** Writes a new epoch's file, durable under a name that is not yet its own. */
  static KeyEpoch write(
      KeyProvider provider,
      String space,
      long number,
      Map<String, byte[]> records,
      DurableDirectory files,
      String name)
      throws IOException {
    SecretBytes key = SecretBytes.random();
    KeyHeader header = KeyHeader.create(provider, space, number, key);
    KeyEpoch epoch = new KeyEpoch(header, key, space, files.create(name));
    try {
      epoch.writeHeader(files);
      epoch.writeAll(records);
      return epoch;
    } catch (IOException | RuntimeException e) {
      epoch.close();
      throw e;
    }
  }

  /**
   * Opens an epoch's file.
   *
   * @throws FrostbyteException {@code INTEGRITY_BROKEN} when it does not verify or is an old copy
   */
  static Opened open(
      DurableDirectory files, String name, KeyProvider provider, String space, long number)
      throws IOException {
    byte[] bytes = files.read(name, MAX_BYTES);
    DataInputStream in = KeyCodec.decode(bytes);
    KeyHeader header = KeyHeader.read(in, number);
    SecretBytes key =
        header
            .open(provider, space)
            .orElseThrow(
                () -> broken("The key table's master key was destroyed: this is an old copy."));
    KeyEpoch epoch = new KeyEpoch(header, key, space, files.open(name));
    try {
      return new Opened(epoch, epoch.readRecords(bytes, bytes.length - in.available()));
    } catch (IOException | RuntimeException e) {
      epoch.close();
      throw e;
    }
  }

  KeyHeader header() {
    return header;
  }

  long number() {
    return header.number();
  }

  /** Adds a record; it is written by {@link #force}. */
  void append(String name, byte[] wrapped) {
    pending.put(name, wrapped);
  }

  /** Makes every record added before durable. */
  void force() throws IOException {
    if (torn && !pending.isEmpty()) {
      file.truncate(position);
      file.force(true);
      torn = false;
    }
    for (Map<String, byte[]> part : parts(pending)) {
      writeFrame(part);
      file.force(true);
    }
    pending.clear();
  }

  @Override
  public void close() throws IOException {
    key.close();
    file.close();
  }

  /**
   * The header is durable before any record is written: whoever finds records in a file that a
   * crash left can destroy the master key they depend on.
   */
  private void writeHeader(DurableDirectory files) throws IOException {
    byte[] bytes = header.encode();
    file.write(ByteBuffer.wrap(bytes), 0);
    file.force(true);
    files.sync();
    position = bytes.length;
  }

  private void writeAll(Map<String, byte[]> records) throws IOException {
    for (Map<String, byte[]> part : parts(records)) {
      writeFrame(part);
    }
    file.force(true);
  }

  private void writeFrame(Map<String, byte[]> part) throws IOException {
    byte[] plain =
        KeyCodec.encode(
            out -> {
              out.writeInt(part.size());
              for (Map.Entry<String, byte[]> entry : part.entrySet()) {
                out.writeUTF(entry.getKey());
                KeyCodec.writeBytes(out, entry.getValue());
              }
            });
    ByteBuffer frame = KeyFrames.frame(sealer.seal(plain, frame(frames)));
    int length = frame.remaining();
    file.write(frame, position);
    position += length;
    frames++;
  }

  private Map<String, byte[]> readRecords(byte[] bytes, int start) throws IOException {
    KeyFrames found = KeyFrames.read(bytes, start);
    Map<String, byte[]> records = new TreeMap<>();
    for (byte[] sealed : found.frames()) {
      readFrame(sealed, records);
      frames++;
    }
    position = found.end();
    torn = position < bytes.length;
    return records;
  }

  private void readFrame(byte[] sealed, Map<String, byte[]> records) throws IOException {
    try (DataInputStream in = KeyCodec.decode(sealer.open(sealed, frame(frames)))) {
      int count = in.readInt();
      for (int i = 0; i < count; i++) {
        records.put(in.readUTF(), KeyCodec.readBytes(in, MAX_WRAPPED));
      }
    } catch (SealBrokenException e) {
      throw broken("Frame " + frames + " of the key table does not open.");
    }
  }

  private SealContext frame(long index) {
    return new SealContext("key-record", Long.toString(header.number()), index);
  }

  private static List<Map<String, byte[]>> parts(Map<String, byte[]> records) {
    List<Map<String, byte[]>> parts = new ArrayList<>();
    Map<String, byte[]> part = new TreeMap<>();
    for (Map.Entry<String, byte[]> entry : records.entrySet()) {
      part.put(entry.getKey(), entry.getValue());
      if (part.size() == RECORDS_PER_FRAME) {
        parts.add(part);
        part = new TreeMap<>();
      }
    }
    if (!part.isEmpty()) {
      parts.add(part);
    }
    return parts;
  }

  private static FrostbyteException broken(String what) {
    return FrostbyteException.of(ProblemCode.INTEGRITY_BROKEN, what);
  }

  /** An epoch and what its file held. */
  record Opened(KeyEpoch epoch, Map<String, byte[]> records) {}
}
