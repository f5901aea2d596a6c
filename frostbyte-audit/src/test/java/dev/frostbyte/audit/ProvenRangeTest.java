package dev.frostbyte.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ProvenRangeTest {
  private static final int SIZES = 40;

  private final Sha256 sha = new Sha256();

  @Test
  void everyRunOfEveryTreeLeadsToItsRoot() throws IOException {
    for (int size = 0; size <= SIZES; size++) {
      List<byte[]> leaves = leaves(size);
      for (int from = 0; from <= size; from++) {
        for (int to = from; to <= size; to++) {
          assertThat(root(leaves, leaves, from, to)).isEqualTo(root(leaves));
        }
      }
    }
  }

  @Test
  void noOtherLeafLeadsThere() throws IOException {
    List<byte[]> leaves = leaves(SIZES);
    for (int from = 0; from < SIZES; from++) {
      for (int to = from + 1; to <= SIZES; to++) {
        List<byte[]> changed = new ArrayList<>(leaves);
        changed.set((from + to) / 2, sha.of("changed"));
        assertThat(root(changed, leaves, from, to)).isNotEqualTo(root(leaves));
      }
    }
  }

  @Test
  void wrongHashesNeverCoverUpForAWrongLeaf() throws IOException {
    List<byte[]> leaves = leaves(SIZES);
    List<byte[]> changed = new ArrayList<>(leaves);
    changed.set(11, sha.of("changed"));
    assertThat(root(changed, changed, 8, 16)).isNotEqualTo(root(leaves));
    assertThat(root(leaves, changed, 20, 24)).isNotEqualTo(root(leaves));
    assertThat(root(leaves, changed, 8, 16)).isEqualTo(root(leaves));
  }

  /** The root from a run of leaves and hashes that others say are those of the tree. */
  private byte[] root(List<byte[]> leaves, List<byte[]> around, int from, int to)
      throws IOException {
    ProvenRange range =
        ProvenRange.from(
            from,
            (height, index) ->
                root(around.subList((int) index << height, (int) (index + 1) << height)));
    leaves.subList(from, to).forEach(range::append);
    return range.root(around.size());
  }

  private byte[] root(List<byte[]> leaves) {
    CompactRange tree = new CompactRange();
    leaves.forEach(tree::append);
    return tree.root();
  }

  private List<byte[]> leaves(int size) {
    List<byte[]> leaves = new ArrayList<>();
    for (int number = 0; number < size; number++) {
      leaves.add(sha.of("leaf " + number));
    }
    return leaves;
  }
}
