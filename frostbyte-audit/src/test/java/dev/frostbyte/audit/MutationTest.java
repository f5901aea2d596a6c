package dev.frostbyte.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.audit.FrostbyteVerify.Answer;
import dev.frostbyte.audit.FrostbyteVerify.Demands;
import dev.frostbyte.audit.FrostbyteVerify.Freshness;
import dev.frostbyte.audit.FrostbyteVerify.Head;
import dev.frostbyte.audit.FrostbyteVerify.Known;
import dev.frostbyte.audit.FrostbyteVerify.Note;
import dev.frostbyte.audit.FrostbyteVerify.Signatures;
import dev.frostbyte.audit.FrostbyteVerify.Verdict;
import dev.frostbyte.audit.Mutations.Operator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * No change of an export goes unnoticed: random changes by operator and by kind of file, each
 * against the verifier that demands only what is needed to catch it. {@code -Dfrostbyte.long=true}
 * makes more than 100,000 of them, {@code -Dfrostbyte.seed=N} repeats a run.
 */
final class MutationTest {
  private static final boolean LONG = Boolean.getBoolean("frostbyte.long");
  private static final int ROUNDS = LONG ? 1_700 : 60;
  private static final int FORKS = LONG ? 3_000 : 150;
  private static final int ENTRIES = 30;
  private static final List<String> KINDS =
      List.of(
          "checkpoint",
          "checkpoints/",
          "events.jsonl",
          "manifest",
          "policy",
          "proofs/",
          "render/",
          "tile/entries/",
          "tile/",
          "timestamps/");
  private static final List<String> DERIVED =
      List.of("checkpoint", "checkpoints/", "events.jsonl", "proofs/", "tile/entries/", "tile/");
  private static final SigningKey KEY = TestExport.key("log");
  private static final TestWitness WITNESS = TestWitness.ed25519("witness.example/w");
  private static final String LOG = "log " + KEY.verifier().encoded() + "\n";
  private static final Demands ALONE = demands("quorum none");
  private static final Demands WITNESSED =
      demands("witness w " + WITNESS.verifierKey() + "\nquorum w");

  private final long seed = Long.getLong("frostbyte.seed", new Random().nextLong());
  private final Random random = new Random(seed);
  private final Signatures signatures = new Signatures();
  private final Map<String, Integer> counts = new TreeMap<>();

  @Test
  void noChangeBySomebodyWithoutTheKeyGoesUnnoticed() throws Exception {
    for (int entries : List.of(ENTRIES, 300)) {
      Exported honest = export(TestExport.ORIGIN, entries);
      Exported other = export(TestLog.DEPLOYMENT + "/tenants/b", entries);
      Mutations mutations = new Mutations(other, random);
      for (int round = 0; round < (entries == ENTRIES ? ROUNDS : ROUNDS / 20); round++) {
        for (String kind : KINDS) {
          for (Operator operator : Operator.values()) {
            Exported changed = changed(honest, kind, operator, mutations);
            requireRefused(changed, ALONE, operator + " " + kind);
          }
        }
      }
      assertThat(verdict(honest, ALONE)).isEqualTo(Verdict.INTACT);
    }
    report(LONG ? 100_000 : 3_000);
  }

  @Test
  void noChangeOfWhatFollowsFromTheEntriesGoesUnnoticedThoughItsManifestIsSigned()
      throws Exception {
    Exported honest = export(TestExport.ORIGIN, ENTRIES);
    Mutations mutations = new Mutations(export(TestLog.DEPLOYMENT + "/tenants/b", ENTRIES), random);
    for (int round = 0; round < ROUNDS / 6; round++) {
      for (String kind : DERIVED) {
        for (Operator operator : Operator.values()) {
          Exported changed = changed(honest, kind, operator, mutations);
          if (!leavesOutARoot(changed, honest) && signs(changed)) {
            requireRefused(changed, WITNESSED, "manifest signed, " + operator + " " + kind);
          }
        }
      }
    }
    report(LONG ? 8_000 : 200);
  }

  @Test
  void noHistorySignedAnewGoesUnnoticedByWhoDemandsAWitness() throws Exception {
    Exported honest = export(TestExport.ORIGIN, ENTRIES);
    String line = honest.text("checkpoint").split("\n\n")[1].split("\n")[1] + "\n";
    for (int fork = 0; fork < FORKS; fork++) {
      Exported forged = forked(random.nextBoolean() ? line : "");
      assertThat(verdict(forged, ALONE)).as("control").isEqualTo(Verdict.INTACT);
      requireRefused(forged, WITNESSED, "RE_SIGNED_FORK all files");
    }
    report(FORKS);
  }

  @Test
  void noOlderCopyGoesUnnoticedByWhoKeptACheckpoint() throws Exception {
    Exported newest = export(TestExport.ORIGIN, ENTRIES);
    Note note = Note.parse(newest.bytes("checkpoint"), "kept");
    Known known = new Known(note, Head.of(note, "kept"));
    Demands kept =
        new Demands(WITNESSED.policy(), WITNESSED.origins(), List.of(known), Freshness.ANY);
    List<Exported> older = new ArrayList<>();
    for (int entries = 0; entries < ENTRIES; entries++) {
      older.add(export(TestExport.ORIGIN, entries));
      assertThat(verdict(older.getLast(), WITNESSED)).as("control").isEqualTo(Verdict.INTACT);
    }
    for (int trial = 0; trial < FORKS; trial++) {
      Exported old = older.get(trial % ENTRIES);
      boolean whole = trial < ENTRIES;
      Exported rolled = whole ? old : partly(newest, old);
      if (!same(rolled, newest)) {
        requireRefused(rolled, kept, "ROLLBACK " + (whole ? "all files" : "some files"));
      }
    }
    assertThat(verdict(newest, kept)).isEqualTo(Verdict.INTACT);
    report(FORKS / 2);
  }

