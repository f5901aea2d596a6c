package dev.frostbyte.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.frostbyte.audit.Proofs.Tree;
import dev.frostbyte.testkit.CrashFileSystem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

final class ProofsTest {
  private static final int LARGEST = 130;

  private final Sha256 sha = new Sha256();

  @Property(tries = 300)
  void theRunningRootIsThatOfTheDefinition(@ForAll @Size(max = 400) List<byte[]> leaves) {
    CompactRange range = new CompactRange();
    leaves.forEach(leaf -> range.append(sha.leaf(leaf)));
    assertThat(range.root()).isEqualTo(NaiveTree.head(leaves));
    assertThat(range.size()).isEqualTo(leaves.size());
  }

  @Test
  void everyInclusionProofUpToSize130IsThatOfTheDefinitionAndHolds() throws IOException {
    List<byte[]> leaves = leaves(LARGEST);
    Proofs proofs = Proofs.over((height, index) -> complete(leaves, height, index));
    for (int size = 1; size <= LARGEST; size++) {
      byte[] root = NaiveTree.head(leaves.subList(0, size));
      assertThat(proofs.root(size)).isEqualTo(root);
      for (int index = 0; index < size; index++) {
        List<byte[]> path = proofs.inclusion(index, size);
        assertThat(path).containsExactlyElementsOf(NaiveTree.path(index, leaves.subList(0, size)));
        assertThat(Proofs.includes(index, size, sha.leaf(leaves.get(index)), path, root)).isTrue();
        assertThat(Proofs.includes(index, size, sha.leaf(new byte[] {99}), path, root)).isFalse();
      }
    }
  }

  @Test
  void everyConsistencyProofUpToSize130IsThatOfTheDefinitionAndHolds() throws IOException {
    List<byte[]> leaves = leaves(LARGEST);
    Proofs proofs = Proofs.over((height, index) -> complete(leaves, height, index));
    for (int newer = 1; newer <= LARGEST; newer++) {
      Tree after = tree(leaves, newer);
      for (int older = 1; older <= newer; older++) {
        List<byte[]> proof = proofs.consistency(older, newer);
        assertThat(proof)
            .containsExactlyElementsOf(NaiveTree.proof(older, leaves.subList(0, newer)));
        assertThat(Proofs.extendsTree(tree(leaves, older), after, proof)).isTrue();
        Tree forked = new Tree(older, sha.leaf(new byte[] {98}));
        assertThat(Proofs.extendsTree(forked, after, proof)).isFalse();
      }
    }
  }

  @Property(tries = 200)
  void aProofWithAnyBitTurnedDoesNotHold(
      @ForAll @IntRange(min = 2, max = 300) int size, @ForAll Random random) throws IOException {
    List<byte[]> leaves = leaves(size);
    int index = random.nextInt(size);
    Proofs proofs = Proofs.over((height, at) -> complete(leaves, height, at));
    List<byte[]> path = new ArrayList<>(proofs.inclusion(index, size));
    int turned = random.nextInt(path.size());
    byte[] hash = path.get(turned).clone();
    hash[random.nextInt(hash.length)] ^= (byte) (1 << random.nextInt(8));
    path.set(turned, hash);
    byte[] leaf = sha.leaf(leaves.get(index));
    assertThat(Proofs.includes(index, size, leaf, path, NaiveTree.head(leaves))).isFalse();
  }

  @Test
  void refusesProofsOfWhatIsNotThere() {
    Proofs proofs = Proofs.over((height, index) -> new byte[Sha256.BYTES]);
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> proofs.inclusion(5, 5));
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> proofs.inclusion(-1, 5));
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> proofs.consistency(6, 5));
  }

  @Test
  void storedHashesAreThoseOfTheTreeHoweverTheyWereAdded() throws IOException {
    List<byte[]> leaves = leaves(70_000);
    CompactRange range = new CompactRange();
    CrashFileSystem disk = new CrashFileSystem();
    Random random = new Random(3);
    for (int added = 0; added < leaves.size(); ) {
      try (HashFiles hashes = HashFiles.open(disk.root())) {
        assertThat(hashes.count()).isEqualTo(added);
        for (int end = Math.min(leaves.size(), added + random.nextInt(9_000));
            added < end;
            added++) {
          byte[] hash = sha.leaf(leaves.get(added));
          hashes.append(hash);
          range.append(hash);
        }
        hashes.flush();
        assertThat(hashes.plausible(added)).isTrue();
        assertThat(Proofs.over(hashes).root(added)).isEqualTo(range.root());
      }
    }
  }

  @Test
  void tilesHoldTheHashesTheSpecificationNames() throws IOException {
    TreeMap<String, byte[]> tiles = new TreeMap<>();
    Tiles cutter = new Tiles((name, hashes) -> tiles.put(name.path(), hashes));
    List<byte[]> leaves = leaves(70_000);
    for (byte[] leaf : leaves) {
      cutter.append(sha.leaf(leaf));
    }
    cutter.finish();
    assertThat(tiles).hasSize(273 + 1 + 1 + 1 + 1);
    assertThat(tiles.get("tile/0/272")).hasSize(8_192);
    assertThat(tiles.get("tile/0/273.p/112")).hasSize(112 * 32);
    assertThat(tiles.get("tile/1/000")).hasSize(8_192);
    assertThat(tiles.get("tile/1/001.p/17")).hasSize(17 * 32);
    assertThat(tiles.get("tile/2/000.p/1")).isEqualTo(NaiveTree.head(leaves.subList(0, 65_536)));
  }

  @Test
  void tilePathsAreSpelledAsInTheSpecification() {
    assertThat(new Tiles.Name(0, 1_234_067, 256).path()).isEqualTo("tile/0/x001/x234/067");
    assertThat(new Tiles.Name(3, 0, 7).path()).isEqualTo("tile/3/000.p/7");
    assertThat(Tiles.Name.entries(1_000, 256)).isEqualTo("tile/entries/x001/000");
  }

  private static Tree tree(List<byte[]> leaves, int size) {
    return new Tree(size, NaiveTree.head(leaves.subList(0, size)));
  }

  private static byte[] complete(List<byte[]> leaves, int height, long index) {
    int first = (int) (index << height);
    return NaiveTree.head(leaves.subList(first, first + (1 << height)));
  }

  private static List<byte[]> leaves(int number) {
    List<byte[]> leaves = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      leaves.add(("leaf " + i).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    return leaves;
  }
}
