package dev.frostbyte.parsers.office;

import dev.frostbyte.api.spi.BudgetReachedException;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.ParseLimits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * The parts of an office file. Two parts of one name are refused, since two readers could see two
 * documents. One thread; whoever opens it closes it.
 */
final class Container implements AutoCloseable {
  private final ZipFile zip;
  private final Map<String, ZipArchiveEntry> entries = new HashMap<>();
  private final ParseLimits limits;
  private final Map<ZipArchiveEntry, Long> readings = new IdentityHashMap<>();
  private long inflated;
  private long repeated;

  private Container(ZipFile zip, ParseLimits limits) {
    this.zip = zip;
    this.limits = limits;
  }

  /**
   * Opens the container.
   *
   * @throws RefusedException when it is none, is damaged or encrypted
   * @throws BudgetReachedException when it has more entries than allowed
   */
  static Container open(DocumentSource source, ParseLimits limits) throws IOException {
    Ole2.refuse(source);
    SeekableByteChannel channel = source.channel();
    try {
      Container container = new Container(zip(channel), limits);
      container.index();
      return container;
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /** Whether there is a part of this name, in any case. */
  boolean has(String part) {
    return entries.containsKey(key(part));
  }

  /** Names of all parts, lower case, sorted. */
  List<String> names() {
    return List.copyOf(new TreeSet<>(entries.keySet()));
  }

  /** Opens an XML part; the caller closes it. */
  XmlPart xml(String part) throws IOException {
    return new XmlPart(stream(part), limits, false);
  }

  /** Opens an XML part whose text is kept in order among its elements; the caller closes it. */
  XmlPart mixedXml(String part) throws IOException {
    return new XmlPart(stream(part), limits, true);
  }

  /** How long a part says it is; a hint, since it may lie. */
  long size(String part) {
    ZipArchiveEntry entry = entries.get(key(part));
    return entry == null ? 0 : entry.getSize();
  }

  /** The bytes of a part, which a library takes whole. */
  byte[] bytes(String part) throws IOException {
    try (InputStream in = stream(part)) {
      return in.readAllBytes();
    }
  }

  /** What a part refers to; none when it has no relationships. */
  Relations relations(String part) throws IOException {
    String name = Relations.partOf(part);
    if (!has(name)) {
      return Relations.NONE;
    }
    try (XmlPart xml = xml(name)) {
      return Relations.of(part, xml.tree());
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  private InputStream stream(String part) throws IOException {
    ZipArchiveEntry entry = entries.get(key(part));
    if (entry == null) {
      throw RefusedException.corrupted("A part of the office file is missing.");
    }
    try {
      return new Counted(zip.getInputStream(entry), entry);
    } catch (IOException | RuntimeException e) {
      throw RefusedException.corrupted("A part of the office file cannot be inflated.");
    }
  }

  private static ZipFile zip(SeekableByteChannel channel) throws IOException {
    try {
      return ZipFile.builder().setSeekableByteChannel(channel).get();
    } catch (IOException | RuntimeException e) {
      throw RefusedException.corrupted("The office file is no complete zip container.");
    }
  }

  private void index() throws IOException {
    int count = 0;
    for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
      if (++count > limits.maxEntries()) {
        throw new BudgetReachedException("maxEntries", limits.maxEntries());
      }
      if (entry.getGeneralPurposeBit().usesEncryption()) {
        throw RefusedException.encrypted();
      }
      if (entries.put(key(entry.getName()), entry) != null) {
        throw RefusedException.corrupted("Two parts of the office file have the same name.");
      }
    }
  }

  private static String key(String part) {
    String name = part.replace('\\', '/').toLowerCase(Locale.ROOT);
    return name.startsWith("/") ? name.substring(1) : name;
  }

  /**
   * Counts what is inflated of an entry once, up to where it was read farthest. What is read again
   * may be as much as all that is read, so that no part is read for ever.
   */
  private void charge(ZipArchiveEntry entry, long read, int more) throws BudgetReachedException {
    long before = readings.getOrDefault(entry, 0L);
    long fresh = Math.clamp(read - before, 0, more);
    readings.put(entry, Math.max(before, read));
    inflated += fresh;
    repeated += more - fresh;
    if (Math.max(inflated, repeated) > limits.maxInflatedBytes()) {
      throw new BudgetReachedException("maxInflatedBytes", limits.maxInflatedBytes());
    }
  }

  /** Counts what is inflated, of this entry and of the whole file. */
  private final class Counted extends InputStream {
    private static final long RATIO_FROM = 1 << 20;

    private final InputStream from;
    private final ZipArchiveEntry entry;
    private final long stored;
    private long read;

    Counted(InputStream from, ZipArchiveEntry entry) {
      this.from = from;
      this.entry = entry;
      this.stored = Math.max(1, entry.getCompressedSize());
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int count = inflate(into, offset, length);
      read += Math.max(0, count);
      charge(entry, read, Math.max(0, count));
      if (read > RATIO_FROM && read / stored > limits.maxInflationRatio()) {
        throw new BudgetReachedException("maxInflationRatio", limits.maxInflationRatio());
      }
      return count;
    }

    @Override
    public void close() throws IOException {
      from.close();
    }

    private int inflate(byte[] into, int offset, int length) throws IOException {
      try {
        return from.read(into, offset, length);
      } catch (IOException | RuntimeException e) {
        throw RefusedException.corrupted("A part of the office file cannot be inflated.");
      }
    }
  }
}
