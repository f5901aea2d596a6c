package dev.frostbyte.core.keys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.file.DurableDirectory;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.seal.SecretBytes;
import dev.frostbyte.testkit.CrashFileSystem;
import dev.frostbyte.testkit.CrashFileSystem.Operation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeyTableCrashTest {
  private static final String SPACE = "t-one";
  private static final int SEEDS = 25;

  @Test
  void acknowledgedKeysSurviveAndDestroyedOnesStayGoneInEveryCrashState() throws IOException {
    long changes = changesOfTheWholeStory();
    for (long cut = 1; cut <= changes; cut++) {
      for (int seed = 0; seed < SEEDS; seed++) {
        Story story = new Story(new CrashFileSystem());
        story.disk.cutPowerAt(cut);
        story.tell();
        assertThat(story.faultsAfterPowerLoss(new Random(seed)))
            .as("cut at change %d, seed %d", cut, seed)
            .isEmpty();
      }
    }
  }

  @Test
  void noticesADiskThatLies() throws IOException {
    Set<String> faults = new HashSet<>();
    for (int seed = 0; seed < SEEDS; seed++) {
      Story story = new Story(new CrashFileSystem());
      story.disk.ignore(Operation.FORCE, Operation.SYNC);
      story.tell();
      faults.addAll(story.faultsAfterPowerLoss(new Random(seed)));
    }
    assertThat(faults).isNotEmpty();
  }

  @Test
  void noCopyOfTheFolderEverTakenOpensADestroyedKey() throws IOException {
    long changes = changesOfTheWholeStory();
    for (long cut = 1; cut <= changes; cut++) {
      Story story = new Story(new CrashFileSystem());
      story.disk.cutPowerAt(cut);
      story.tell();
      List<CrashFileSystem> copies = story.copies();
      story.destroyEverythingAfter(story.disk.afterPowerLoss(new Random(cut)));
      for (CrashFileSystem copy : copies) {
        assertThat(story.keysAThiefOpens(copy)).as("cut at change %d", cut).isEmpty();
      }
    }
  }

  private static long changesOfTheWholeStory() throws IOException {
    Story story = new Story(new CrashFileSystem());
    story.tell();
    assertThat(story.ended).isTrue();
    return story.disk.changes();
  }

  /** Puts and destructions, with what was acknowledged so far. */
  private static final class Story {
    private final CrashFileSystem disk;
    private final MemoryKeys provider = new MemoryKeys();
    private final Map<String, SecretBytes> acknowledged = new HashMap<>();
    private final Set<String> destroyed = new HashSet<>();
    private final Set<String> uncertain = new HashSet<>();
    private final List<CrashFileSystem> snapshots = new ArrayList<>();
    private boolean created;
    private boolean ended;

    Story(CrashFileSystem disk) {
      this.disk = disk;
    }

    void tell() {
      try (KeyTable table = KeyTable.create(disk.root(), provider, SPACE)) {
        created = true;
        put(table, "a", "b", "c");
        put(table, manyNames());
        destroy(table, "a");
        put(table, "d");
        destroy(table, "b", "d");
        put(table, "a2");
        ended = true;
      } catch (IOException e) {
        snapshots.add(disk.afterKill());
      }
    }

    private static String[] manyNames() {
      String[] names = new String[8];
      for (int i = 0; i < names.length; i++) {
        names[i] = "many-" + i;
      }
      return names;
    }

    private void put(KeyTable table, String... names) throws IOException {
      Map<String, SecretBytes> keys = new HashMap<>();
      for (String name : names) {
        keys.put(name, SecretBytes.random());
        table.put(name, keys.get(name));
      }
      table.force();
      acknowledged.putAll(keys);
      snapshots.add(disk.afterKill());
    }

    private void destroy(KeyTable table, String... names) throws IOException {
      uncertain.addAll(List.of(names));
      table.destroy(List.of(names));
      uncertain.removeAll(List.of(names));
      destroyed.addAll(List.of(names));
      acknowledged.keySet().removeAll(destroyed);
      snapshots.add(disk.afterKill());
    }

    List<String> faultsAfterPowerLoss(Random random) {
      List<String> faults = new ArrayList<>();
      if (created) {
        try (KeyTable table = KeyTable.open(disk.afterPowerLoss(random).root(), provider, SPACE)) {
          check(table, faults);
        } catch (IOException | FrostbyteException e) {
          faults.add("does not open: " + e.getMessage());
        }
      }
      return faults;
    }

    private void check(KeyTable table, List<String> faults) throws IOException {
      for (Map.Entry<String, SecretBytes> entry : acknowledged.entrySet()) {
        boolean there = table.find(entry.getKey()).equals(Optional.of(entry.getValue()));
        if (!there && !uncertain.contains(entry.getKey())) {
          faults.add("lost " + entry.getKey());
        }
      }
      destroyed.stream().filter(table::contains).forEach(name -> faults.add("back: " + name));
    }

    List<CrashFileSystem> copies() {
      return List.copyOf(snapshots);
    }

    /** What an owner does after a crash: opens the table and erases every document. */
    void destroyEverythingAfter(CrashFileSystem crashed) throws IOException {
      if (created) {
        try (KeyTable table = KeyTable.open(crashed.root(), provider, SPACE)) {
          table.put("newest", SecretBytes.random());
          table.force();
          table.destroy(table.names(""));
        }
      }
    }

    /** A thief with the live key file renames whatever lies in the copy until it opens. */
    List<String> keysAThiefOpens(CrashFileSystem copy) throws IOException {
      List<String> opened = new ArrayList<>();
      for (String name : copy.root().list()) {
        CrashFileSystem loot = copy.afterKill();
        for (String other : loot.root().list()) {
          if (!other.equals(name) && !other.equals("tenant")) {
            loot.root().delete(other);
          }
        }
        opened.addAll(keys(loot.root(), name));
      }
      return opened;
    }

    private List<String> keys(DurableDirectory loot, String name) throws IOException {
      if (name.endsWith(".new")) {
        loot.rename(name, name.substring(0, name.length() - 4));
      }
      try (KeyTable table = KeyTable.open(loot, provider, SPACE)) {
        return table.names("");
      } catch (FrostbyteException e) {
        return List.of();
      }
    }
  }
}