  @Test
  void whoHasTheKeyCanChangeWhatFollowsFromNothing() throws Exception {
    for (String path : List.of("policy", "render/ocsf.jsonl")) {
      Exported changed = export(TestExport.ORIGIN, ENTRIES);
      changed.put(path, "changed");
      assertThat(verdict(changed, WITNESSED)).isEqualTo(Verdict.TAMPERED);
      changed.signManifest(KEY);
      assertThat(verdict(changed, WITNESSED)).isEqualTo(Verdict.INTACT);
    }
  }

  /** A copy that differs. */
  private Exported changed(Exported honest, String kind, Operator operator, Mutations mutations) {
    Exported changed = honest.copy();
    List<String> kin = honest.files.keySet().stream().filter(path -> isOf(kind, path)).toList();
    while (same(changed, honest)) {
      mutations.apply(operator, changed, kin.get(random.nextInt(kin.size())), kin);
    }
    return changed;
  }

  private static boolean isOf(String kind, String path) {
    boolean bundle = path.startsWith("tile/entries/");
    return switch (kind) {
      case "tile/entries/" -> bundle;
      case "tile/" -> path.startsWith(kind) && !bundle;
      default -> kind.endsWith("/") ? path.startsWith(kind) : path.equals(kind);
    };
  }

  /** Who holds the key may leave a root out of an export; nothing about the log follows. */
  private static boolean leavesOutARoot(Exported changed, Exported honest) {
    return honest.files.keySet().stream()
        .anyMatch(path -> path.startsWith("checkpoints/") && !changed.files.containsKey(path));
  }

  private boolean signs(Exported changed) throws Exception {
    byte[] note = changed.bytes("checkpoint");
    if (SignedRoot.parse(note).isEmpty()) {
      return false;
    }
    changed.signManifest(KEY);
    return true;
  }

  /** A history with one entry changed, left out, put in or moved, signed with the log's key. */
  private Exported forked(String cosignature) throws Exception {
    List<Integer> numbers = new ArrayList<>();
    for (int number = 0; number < ENTRIES; number++) {
      numbers.add(number);
    }
    int at = random.nextInt(ENTRIES - 1);
    switch (random.nextInt(4)) {
      case 0 -> numbers.set(at, 1_000 + random.nextInt(1_000_000));
      case 1 -> numbers.remove(at);
      case 2 -> numbers.add(at, 1_000 + random.nextInt(1_000_000));
      default -> numbers.add(numbers.remove(at) + 0);
    }
    TestExport fork = TestExport.of(TestExport.ORIGIN, KEY);
    numbers.forEach(number -> fork.events(number, number + 1));
    return fork.seal().ending(cosignature).export();
  }

  private Exported partly(Exported newest, Exported old) {
    Exported mixed = newest.copy();
    for (String path : old.files.keySet()) {
      if (random.nextBoolean()) {
        mixed.files.put(path, old.bytes(path));
      }
    }
    return mixed;
  }

  private void requireRefused(Exported changed, Demands demands, String what) {
    Answer answer = FrostbyteVerify.check(changed, demands, signatures);
    assertThat(answer.verdict())
        .as("%s, seed %d, trial %s", what, seed, counts)
        .isNotEqualTo(Verdict.INTACT)
        .isNotEqualTo(Verdict.USAGE);
    counts.merge(what, 1, Integer::sum);
  }

  private void report(int atLeast) {
    int all = counts.values().stream().mapToInt(Integer::intValue).sum();
    System.out.println("MutationTest seed " + seed + ": " + all + " changes, all refused");
    counts.forEach((what, count) -> System.out.println("  " + count + "  " + what));
    assertThat(all).isGreaterThanOrEqualTo(atLeast);
  }

  private Verdict verdict(Exported export, Demands demands) {
    return FrostbyteVerify.check(export, demands, signatures).verdict();
  }

  private static boolean same(Exported one, Exported other) {
    return one.files.keySet().equals(other.files.keySet())
        && one.files.entrySet().stream()
            .allMatch(file -> Arrays.equals(file.getValue(), other.bytes(file.getKey())));
  }

  private static Exported export(String origin, int entries) throws Exception {
    TestExport log = TestExport.of(origin, KEY).seal();
    for (int number = 0; number < entries; number++) {
      log.events(number, number + 1);
      if (number % 12 == 5) {
        log.seal();
      }
    }
    Exported export = log.seal().cosignedBy(WITNESS, 1_780_000_000L).export();
    export.put("policy", export.text("policy") + "# " + origin + "\n");
    export.put("render/ocsf.jsonl", "{\"of\":\"" + origin + "\",\"what\":\"anything\"}\n");
    byte[] text =
        export
            .text("checkpoint")
            .split("\n\n")[0]
            .concat("\n")
            .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    export.files.put("timestamps/" + entries + ".tsr", TestStamp.of(new Sha256().of(text)));
    export.signManifest(KEY);
    return export;
  }

  private static Demands demands(String lines) {
    Demands any = TestKeys.demands(LOG + lines);
    return new Demands(any.policy(), List.of(TestExport.ORIGIN), List.of(), Freshness.ANY);
  }
}
