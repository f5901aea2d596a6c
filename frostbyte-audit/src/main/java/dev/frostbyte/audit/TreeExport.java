package dev.frostbyte.audit;

import dev.frostbyte.api.audit.Checkpoint;
import dev.frostbyte.api.model.ContentHash;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Writes the sealed part of a log as static files: entry bundles, tiles, {@code events.jsonl},
 * every signed root, proofs of a small log's entries and, last, the signed manifest. The same log
 * at the same size gives the same bytes. Memory: one bundle, one tile for each level, and at most
 * {@link #MOST_PROOFS} hashes. One thread; whoever opens it closes it.
 */
final class TreeExport implements Closeable {
  /** A log with more entries is exported without a proof for each. */
  static final long MOST_PROOFS = 10_000;

  private final ExportFiles files;
  private final Checkpoint sealed;
  private final Attestations attestations;
  private final OutputStream events;
  private final CompactRange tree = new CompactRange();
  private final LeafHashes hashes = new LeafHashes();
  private final Tiles tiles;
  private final ByteArrayOutputStream bundle = new ByteArrayOutputStream();

  private TreeExport(
      ExportFiles files, Checkpoint sealed, Attestations attestations, OutputStream events) {
    this.files = files;
    this.sealed = sealed;
    this.attestations = attestations;
    this.events = events;
    this.tiles = new Tiles((name, tile) -> files.write(name.path(), tile));
  }

  static TreeExport into(ExportFiles files, Checkpoint sealed, Attestations attestations)
      throws IOException {
    return new TreeExport(files, sealed, attestations, files.create("events.jsonl"));
  }

  /** Whether the entry of this index is one of those that are exported. */
  boolean covers(long index) {
    return index < sealed.size();
  }

  /** Takes the next entry. */
  void accept(byte[] leaf, byte[] leafHash) throws IOException {
    bundle.write(leaf.length >>> 8);
    bundle.write(leaf.length);
    bundle.writeBytes(leaf);
    events.write(leaf);
    events.write('\n');
    tree.append(leafHash);
    tiles.append(leafHash);
    if (sealed.size() <= MOST_PROOFS) {
      hashes.append(leafHash);
    }
    if (tree.size() % Tiles.WIDTH == 0) {
      flush(tree.size() / Tiles.WIDTH - 1, Tiles.WIDTH);
    }
  }

  /** Takes a signed root; those past the newest that is exported are left out. */
  void accept(Checkpoint root) throws IOException {
    if (root.size() <= sealed.size()) {
      files.write("checkpoints/" + root.size(), attestations.cosigned(root));
    }
  }

  /** Writes the rest, if the root is the one that was signed. */
  void finish(SigningKey key) throws IOException {
    int width = (int) (tree.size() % Tiles.WIDTH);
    if (width > 0) {
      flush(tree.size() / Tiles.WIDTH, width);
    }
    tiles.finish();
    events.close();
    if (tree.size() != sealed.size() || !ContentHash.ofDigest(tree.root()).equals(sealed.root())) {
      throw new IOException(
          "the export stopped: the entries do not have the root that was signed; verify the log");
    }
    writeProofs();
    writeStamps();
    files.write("policy", attestations.policy(key.verifier()));
    files.write("checkpoint", attestations.cosigned(sealed));
    files.finish(sealed, key);
  }

  private void writeProofs() throws IOException {
    if (sealed.size() > MOST_PROOFS) {
      return;
    }
    Proofs proofs = Proofs.over(hashes);
    String note = attestations.cosigned(sealed);
    for (long index = 0; index < sealed.size(); index++) {
      List<byte[]> path = proofs.inclusion(index, sealed.size());
      files.write("proofs/" + index + ".tlog-proof", Proofs.text(index, path, note));
    }
  }

  private void writeStamps() throws IOException {
    for (var stamp : attestations.timestamps().entrySet()) {
      if (stamp.getKey() <= sealed.size()) {
        files.write("timestamps/" + stamp.getKey() + ".tsr", stamp.getValue());
      }
    }
  }

  private void flush(long number, int width) throws IOException {
    files.write(Tiles.Name.entries(number, width), bundle.toByteArray());
    bundle.reset();
  }

  @Override
  public void close() throws IOException {
    events.close();
  }
}
