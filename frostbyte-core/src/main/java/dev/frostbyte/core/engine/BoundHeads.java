package dev.frostbyte.core.engine;

import dev.frostbyte.api.audit.AuditEntry;
import dev.frostbyte.api.audit.AuditEvent;
import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.api.audit.TreeHead;
import dev.frostbyte.api.model.ContentHash;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The heads of tenants' logs that the first entries of the log of logs bind, by tenant. Derived
 * from that log and kept sealed beside it, so that it need not be read from its beginning. One
 * thread.
 */
final class BoundHeads {
  private static final int VERSION = 1;
  private static final int HASH = 32;
  private static final int HEAD = Long.BYTES + HASH;
  private static final String SIZE = "size";
  private static final String ROOT = "root";

  /** As they are kept, since only one tenant's are asked for. */
  private final SortedMap<String, ByteArrayOutputStream> heads = new TreeMap<>();

  private long entries;

  /** Of no entries. */
  static BoundHeads none() {
    return new BoundHeads();
  }

  /** Number of entries of the log of logs that were taken. */
  long entries() {
    return entries;
  }

  /** The heads of a tenant's log, in the order they were bound. */
  List<TreeHead> of(String space) {
    List<TreeHead> found = new ArrayList<>();
    ByteArrayOutputStream bytes = heads.getOrDefault(space, new ByteArrayOutputStream());
    ByteBuffer kept = ByteBuffer.wrap(bytes.toByteArray());
    while (kept.hasRemaining()) {
      byte[] root = new byte[HASH];
      long size = kept.getLong();
      kept.get(root);
      found.add(new TreeHead(size, ContentHash.ofDigest(root)));
    }
    return found;
  }

  /** Takes the next entry of the log of logs. */
  void take(AuditEntry entry) {
    AuditEvent event = entry.event();
    if (event.type() == EventType.LOG_SEALED) {
      TreeHead head = head(event);
      ByteBuffer bytes = ByteBuffer.allocate(HEAD).putLong(head.size()).put(head.root().bytes());
      kept(event.subject()).writeBytes(bytes.array());
    }
    entries = entry.receipt().index() + 1;
  }

  private ByteArrayOutputStream kept(String space) {
    return heads.computeIfAbsent(space, name -> new ByteArrayOutputStream());
  }

  /** What an event says that binds a head. */
  static SortedMap<String, Object> facts(TreeHead head) {
    return new TreeMap<>(Map.of(SIZE, head.size(), ROOT, head.root().hex()));
  }

  private static TreeHead head(AuditEvent event) {
    Long size = (Long) Objects.requireNonNull(event.data().get(SIZE));
    String root = (String) Objects.requireNonNull(event.data().get(ROOT));
    return new TreeHead(size, new ContentHash(root));
  }

  /**
   * To be sealed: version (4), entries (8), number of tenants (4); for each its name (2 bytes of
   * length before it), number of heads (4), and for each head size (8) and root (32).
   */
  byte[] bytes() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(VERSION);
    out.writeLong(entries);
    out.writeInt(heads.size());
    for (Map.Entry<String, ByteArrayOutputStream> tenant : heads.entrySet()) {
      out.writeUTF(tenant.getKey());
      out.writeInt(tenant.getValue().size() / HEAD);
      tenant.getValue().writeTo(out);
    }
    return bytes.toByteArray();
  }

  /** Reads what {@link #bytes} gave; of another version nothing. */
  static BoundHeads read(byte[] bytes) throws IOException {
    BoundHeads read = new BoundHeads();
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    if (in.readInt() == VERSION) {
      read.entries = in.readLong();
      for (int tenants = in.readInt(); tenants > 0; tenants--) {
        ByteArrayOutputStream kept = read.kept(in.readUTF());
        kept.writeBytes(in.readNBytes(in.readInt() * HEAD));
      }
    }
    return read;
  }
}
