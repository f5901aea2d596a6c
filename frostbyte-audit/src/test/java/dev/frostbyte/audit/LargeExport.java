package dev.frostbyte.audit;

import dev.frostbyte.api.audit.Checkpoint;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Exports of many events, in little memory, by the code that makes the real ones. Stateless. */
final class LargeExport {
  private LargeExport() {}

  /** Writes an export with a root after every so many entries, and one at the end. */
  static Checkpoint write(Path directory, long size, long sealEvery, SigningKey key)
      throws IOException {
    List<Checkpoint> roots = new ArrayList<>();
    CompactRange tree = new CompactRange();
    Sha256 sha = new Sha256();
    for (long number = 0; number < size; number++) {
      tree.append(sha.leaf(leaf(number)));
      if (tree.size() % sealEvery == 0 || tree.size() == size) {
        roots.add(SignedRoot.sign(TestExport.ORIGIN, tree.size(), tree.root(), key));
      }
    }
    ExportFiles files = ExportFiles.into(directory);
    try (TreeExport export = TreeExport.into(files, roots.getLast(), Attestations.NONE)) {
      for (Checkpoint root : roots) {
        export.accept(root);
      }
      for (long number = 0; number < size; number++) {
        export.accept(leaf(number), sha.leaf(leaf(number)));
      }
      export.finish(key);
    }
    return roots.getLast();
  }

  private static byte[] leaf(long number) {
    return Leaf.encode(TestExport.ORIGIN, Events.event(number), Optional.empty());
  }
}
