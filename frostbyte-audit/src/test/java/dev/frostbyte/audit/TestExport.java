package dev.frostbyte.audit;

import dev.frostbyte.api.audit.AuditEvent;
import dev.frostbyte.api.audit.Checkpoint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Makes exports of logs that need not be honest, with the code that makes the honest ones. */
final class TestExport implements Attestations {
  static final String ORIGIN = TestLog.DEPLOYMENT + "/tenants/a";

  private final String origin;
  private final List<byte[]> leaves = new ArrayList<>();
  private final Map<Integer, SigningKey> seals = new TreeMap<>();
  private final Map<TestWitness, Long> witnesses = new java.util.LinkedHashMap<>();
  private final Map<Long, byte[]> stamps = new TreeMap<>();
  private SigningKey key;
  private String further = "";

  private TestExport(String origin, SigningKey key) {
    this.origin = origin;
    this.key = key;
  }

  /** A key whose seed follows from a word. */
  static SigningKey key(String word) {
    return SigningKey.of(TestLog.DEPLOYMENT, TestKeys.seed(word));
  }

  static TestExport of(String origin, SigningKey key) {
    return new TestExport(origin, key);
  }

  TestExport events(int from, int to) {
    for (int number = from; number < to; number++) {
      event(Events.event(number));
    }
    return this;
  }

  TestExport event(AuditEvent event) {
    return leaf(Leaf.encode(origin, event, Optional.empty()));
  }

  TestExport leaf(String text) {
    return leaf(text.getBytes(StandardCharsets.UTF_8));
  }

  private TestExport leaf(byte[] leaf) {
    leaves.add(leaf);
    return this;
  }

  /** Signs a root over the entries so far. */
  TestExport seal() {
    seals.put(leaves.size(), key);
    return this;
  }

  /** Signs with another key from now on. */
  TestExport with(SigningKey next) {
    key = next;
    return this;
  }

  TestExport cosignedBy(TestWitness witness, long second) {
    witnesses.put(witness, second);
    return this;
  }

  /** Puts further signature lines under the newest root. */
  TestExport ending(String lines) {
    further = lines;
    return this;
  }

  TestExport stamp(long size, byte[] response) {
    stamps.put(size, response);
    return this;
  }

  Exported export() throws IOException {
    Path directory = Files.createTempDirectory("frostbyte-export");
    try {
      write(directory);
      return Exported.read(directory);
    } finally {
      try (Stream<Path> files = Files.walk(directory)) {
        files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
      }
    }
  }

  private void write(Path directory) throws IOException {
    ExportFiles files = ExportFiles.into(directory);
    List<Checkpoint> roots = roots();
    try (TreeExport export = TreeExport.into(files, roots.getLast(), this)) {
      for (Checkpoint root : roots) {
        export.accept(root);
      }
      for (byte[] leaf : leaves.subList(0, (int) roots.getLast().size())) {
        export.accept(leaf, new Sha256().leaf(leaf));
      }
      export.finish(key);
    }
  }

  private List<Checkpoint> roots() throws IOException {
    List<Checkpoint> roots = new ArrayList<>();
    CompactRange tree = new CompactRange();
    for (int size = 0; size <= leaves.size(); size++) {
      if (seals.containsKey(size)) {
        SigningKey signer = java.util.Objects.requireNonNull(seals.get(size));
        roots.add(SignedRoot.sign(origin, size, tree.root(), signer));
      }
      if (size < leaves.size()) {
        tree.append(new Sha256().leaf(leaves.get(size)));
      }
    }
    return roots;
  }

  /** Only the newest root is cosigned, so that each of its lines matters. */
  @Override
  public String cosigned(Checkpoint root) {
    String note = root.note();
    int newest = seals.keySet().stream().max(Comparator.naturalOrder()).orElseThrow();
    for (Map.Entry<TestWitness, Long> witness :
        root.size() == newest ? witnesses.entrySet() : Set.<Map.Entry<TestWitness, Long>>of()) {
      note = witness.getKey().cosign(note, witness.getValue());
    }
    return root.size() == newest ? note + further : note;
  }

  @Override
  public Map<Long, byte[]> timestamps() {
    return stamps;
  }
}
