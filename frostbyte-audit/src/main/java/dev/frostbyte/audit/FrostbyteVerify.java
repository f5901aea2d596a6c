package dev.frostbyte.audit;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks an exported audit log, a checkpoint or a proof with nothing but the JDK and public keys.
 * This one file is the whole program, so that it can be read in one go and run without ours:
 *
 * <pre>
 * java dev/frostbyte/audit/FrostbyteVerify.java DIRECTORY --policy FILE
 * </pre>
 *
 * <p>Java 22 and newer want the file where its package says; a copy without its first line runs
 * from anywhere.
 *
 * <p>Nothing in the export is trusted before it is checked, the export's own {@code policy} file
 * never. Formats: C2SP signed-note, tlog-checkpoint, tlog-tiles, tlog-proof, tlog-cosignature and
 * tlog-policy; trees are those of RFC 6962 section 2.1. {@code docs/audit.md} lists what is
 * checked. Needs JDK 21; ML-DSA-44 cosignatures need JDK 24, and are missing for an older one.
 * Memory: the list of files (about 200 bytes for each 128 entries) and one entry bundle. Stateless;
 * renderings are hashed on a second thread.
 */
public final class FrostbyteVerify {
  private static final String USAGE =
      """
      Usage:  java FrostbyteVerify.java PATH (--policy FILE | --key KEY...) [OPTION...]
      PATH is the folder of an export, a checkpoint, or a .tlog-proof.
        --policy FILE      C2SP tlog-policy: logs, witnesses, groups, quorum
        --key KEY          verifier key of a log, or a file that holds it; no witness is demanded
        --checkpoint FILE  checkpoint kept from before: the log must hold it (may be repeated)
        --origin ORIGIN    the log must be this one
        --max-age TIME     a quorum must have signed within this time, such as 36h or 7d
        --now INSTANT      the time to count from, such as 2026-03-01T08:00:00Z; default: the clock's
        --entry FILE       with a .tlog-proof: the bytes of the entry
        --leaf HEX         with a .tlog-proof: the hash of the entry, instead of its bytes
        --json             one JSON object instead of text
      Ends with 0 intact, 2 wrong usage, 3 tampered, 4 policy unmet, 5 unreadable.
      """;

  private FrostbyteVerify() {}

  /** Checks what the arguments say and ends the process with the exit code. */
  public static void main(String[] args) {
    System.exit(run(args, System.out, System.err));
  }

  /**
   * Checks what the arguments say; the usage line lists them.
   *
   * @param out gets the verdict that all is well, and with {@code --json} every verdict
   * @param err gets every other verdict
   * @return 0 intact, 2 wrong usage, 3 tampered, 4 policy unmet, 5 unreadable
   */
  public static int run(String[] args, PrintStream out, PrintStream err) {
    List<String> given = List.of(args);
    if (given.contains("--help")) {
      out.print(USAGE);
      return 0;
    }
    Answer answer = answer(given);
    if (given.contains("--json")) {
      out.println(answer.json());
    } else {
      (answer.verdict == Verdict.INTACT ? out : err).println(answer.text());
    }
    return answer.verdict.exit;
  }

  private static Answer answer(List<String> args) {
    try {
      return Arguments.parse(args).check();
    } catch (Refused refused) {
      return refused.answer();
    } catch (IOException e) {
      return new Refused(Verdict.UNREADABLE, unreadable(e)).answer();
    }
  }

  private static String unreadable(IOException e) {
    return e instanceof NoSuchFileException gone
        ? "there is no file or folder " + gone.getFile()
        : "a file or folder cannot be read (" + e.getClass().getName() + ")";
  }

  /** Checks an export whose files lie wherever the source has them. */
  static Answer check(Source files, Demands demands, Signatures signatures) {
    try {
      return new ExportCheck(files, demands, signatures).run();
    } catch (Refused refused) {
      return refused.answer(signatures.unchecked());
    } catch (IOException e) {
      return new Refused(Verdict.UNREADABLE, unreadable(e)).answer();
    }
  }

  // ------------------------------------------------------------------------------ verdicts

  /** How a check ended. */
  enum Verdict {
    /** Everything verifies. */
    INTACT("intact", 0),
    /** The arguments are wrong. */
    USAGE("usage", 2),
    /** Something was changed. */
    TAMPERED("tampered", 3),
    /** A signature the policy needs is missing. */
    POLICY_UNMET("policy-unmet", 4),
    /** The check could not be made. */
    UNREADABLE("unreadable", 5);

    private final String word;
    private final int exit;

    Verdict(String word, int exit) {
      this.word = word;
      this.exit = exit;
    }
  }

  /**
   * What was found.
   *
   * @param what what does not verify; empty when everything does
   * @param heads the checkpoint that was verified; empty when nothing was
   * @param cosigned who cosigned it, and when
   * @param unchecked what has to be checked elsewhere
   */
  record Answer(
      Verdict verdict,
      String what,
      List<Head> heads,
      List<String> cosigned,
      List<String> unchecked) {
    String text() {
      StringBuilder text = new StringBuilder();
      if (verdict == Verdict.INTACT) {
        Head head = heads.getFirst();
        text.append("Intact: ").append(head.size).append(" entries of ").append(head.origin);
        text.append(".\nRoot: ").append(HexFormat.of().formatHex(head.root));
      } else {
        text.append(verdict.word).append(": ").append(what).append('.');
      }
      cosigned.forEach(by -> text.append("\nCosigned by ").append(by));
      unchecked.forEach(part -> text.append("\nNot checked here: ").append(part));
      return text.toString();
    }

    String json() {
      StringBuilder json = new StringBuilder("{\"verdict\":").append(quoted(verdict.word));
      for (Head head : heads) {
        json.append(",\"origin\":")
            .append(quoted(head.origin))
            .append(",\"size\":")
            .append(head.size);
        json.append(",\"root\":").append(quoted(HexFormat.of().formatHex(head.root)));
      }
      if (verdict != Verdict.INTACT) {
        json.append(",\"what\":").append(quoted(what));
      }
      json.append(",\"cosigned\":").append(quoted(cosigned));
      return json.append(",\"unchecked\":").append(quoted(unchecked)).append('}').toString();
    }

    private static String quoted(List<String> texts) {
      return texts.stream().map(Answer::quoted).collect(Collectors.joining(",", "[", "]"));
    }

    private static String quoted(String text) {
      StringBuilder quoted = new StringBuilder("\"");
      for (char c : text.toCharArray()) {
        boolean plain = c >= 0x20 && c < 0x7f && c != '"' && c != '\\';
        quoted.append(plain ? String.valueOf(c) : "\\u" + HexFormat.of().toHexDigits(c));
      }
      return quoted.append('"').toString();
    }
  }

  /** Ends a check that cannot end well. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    private final Verdict verdict;

    Refused(Verdict verdict, String what) {
      super(what);
      this.verdict = verdict;
    }

    static Refused tampered(String what) {
      return new Refused(Verdict.TAMPERED, what);
    }

    static Refused unmet(String what) {
      return new Refused(Verdict.POLICY_UNMET, what);
    }

    static Refused usage(String what) {
      return new Refused(Verdict.USAGE, what + "; --help lists the arguments");
    }

    Answer answer() {
      return answer(List.of());
    }

    /** With what could not be checked before it ended. */
    Answer answer(List<String> unchecked) {
      return new Answer(verdict, String.valueOf(getMessage()), List.of(), List.of(), unchecked);
    }
  }

  // ----------------------------------------------------------------------------- arguments

  /** The command line. One thread. */
  private static final class Arguments {
    private static final Set<String> VALUES =
        Set.of(
            "--policy",
            "--key",
            "--checkpoint",
            "--origin",
            "--max-age",
            "--now",
            "--entry",
            "--leaf");
    private static final Set<String> REPEATED = Set.of("--key", "--checkpoint");
    private static final Pattern AGE = Pattern.compile("([1-9][0-9]{0,5})([smhd])");
    private static final int LARGEST_FILE = 1 << 20;

    private final Map<String, List<String>> options = new HashMap<>();
    private final List<String> paths = new ArrayList<>();

    static Arguments parse(List<String> args) throws Refused {
      Arguments parsed = new Arguments();
      Deque<String> rest = new ArrayDeque<>(args);
      while (!rest.isEmpty()) {
        parsed.take(rest.removeFirst(), rest);
      }
      if (parsed.paths.size() != 1) {
        throw Refused.usage("one path must be given, not " + parsed.paths.size());
      }
      return parsed;
    }

    private void take(String argument, Deque<String> rest) throws Refused {
      if (argument.equals("--json")) {
        return;
      }
      if (!argument.startsWith("--")) {
        paths.add(argument);
        return;
      }
      if (!VALUES.contains(argument) || rest.isEmpty()) {
        throw Refused.usage(argument + " is no option, or its value is missing");
      }
      List<String> values = options.computeIfAbsent(argument, name -> new ArrayList<>());
      values.add(rest.removeFirst());
      if (values.size() > 1 && !REPEATED.contains(argument)) {
        throw Refused.usage(argument + " is given twice");
      }
    }

    Answer check() throws IOException, Refused {
      Demands demands =
          new Demands(policy(), all("--origin"), known(), Freshness.of(maxAge(), now()));
      Proven proven = proven();
      Path path = Path.of(paths.getFirst());
      if (!Files.isRegularFile(path)) {
        return FrostbyteVerify.check(new Folder(path), demands, new Signatures());
      }
      return check(path, new FileCheck(demands, new Signatures(), proven));
    }

    private static Answer check(Path file, FileCheck check) throws IOException, Refused {
      byte[] read = read(file.toString());
      try {
        return check.run(read);
      } catch (Refused refused) {
        return refused.answer(check.signatures.unchecked());
      }
    }

    private Policy policy() throws IOException, Refused {
      List<String> keys = all("--key");
      if (all("--policy").isEmpty() == keys.isEmpty()) {
        throw Refused.usage("either --policy or --key must be given");
      }
      if (keys.isEmpty()) {
        return Policy.parse(read(all("--policy").getFirst()));
      }
      List<Key> logs = new ArrayList<>();
      for (String key : keys) {
        String text = key.contains("+") ? key : new String(read(key), StandardCharsets.UTF_8);
        logs.add(Key.parse(text.strip(), Key.LOG_TYPES));
      }
      return Policy.of(logs);
    }

    private List<Known> known() throws IOException, Refused {
      List<Known> known = new ArrayList<>();
      for (String file : all("--checkpoint")) {
        try {
          Note note = Note.parse(read(file), "the checkpoint kept from before");
          known.add(new Known(note, Head.of(note, "the checkpoint kept from before")));
        } catch (Refused refused) {
          throw Refused.usage(String.valueOf(refused.getMessage()));
        }
      }
      return known;
    }

    private List<Duration> maxAge() throws Refused {
      List<Duration> ages = new ArrayList<>();
      for (String text : all("--max-age")) {
        Matcher age = AGE.matcher(text);
        if (!age.matches()) {
          throw Refused.usage("--max-age must read like 90m, 36h or 7d");
        }
        long count = Long.parseLong(age.group(1));
        ages.add(
            switch (age.group(2)) {
              case "s" -> Duration.ofSeconds(count);
              case "m" -> Duration.ofMinutes(count);
              case "h" -> Duration.ofHours(count);
              default -> Duration.ofDays(count);
            });
      }
      return ages;
    }

    private Instant now() throws Refused {
      try {
        List<String> given = all("--now");
        return given.isEmpty() ? Instant.now() : Instant.parse(given.getFirst());
      } catch (DateTimeException e) {
        throw Refused.usage("--now must read like 2026-03-01T08:00:00Z");
      }
    }

    /** The entry a proof is to be checked for: its bytes, its hash, or nothing. */
    private Proven proven() throws IOException, Refused {
      List<String> entries = all("--entry");
      List<String> hashes = all("--leaf");
      if (!entries.isEmpty() && !hashes.isEmpty()) {
        throw Refused.usage("--entry and --leaf are given both");
      }
      if (!entries.isEmpty()) {
        byte[] entry = read(entries.getFirst());
        return new Proven(List.of(entry), new Hashes().leaf(entry));
      }
      if (hashes.isEmpty()) {
        return new Proven(List.of(), new byte[0]);
      }
      if (!hashes.getFirst().matches("[0-9a-f]{64}")) {
        throw Refused.usage("--leaf must be 64 hexadecimal digits");
      }
      return new Proven(List.of(), HexFormat.of().parseHex(hashes.getFirst()));
    }

    private List<String> all(String option) {
      return options.getOrDefault(option, List.of());
    }

    private static byte[] read(String file) throws IOException, Refused {
      try (InputStream in = Files.newInputStream(Path.of(file))) {
        byte[] bytes = in.readNBytes(LARGEST_FILE + 1);
        if (bytes.length > LARGEST_FILE) {
          throw Refused.usage(file + " has more than " + LARGEST_FILE + " bytes");
        }
        return bytes;
      }
    }
  }

  /**
   * What must hold besides that everything verifies. Immutable.
   *
   * @param origins the origin the log must have; empty for any that the policy's keys may sign
   * @param known checkpoints the log must hold
   */
  record Demands(Policy policy, List<String> origins, List<Known> known, Freshness freshness) {
    /** Refuses a log that is not the wanted one or that no key of the policy may sign. */
    void requireOrigin(Head head) throws Refused {
      if (!origins.isEmpty() && !origins.contains(head.origin)) {
        throw Refused.tampered("the log is " + head.origin + " instead of " + origins.getFirst());
      }
      for (Known kept : known) {
        if (!kept.head.origin.equals(head.origin)) {
          throw Refused.tampered("the log is " + head.origin + " instead of " + kept.head.origin);
        }
      }
      if (policy.logs.stream().noneMatch(key -> key.maySign(head.origin))) {
        throw Refused.unmet("no log key of the policy may sign for " + head.origin);
      }
    }

    /** Refuses a log that has fewer entries than a known checkpoint. */
    void requireNotOlder(Head head, Signatures signatures) throws Refused {
      for (Known kept : known) {
        if (policy.logs.stream()
            .anyMatch(key -> signatures.trust(kept.note, kept.head, key) == Trust.BROKEN)) {
          throw Refused.usage("the signature of the checkpoint kept from before is wrong");
        }
        if (kept.head.size > head.size) {
          throw Refused.tampered(
              "the log has " + head.size + " entries; " + kept.head.size + " were signed before");
        }
      }
    }

    /** Who cosigned; refuses wrong cosignatures. */
    List<Cosigned> cosigned(Note note, Head head, Signatures signatures) throws Refused {
      List<Cosigned> found = new ArrayList<>();
      for (Map.Entry<String, Key> witness : policy.witnesses.entrySet()) {
        Key key = witness.getValue();
        switch (signatures.trust(note, head, key)) {
          case VERIFIED -> found.add(new Cosigned(witness.getKey(), key.name, note.time(key)));
          case BROKEN -> throw Refused.tampered("the cosignature of " + key.name + " is wrong");
          case NOT_SIGNED, UNCHECKED -> {}
        }
      }
      return found;
    }

    /** Refuses a checkpoint that too few witnesses cosigned, or too long ago. */
    void requireQuorum(List<Cosigned> cosigned) throws Refused {
      Set<String> counted =
          cosigned.stream()
              .filter(by -> freshness.accepts(by.time))
              .map(Cosigned::witness)
              .collect(Collectors.toSet());
      if (!policy.met(counted)) {
        throw Refused.unmet(
            "the policy's quorum is not met: of its witnesses "
                + (freshness.demanded()
                    ? "too few cosigned within the time allowed"
                    : "too few cosigned")
                + " ("
                + counted.size()
                + ")");
      }
      if (freshness.demanded() && counted.isEmpty()) {
        throw Refused.unmet("no witness of the policy says when the checkpoint was made");
      }
    }
  }

  /** A checkpoint kept from before. */
  record Known(Note note, Head head) {}

  /**
   * Who cosigned and when.
   *
   * @param witness the policy's name for it
   * @param time seconds since 1970; 0 when it makes no statement about the time
   */
  record Cosigned(String witness, String keyName, long time) {
    String shown() {
      return keyName + (time == 0 ? "" : " at " + shown(time));
    }

    private static String shown(long seconds) {
      return seconds > Instant.MAX.getEpochSecond()
          ? "second " + seconds
          : Instant.ofEpochSecond(seconds).toString();
    }
  }

  /**
   * How old a cosignature may be. Immutable.
   *
   * @param oldest first second that is accepted
   * @param newest last second that is accepted: five minutes from now, for clocks that differ
   */
  record Freshness(boolean demanded, long oldest, long newest) {
    static final Freshness ANY = new Freshness(false, 0, Long.MAX_VALUE);

    static Freshness of(List<Duration> maxAge, Instant now) {
      if (maxAge.isEmpty()) {
        return ANY;
      }
      long second = now.getEpochSecond();
      return new Freshness(true, second - maxAge.getFirst().toSeconds(), second + 300);
    }

    boolean accepts(long second) {
      return second >= oldest && second <= newest;
    }
  }

  // --------------------------------------------------------------------------- keys, policy

  /** A public key with its name (C2SP signed-note, verifier keys). Immutable. */
  static final class Key {
    /** Ed25519 of a log (signed-note). */
    static final byte ED25519 = 1;

    /** Ed25519 with a time (tlog-cosignature). */
    static final byte COSIGNER_ED25519 = 4;

    /** ML-DSA-44 with a time (tlog-cosignature). */
    static final byte COSIGNER_ML_DSA_44 = 6;

    static final Set<Byte> LOG_TYPES = Set.of(ED25519, COSIGNER_ED25519, COSIGNER_ML_DSA_44);
    static final Set<Byte> WITNESS_TYPES = Set.of(COSIGNER_ED25519, COSIGNER_ML_DSA_44);
    private static final Pattern SHAPE =
        Pattern.compile(
            "([^\\s\\p{Z}+\\p{Cntrl}]{1,255})\\+([0-9a-f]{8})\\+([A-Za-z0-9+/=]{1,2000})");

    final String name;
    final byte type;
    final byte[] raw;
    final int id;

    private Key(String name, byte[] typed) {
      this.name = name;
      this.type = typed[0];
      this.raw = Arrays.copyOfRange(typed, 1, typed.length);
      byte[] text = (name + "\n").getBytes(StandardCharsets.UTF_8);
      this.id = ByteBuffer.wrap(new Hashes().of(joined(text, typed))).getInt();
    }

    /** Reads {@code <name>+<key id>+<base64 of type and key>}. */
    static Key parse(String encoded, Set<Byte> types) throws Refused {
      Matcher parts = SHAPE.matcher(encoded);
      if (!parts.matches()) {
        throw Refused.usage("a verifier key must read <name>+<id>+<base64>");
      }
      byte[] typed = Base64s.decode(parts.group(3)).orElse(new byte[] {0});
      int length = typed[0] == COSIGNER_ML_DSA_44 ? 1312 : 32;
      if (!types.contains(typed[0]) || typed.length != 1 + length) {
        throw Refused.usage(
            "the verifier key of " + parts.group(1) + " is of no type that may stand here");
      }
      Key key = new Key(parts.group(1), typed);
      if (!HexFormat.of().toHexDigits(key.id).equals(parts.group(2))) {
        throw Refused.usage(
            "the id of the verifier key of " + key.name + " is not that of the key");
      }
      return key;
    }

    /** Whether it is the key of this log, or of the deployment the log belongs to. */
    boolean maySign(String origin) {
      return origin.equals(name) || origin.startsWith(name + "/");
    }

    boolean same(Key other) {
      return Arrays.equals(raw, other.raw);
    }

    private PublicKey forJdk() throws GeneralSecurityException {
      boolean mlDsa = type == COSIGNER_ML_DSA_44;
      String prefix =
          mlDsa ? "30820532300b06096086480165030403110382052100" : "302a300506032b6570032100";
      byte[] encoded = joined(HexFormat.of().parseHex(prefix), raw);
      return KeyFactory.getInstance(algorithm()).generatePublic(new X509EncodedKeySpec(encoded));
    }

    String algorithm() {
      return type == COSIGNER_ML_DSA_44 ? "ML-DSA" : "Ed25519";
    }
  }

  /** Whom to trust: a C2SP tlog-policy. Immutable. */
  static final class Policy {
    private static final int MOST = 1_000;

    final List<Key> logs = new ArrayList<>();
    final Map<String, Key> witnesses = new LinkedHashMap<>();
    private final Map<String, Group> groups = new LinkedHashMap<>();
    private final Set<String> members = new HashSet<>();
    private String quorum = "";

    private Policy() {}

    /** One that accepts these logs without a witness. */
    static Policy of(List<Key> logs) {
      Policy policy = new Policy();
      policy.logs.addAll(logs);
      policy.quorum = "none";
      return policy;
    }

    static Policy parse(byte[] file) throws Refused {
      Policy policy = new Policy();
      int number = 0;
      for (String line : new String(file, StandardCharsets.ISO_8859_1).split("\n", -1)) {
        number++;
        try {
          policy.take(line);
        } catch (Refused refused) {
          throw Refused.usage("line " + number + " of the policy: " + refused.getMessage());
        }
      }
      policy.require(!policy.quorum.isEmpty(), "the policy has no quorum line");
      policy.require(!policy.logs.isEmpty(), "the policy names no log");
      return policy;
    }

    private void take(String line) throws Refused {
      require(
          line.chars().allMatch(c -> c == '\t' || (c >= 0x20 && c != 0x7f)),
          "there is a control character");
      List<String> words =
          Arrays.stream(line.split("[ \t]+")).filter(word -> !word.isEmpty()).toList();
      if (words.isEmpty() || words.getFirst().startsWith("#")) {
        return;
      }
      switch (words.getFirst()) {
        case "log" -> log(words);
        case "witness" -> witness(words);
        case "group" -> group(words);
        case "quorum" -> quorum(words);
        default -> throw new Refused(Verdict.USAGE, "it is no log, witness, group or quorum line");
      }
    }

    private void log(List<String> words) throws Refused {
      require(words.size() == 2 || words.size() == 3, "a log line reads log <vkey> [<url>]");
      Key key = Key.parse(utf8(words.get(1)), Key.LOG_TYPES);
      require(logs.stream().noneMatch(key::same), "the key stands in another log line");
      require(logs.size() < MOST, "there are too many logs");
      logs.add(key);
    }

    private void witness(List<String> words) throws Refused {
      require(
          words.size() == 3 || words.size() == 4,
          "a witness line reads witness <name> <vkey> [<url>]");
      Key key = Key.parse(utf8(words.get(2)), Key.WITNESS_TYPES);
      require(
          witnesses.values().stream().noneMatch(key::same),
          "the key stands in another witness line");
      requireNew(words.get(1));
      witnesses.put(words.get(1), key);
    }

    private void group(List<String> words) throws Refused {
      require(words.size() >= 4, "a group line reads group <name> all|any|<k> <name>...");
      List<String> names = words.subList(3, words.size());
      requireNew(words.get(1));
      for (String name : names) {
        require(defined(name), "a member is not defined above");
        require(members.add(name), "a member stands in a group already");
      }
      groups.put(words.get(1), new Group(threshold(words.get(2), names.size()), names));
    }

    private int threshold(String word, int size) throws Refused {
      if (word.equals("all") || word.equals("any")) {
        return word.equals("all") ? size : 1;
      }
      require(word.matches("[1-9][0-9]{0,3}"), "the threshold is no number from 1 to 9999");
      int threshold = Integer.parseInt(word);
      require(threshold <= size, "the threshold is larger than the group");
      return threshold;
    }

    private void quorum(List<String> words) throws Refused {
      require(words.size() == 2 && quorum.isEmpty(), "there must be one quorum line with one name");
      require(
          words.get(1).equals("none") || defined(words.get(1)), "the name is not defined above");
      quorum = words.get(1);
    }

    private void requireNew(String name) throws Refused {
      require(!name.equals("none") && !defined(name), "the name is taken");
      require(witnesses.size() < MOST && groups.size() < MOST, "there are too many names");
    }

    private boolean defined(String name) {
      return witnesses.containsKey(name) || groups.containsKey(name);
    }

    private static String utf8(String octets) {
      return new String(octets.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private void require(boolean holds, String what) throws Refused {
      if (!holds) {
        throw new Refused(Verdict.USAGE, what);
      }
    }

    /** Whether these witnesses are enough. */
    boolean met(Set<String> cosigners) {
      Set<String> counted = new HashSet<>(cosigners);
      counted.add("none");
      groups.forEach(
          (name, group) -> {
            if (group.members.stream().filter(counted::contains).count() >= group.threshold) {
              counted.add(name);
            }
          });
      return counted.contains(quorum);
    }

    private record Group(int threshold, List<String> members) {}
  }

  /** Base64 of RFC 4648 section 4 in which every value has one spelling. Stateless. */
  private static final class Base64s {
    private Base64s() {}

    static Optional<byte[]> decode(String text) {
      try {
        byte[] bytes = Base64.getDecoder().decode(text);
        return encode(bytes).equals(text) && bytes.length > 0
            ? Optional.of(bytes)
            : Optional.empty();
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    }

    static String encode(byte[] bytes) {
      return Base64.getEncoder().encodeToString(bytes);
    }
  }

  // --------------------------------------------------------------------- notes, signatures

  /** A C2SP signed note, spelled the one way. Immutable. */
  static final class Note {
    private static final int MOST_SIGNATURES = 256;
    private static final Pattern LINE =
        Pattern.compile("\u2014 ([^\\s\\p{Z}+\\p{Cntrl}]{1,255}) ([A-Za-z0-9+/=]{1,8000})");

    /** All of it. */
    final byte[] bytes;

    /** What was signed: everything up to the blank line, which does not belong to it. */
    final byte[] text;

    private final List<Line> lines = new ArrayList<>();

    private Note(byte[] bytes, int textEnd) {
      this.bytes = bytes;
      this.text = Arrays.copyOf(bytes, textEnd);
    }

    static Note parse(byte[] bytes, String what) throws Refused {
      int end = bytes.length - 1;
      while (end > 0 && (bytes[end] != '\n' || bytes[end - 1] != '\n')) {
        end--;
      }
      boolean plain = end > 0 && bytes[bytes.length - 1] == '\n';
      if (!plain || !isText(bytes)) {
        throw Refused.tampered(what + " is no signed note");
      }
      Note note = new Note(bytes, end);
      String signatures =
          new String(bytes, end + 1, bytes.length - end - 1, StandardCharsets.UTF_8);
      for (String line : signatures.split("\n")) {
        note.add(line, what);
      }
      return note;
    }

    private void add(String line, String what) throws Refused {
      Matcher parts = LINE.matcher(line);
      byte[] signature =
          parts.matches() ? Base64s.decode(parts.group(2)).orElse(new byte[0]) : new byte[0];
      if (signature.length < 5 || lines.size() == MOST_SIGNATURES) {
        throw Refused.tampered(what + " has a signature line that is none, or too many");
      }
      ByteBuffer id = ByteBuffer.wrap(signature);
      Line read =
          new Line(parts.group(1), id.getInt(), Arrays.copyOfRange(signature, 4, signature.length));
      if (lines.stream().anyMatch(read::sameKey)) {
        throw Refused.tampered(what + " has two signature lines of one key");
      }
      lines.add(read);
    }

    private static boolean isText(byte[] bytes) {
      for (byte one : bytes) {
        if ((one >= 0 && one < 0x20 && one != '\n') || one == 0x7f) {
          return false;
        }
      }
      return Arrays.equals(
          new String(bytes, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8), bytes);
    }

    /** The signature of a key; empty when there is none. */
    List<byte[]> signature(Key key) {
      return lines.stream()
          .filter(line -> line.name.equals(key.name) && line.id == key.id)
          .map(Line::signature)
          .toList();
    }

    /** When a key cosigned, by its own clock; 0 when it did not or does not say. */
    long time(Key key) {
      return signature(key).stream()
          .filter(signature -> signature.length > 8)
          .mapToLong(signature -> ByteBuffer.wrap(signature).getLong())
          .findFirst()
          .orElse(0);
    }

    private record Line(String name, int id, byte[] signature) {
      boolean sameKey(Line other) {
        return name.equals(other.name) && id == other.id;
      }
    }
  }

  /**
   * What a C2SP tlog-checkpoint says; extension lines are refused. Immutable.
   *
   * @param size number of entries
   * @param root RFC 6962 tree head
   */
  record Head(String origin, long size, byte[] root) {
    private static final Pattern SHAPE =
        Pattern.compile("([\\x21-\\x7e]{1,255})\n(0|[1-9][0-9]{0,17})\n([A-Za-z0-9+/=]{44})\n");

    static Head of(Note note, String what) throws Refused {
      Matcher parts = SHAPE.matcher(new String(note.text, StandardCharsets.UTF_8));
      byte[] root =
          parts.matches() ? Base64s.decode(parts.group(3)).orElse(new byte[0]) : new byte[0];
      if (root.length != Hashes.BYTES) {
        throw Refused.tampered(what + " is no checkpoint");
      }
      return new Head(parts.group(1), Long.parseLong(parts.group(2)), root);
    }

    boolean same(Head other) {
      return origin.equals(other.origin) && size == other.size && Arrays.equals(root, other.root);
    }

    private byte[] text() {
      return (origin + "\n" + size + "\n" + Base64s.encode(root) + "\n")
          .getBytes(StandardCharsets.UTF_8);
    }
  }

  /** What a key says about a note. */
  enum Trust {
    /** The key signed it. */
    VERIFIED,
    /** It bears a signature under the key's name and id that does not verify. */
    BROKEN,
    /** It bears no signature of the key. */
    NOT_SIGNED,
    /** It bears one that this JDK cannot check. */
    UNCHECKED
  }

  /** Checks signatures with the JDK and remembers the answers. Thread-safe. */
  static final class Signatures {
    private static final int REMEMBERED = 1 << 16;
    private static final int ED25519_BYTES = 64;
    private static final int ML_DSA_44_BYTES = 2_420;

    private final Map<String, Trust> answers = new ConcurrentHashMap<>();
    private final Set<String> unchecked = ConcurrentHashMap.newKeySet();
    private final Algorithms jdk;

    /** With what this JDK knows. */
    Signatures() {
      this(Signature::getInstance);
    }

    Signatures(Algorithms jdk) {
      this.jdk = jdk;
    }

    /** Signatures that could not be checked. */
    List<String> unchecked() {
      return unchecked.stream().sorted().toList();
    }

    /** What the key says about a checkpoint. */
    Trust trust(Note note, Head head, Key key) {
      List<byte[]> signature = note.signature(key);
      return signature.isEmpty()
          ? Trust.NOT_SIGNED
          : trust(key, signature.getFirst(), note.text, head);
    }

    private Trust trust(Key key, byte[] signature, byte[] text, Head head) {
      if (key.type == Key.ED25519) {
        return signature.length == ED25519_BYTES ? ask(key, signature, text) : Trust.BROKEN;
      }
      int length = key.type == Key.COSIGNER_ML_DSA_44 ? ML_DSA_44_BYTES : ED25519_BYTES;
      long time = signature.length == 8 + length ? ByteBuffer.wrap(signature).getLong() : -1;
      if (time < 0) {
        return Trust.BROKEN;
      }
      byte[] message =
          key.type == Key.COSIGNER_ML_DSA_44
              ? cosignedMessage(key, head, time)
              : joined(
                  ("cosignature/v1\ntime " + time + "\n").getBytes(StandardCharsets.UTF_8), text);
      return ask(key, Arrays.copyOfRange(signature, 8, signature.length), message);
    }

    /** The structure that an ML-DSA-44 cosigner signs (tlog-cosignature). */
    private static byte[] cosignedMessage(Key key, Head head, long time) {
      byte[] name = key.name.getBytes(StandardCharsets.UTF_8);
      byte[] origin = head.origin.getBytes(StandardCharsets.UTF_8);
      ByteBuffer message = ByteBuffer.allocate(12 + 2 + name.length + origin.length + 24 + 32);
      message.put("subtree/v1\n\0".getBytes(StandardCharsets.US_ASCII));
      message.put((byte) name.length).put(name).putLong(time);
      message.put((byte) origin.length).put(origin).putLong(0).putLong(head.size).put(head.root);
      return message.array();
    }

    /** Whether an Ed25519 key signed these bytes. */
    boolean signed(Key key, byte[] message, byte[] signature) {
      return signature.length == ED25519_BYTES && ask(key, signature, message) == Trust.VERIFIED;
    }

    private Trust ask(Key key, byte[] signature, byte[] message) {
      byte[] asked = joined(new byte[] {key.type}, joined(key.raw, joined(signature, message)));
      String question = HexFormat.of().formatHex(new Hashes().of(asked));
      if (answers.size() >= REMEMBERED) {
        answers.clear();
      }
      return answers.computeIfAbsent(question, unknown -> verified(key, signature, message));
    }

    private Trust verified(Key key, byte[] signature, byte[] message) {
      try {
        Signature algorithm = jdk.find(key.algorithm());
        algorithm.initVerify(key.forJdk());
        algorithm.update(message);
        return algorithm.verify(signature) ? Trust.VERIFIED : Trust.BROKEN;
      } catch (NoSuchAlgorithmException e) {
        unchecked.add(
            "the ML-DSA-44 signature of "
                + key.name
                + " (counted as missing; JDK 24 can check it)");
        return Trust.UNCHECKED;
      } catch (SignatureException e) {
        return Trust.BROKEN;
      } catch (GeneralSecurityException e) {
        return Trust.BROKEN;
      }
    }
  }

  /** Where signature algorithms come from. */
  @FunctionalInterface
  interface Algorithms {
    Signature find(String name) throws NoSuchAlgorithmException;
  }

  /** The log keys in force along a log; {@code LOG_KEY_ROTATED} events change them. One thread. */
  private static final class KeyRing {
    private final Policy policy;
    private final Signatures signatures;
    private final String origin;
    private List<Key> inForce;
    private List<Key> before = List.of();
    private long changedAt = -1;
    private boolean unvouched;
    private long unsigned;
    private long firstUnsigned;
    private long forgiven;

    KeyRing(Policy policy, Signatures signatures, String origin) {
      this.policy = policy;
      this.signatures = signatures;
      this.origin = origin;
      this.inForce = policy.logs.stream().filter(key -> key.maySign(origin)).toList();
    }

    /** Takes a checkpoint in order of size; one that no key in force signed is remembered. */
    void take(Note note, Head head) throws Refused {
      if (signed(note, head)) {
        return;
      }
      if (head.size == changedAt && unvouched) {
        forgiven++;
      } else if (unsigned++ == 0) {
        firstUnsigned = head.size;
      }
    }

    private boolean signed(Note note, Head head) throws Refused {
      List<Key> keys = new ArrayList<>(inForce);
      keys.addAll(head.size == changedAt ? before : List.of());
      boolean signed = false;
      for (Key key : keys) {
        Trust trust = signatures.trust(note, head, key);
        if (trust == Trust.BROKEN) {
          throw Refused.tampered(
              "the signature of " + key.name + " under size " + head.size + " is wrong");
        }
        signed |= trust == Trust.VERIFIED;
      }
      return signed;
    }

    /** Takes the event that the key was changed; a root that ends with it may bear either key. */
    void rotate(long index, String encoded, byte[] signature) throws Refused {
      Key next = newKey(index, encoded);
      unvouched =
          inForce.stream()
              .filter(key -> key.type == Key.ED25519 && key.name.equals(next.name))
              .noneMatch(key -> vouches(key, encoded, signature));
      if (unvouched) {
        requirePinned(index, next);
        forgiven += unsigned;
        unsigned = 0;
      }
      change(index, next);
    }

    /** For this log, or for the whole deployment when the log was begun after the change. */
    private boolean vouches(Key older, String encoded, byte[] signature) {
      return signatures.signed(older, statement(origin, encoded), signature)
          || signatures.signed(older, statement(older.name, encoded), signature);
    }

    private static byte[] statement(String whose, String encoded) {
      return ("frostbyte-key-rotation/v1\n" + whose + "\n" + encoded + "\n")
          .getBytes(StandardCharsets.UTF_8);
    }

    private static Key newKey(long index, String encoded) throws Refused {
      try {
        return Key.parse(encoded, Set.of(Key.ED25519));
      } catch (Refused refused) {
        throw Refused.tampered("entry " + index + " names no Ed25519 key as the log's new one");
      }
    }

    private void requirePinned(long index, Key next) throws Refused {
      if (policy.logs.stream().noneMatch(key -> key.same(next) && key.maySign(origin))) {
        requireSigned();
        throw Refused.tampered(
            "entry " + index + " changes the log's key without the old one's signature");
      }
    }

    private void change(long index, Key next) {
      before = inForce;
      changedAt = index + 1;
      List<Key> after = new ArrayList<>();
      inForce.stream().filter(key -> key.type != Key.ED25519).forEach(after::add);
      after.add(next);
      inForce = List.copyOf(after);
    }

    /** Refuses a log with a checkpoint that no trusted key signed. */
    void requireSigned() throws Refused {
      if (unsigned > 0) {
        throw Refused.unmet(
            "no key that the policy trusts signed the checkpoint of size " + firstUnsigned);
      }
    }

    /** Refuses a text that no key in force at the end of the log signed. */
    void requireSigned(Note note, String what) throws Refused {
      for (Key key : inForce) {
        List<byte[]> signature = key.type == Key.ED25519 ? note.signature(key) : List.of();
        if (!signature.isEmpty() && !signatures.signed(key, note.text, signature.getFirst())) {
          throw Refused.tampered("the signature of " + what + " is wrong");
        }
        if (!signature.isEmpty()) {
          return;
        }
      }
      throw Refused.unmet("no key that the policy trusts signed " + what);
    }

    List<String> unchecked() {
      return forgiven == 0
          ? List.of()
          : List.of("the signatures of " + forgiven + " checkpoints from before the policy's key");
    }
  }

  // ------------------------------------------------------------------------- hashes, trees

  /** SHA-256 over one reused digest, and the hashes of RFC 6962 section 2.1. One thread. */
  static final class Hashes {
    static final int BYTES = 32;

    private final MessageDigest digest;

    Hashes() {
      try {
        digest = MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("this Java has no SHA-256; use another", e);
      }
    }

    byte[] of(byte[] bytes) {
      return digest.digest(bytes);
    }

    byte[] of(byte[] bytes, int length) {
      digest.update(bytes, 0, length);
      return digest.digest();
    }

    byte[] leaf(byte[] entry) {
      byte[] hash = new byte[BYTES];
      leaf(entry, 0, entry.length, hash);
      return hash;
    }

    void leaf(byte[] bytes, int from, int length, byte[] into) {
      digest.update((byte) 0);
      digest.update(bytes, from, length);
      finish(into);
    }

    /** Hashes two hashes; the result may go where one of them stands. */
    void node(byte[] left, byte[] right, byte[] into) {
      digest.update((byte) 1);
      digest.update(left, 0, BYTES);
      digest.update(right, 0, BYTES);
      finish(into);
    }

    private void finish(byte[] into) {
      try {
        digest.digest(into, 0, BYTES);
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("SHA-256 does not give 32 bytes; use another Java", e);
      }
    }
  }

  /** Inclusion and consistency proofs, checked as RFC 9162 sections 2.1.3.2 and 2.1.4.2 say. */
  static final class Proof {
    private Proof() {}

    /** Whether the path leads from the leaf hash at an index to the root. */
    static boolean includes(long index, long size, byte[] leaf, List<byte[]> path, byte[] root) {
      if (index < 0 || index >= size || leaf.length != Hashes.BYTES || !areHashes(path)) {
        return false;
      }
      Climb climb = new Climb(index, size - 1);
      byte[] hash = leaf.clone();
      for (byte[] sibling : path) {
        if (climb.done()) {
          return false;
        }
        climb.step(hash, sibling);
      }
      return climb.done() && Arrays.equals(hash, root);
    }

    /** Whether the newer tree begins with the older one; nothing follows from an empty tree. */
    static boolean isConsistent(
        long older, byte[] olderRoot, long newer, byte[] newerRoot, List<byte[]> proof) {
      if (older < 1 || older > newer || !areHashes(proof)) {
        return false;
      }
      if (older == newer) {
        return proof.isEmpty() && Arrays.equals(olderRoot, newerRoot);
      }
      boolean complete = Long.bitCount(older) == 1;
      if (proof.isEmpty() || olderRoot.length != Hashes.BYTES) {
        return false;
      }
      byte[] inOlder = complete ? olderRoot.clone() : proof.getFirst().clone();
      byte[] inNewer = inOlder.clone();
      int height = Long.numberOfTrailingZeros(older);
      Climb climb = new Climb((older - 1) >>> height, (newer - 1) >>> height);
      List<byte[]> rest = complete ? proof : proof.subList(1, proof.size());
      return climb.steps(inOlder, inNewer, rest)
          && Arrays.equals(inOlder, olderRoot)
          && Arrays.equals(inNewer, newerRoot);
    }

    private static boolean areHashes(List<byte[]> hashes) {
      return hashes.stream().allMatch(hash -> hash.length == Hashes.BYTES);
    }

    /** The way from a node to the root of a tree. One thread, used once. */
    private static final class Climb {
      private final Hashes sha = new Hashes();
      private long node;
      private long last;

      private Climb(long node, long last) {
        this.node = node;
        this.last = last;
      }

      boolean done() {
        return last == 0;
      }

      /** Goes up to the parent; says whether the sibling stands on the left. */
      boolean step(byte[] hash, byte[] sibling) {
        boolean left = (node & 1) == 1 || node == last;
        sha.node(left ? sibling : hash, left ? hash : sibling, hash);
        int up = left && (node & 1) == 0 ? Long.numberOfTrailingZeros(node) + 1 : 1;
        node = up > 63 ? 0 : node >>> up;
        last = up > 63 ? 0 : last >>> up;
        return left;
      }

      boolean steps(byte[] inOlder, byte[] inNewer, List<byte[]> siblings) {
        for (byte[] sibling : siblings) {
          if (done()) {
            return false;
          }
          if (step(inNewer, sibling)) {
            sha.node(sibling, inOlder, inOlder);
          }
        }
        return done();
      }
    }
  }

  /** A growing tree: its root, and its C2SP tlog-tiles as they fill. One thread. */
  private static final class Tree {
    static final int WIDTH = 256;
    private static final int LEVEL_HEIGHT = 8;

    private final Hashes sha = new Hashes();
    private final TileSink sink;
    private final byte[][] subtrees = new byte[63][Hashes.BYTES];
    private final byte[] carry = new byte[Hashes.BYTES];
    private final List<Level> levels = new ArrayList<>();
    private long size;

    Tree(TileSink sink) {
      this.sink = sink;
    }

    long size() {
      return size;
    }

    void append(byte[] leafHash) throws IOException, Refused {
      System.arraycopy(leafHash, 0, carry, 0, Hashes.BYTES);
      add(0);
      int height = 0;
      for (long rest = size; (rest & 1) == 1; rest >>>= 1) {
        sha.node(subtrees[height], carry, carry);
        height++;
        if (height % LEVEL_HEIGHT == 0) {
          add(height / LEVEL_HEIGHT);
        }
      }
      System.arraycopy(carry, 0, subtrees[height], 0, Hashes.BYTES);
      size++;
    }

    private void add(int number) throws IOException, Refused {
      if (number == levels.size()) {
        levels.add(new Level());
      }
      Level level = levels.get(number);
      System.arraycopy(carry, 0, level.hashes, level.width * Hashes.BYTES, Hashes.BYTES);
      level.width++;
      if (level.width == WIDTH) {
        sink.tile(tile(Integer.toString(number), level.done, WIDTH), level.hashes, WIDTH);
        level.width = 0;
        level.done++;
      }
    }

    /** Hands out the tiles that are not full. */
    void finish() throws IOException, Refused {
      for (int number = 0; number < levels.size(); number++) {
        Level level = levels.get(number);
        if (level.width > 0) {
          sink.tile(
              tile(Integer.toString(number), level.done, level.width), level.hashes, level.width);
        }
      }
    }

    byte[] root() {
      if (size == 0) {
        return sha.of(new byte[0]);
      }
      int height = Long.numberOfTrailingZeros(size);
      byte[] root = subtrees[height].clone();
      for (height++; size >>> height > 0; height++) {
        if ((size >>> height & 1) == 1) {
          sha.node(subtrees[height], root, root);
        }
      }
      return root;
    }

    /** The path of a tile or an entry bundle. */
    static String tile(String level, long number, int width) {
      StringBuilder path = new StringBuilder(threeDigits(number % 1000));
      for (long rest = number / 1000; rest > 0; rest /= 1000) {
        path.insert(0, "x" + threeDigits(rest % 1000) + "/");
      }
      return "tile/" + level + "/" + path + (width == WIDTH ? "" : ".p/" + width);
    }

    private static String threeDigits(long value) {
      return Long.toString(1000 + value).substring(1);
    }

    private static final class Level {
      private final byte[] hashes = new byte[WIDTH * Hashes.BYTES];
      private long done;
      private int width;
    }

    /** Takes the hashes of a tile; the array is used again. */
    private interface TileSink {
      void tile(String path, byte[] hashes, int width) throws IOException, Refused;
    }
  }

  // -------------------------------------------------------------------------------- leaves

  /**
   * Checks that an entry is a CloudEvents object of the log in its one spelling: strict I-JSON (RFC
   * 7493), keys sorted, no blanks, printable ASCII, only quote and backslash escaped, whole numbers
   * within 2^53-1. Nothing is allocated for an entry. One thread.
   */
  private static final class Leaf {
    private static final int DEEPEST = 2;
    private static final int TYPE = 4;
    private static final int REQUIRED = 5;
    private static final byte[][] FIELDS = {
      ascii("id"), ascii("source"), ascii("specversion"), ascii("time"), ascii("type")
    };
    private static final byte[] NEW_KEY = ascii("newkey");
    private static final byte[] OLD_SIGNATURE = ascii("oldkeysignature");
    private static final byte[] ROTATED = ascii("\"io.frostbyte.log.key_rotated.v1\"");
    private static final byte[] VERSION = ascii("\"1.0\"");
    private static final byte[] TRUE = ascii("true");
    private static final byte[] FALSE = ascii("false");
    private static final long LARGEST = (1L << 53) - 1;

    private final byte[] source;
    private final int[] starts = new int[REQUIRED + 2];
    private final int[] ends = new int[REQUIRED + 2];
    private byte[] bytes = new byte[0];
    private int at;
    private int end;
    private int keyStart;
    private int keyEnd;

    Leaf(String origin) {
      source = ascii("\"" + origin.replace("\\", "\\\\").replace("\"", "\\\"") + "\"");
    }

    /** Whether these bytes are an event of the log, spelled the one way. */
    boolean accepts(byte[] all, int from, int length) {
      bytes = all;
      at = from;
      end = from + length;
      Arrays.fill(starts, 0);
      Arrays.fill(ends, 0);
      boolean read = object(1) && at == end;
      for (int field = 0; field < REQUIRED; field++) {
        read &= ends[field] > starts[field] + 2;
      }
      return read && is(1, source) && is(2, VERSION);
    }

    /** Whether the event just accepted says that the log's key was changed. */
    boolean rotates() {
      return is(TYPE, ROTATED);
    }

    String newKey() {
      return text(REQUIRED);
    }

    String oldSignature() {
      return text(REQUIRED + 1);
    }

    private String text(int field) {
      return ends[field] == 0
          ? ""
          : new String(
              bytes, starts[field] + 1, ends[field] - starts[field] - 2, StandardCharsets.US_ASCII);
    }

    private boolean is(int field, byte[] value) {
      return Arrays.equals(bytes, starts[field], ends[field], value, 0, value.length);
    }

    private boolean object(int depth) {
      if (depth > DEEPEST || !take('{')) {
        return false;
      }
      if (take('}')) {
        return true;
      }
      int before = at;
      int beforeEnd = at;
      do {
        if (!key() || Arrays.compare(bytes, before, beforeEnd, bytes, keyStart, keyEnd) >= 0) {
          return false;
        }
        before = keyStart;
        beforeEnd = keyEnd;
        if (!value(depth)) {
          return false;
        }
      } while (take(','));
      return take('}');
    }

    /** A key has at least one character and no escape. */
    private boolean key() {
      keyStart = at + 1;
      boolean read = string();
      keyEnd = at - 1;
      for (int i = keyStart; read && i < keyEnd; i++) {
        read = bytes[i] != '\\';
      }
      return read && keyEnd > keyStart && take(':');
    }

    private boolean value(int depth) {
      int field = field(depth);
      int start = at;
      if (at >= end) {
        return false;
      }
      boolean read =
          switch (bytes[at]) {
            case '"' -> string();
            case '{' -> object(depth + 1);
            case 't' -> word(TRUE);
            case 'f' -> word(FALSE);
            default -> number();
          };
      if (field >= 0 && bytes[start] == '"') {
        starts[field] = start;
        ends[field] = at;
      }
      return read;
    }

    private int field(int depth) {
      if (depth == DEEPEST) {
        return keyIs(NEW_KEY) ? REQUIRED : keyIs(OLD_SIGNATURE) ? REQUIRED + 1 : -1;
      }
      for (int field = 0; field < REQUIRED; field++) {
        if (keyIs(FIELDS[field])) {
          return field;
        }
      }
      return -1;
    }

    private boolean keyIs(byte[] name) {
      return keyEnd - keyStart == name.length
          && Arrays.equals(bytes, keyStart, keyEnd, name, 0, name.length);
    }

    private boolean string() {
      boolean read = take('"');
      byte[] all = bytes;
      int next = at;
      while (read && next < end && all[next] != '"') {
        if (all[next] == '\\') {
          next++;
          read = next < end && (all[next] == '"' || all[next] == '\\');
        } else {
          read = all[next] >= 0x20 && all[next] != 0x7f;
        }
        next++;
      }
      at = Math.min(next, end);
      return read && take('"');
    }

    private boolean word(byte[] word) {
      int start = at;
      at = Math.min(end, at + word.length);
      return Arrays.equals(bytes, start, at, word, 0, word.length);
    }

    private boolean number() {
      boolean negative = take('-');
      int start = at;
      long value = 0;
      while (at < end && bytes[at] >= '0' && bytes[at] <= '9' && value <= LARGEST) {
        value = 10 * value + bytes[at] - '0';
        at++;
      }
      boolean leadingZero = at > start + 1 && bytes[start] == '0';
      return at > start && !leadingZero && value <= LARGEST && !(negative && value == 0);
    }

    private boolean take(char wanted) {
      boolean there = at < end && bytes[at] == wanted;
      at += there ? 1 : 0;
      return there;
    }
  }

  // -------------------------------------------------------------------------------- export

  /** Where the files of an export are. */
  interface Source {
    /** Paths of all files, their parts separated by slashes. */
    List<String> paths() throws IOException, Refused;

    /** Opens a file; the caller closes it. */
    InputStream open(String path) throws IOException;
  }

  /** An export in a folder; links are not followed. Stateless. */
  private record Folder(Path root) implements Source {
    @Override
    public List<String> paths() throws IOException, Refused {
      List<String> paths = new ArrayList<>();
      try (Stream<Path> all = Files.walk(root)) {
        for (Path file : (Iterable<Path>) all::iterator) {
          if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            paths.add(root.relativize(file).toString().replace('\\', '/'));
          } else if (!Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            throw Refused.tampered(
                "there is something in the export that is neither file nor folder");
          }
        }
      } catch (UncheckedIOException e) {
        throw new IOException("a folder cannot be read", e);
      }
      return paths;
    }

    @Override
    public InputStream open(String path) throws IOException {
      return Files.newInputStream(root.resolve(path), LinkOption.NOFOLLOW_LINKS);
    }
  }

  /**
   * What an export holds, as the log's key signed it: a signed note over a header and one line of
   * SHA-256 and path for each other file. Paths are claimed as they are checked. One thread.
   */
  private static final class Manifest {
    private static final int LARGEST = 128 << 20;
    private static final String VERSION = "frostbyte-export/v1\n";
    private static final Pattern LINE =
        Pattern.compile("([0-9a-f]{64}) ([a-z0-9][a-z0-9.-]*(?:/[a-z0-9][a-z0-9.-]*){0,8})");

    final Note note;
    private final Map<String, byte[]> files = new TreeMap<>();

    private Manifest(Note note) {
      this.note = note;
    }

    static Manifest parse(byte[] bytes, Head head) throws Refused {
      Manifest manifest = new Manifest(Note.parse(bytes, "the manifest"));
      byte[] header = joined(VERSION.getBytes(StandardCharsets.US_ASCII), head.text());
      byte[] text = manifest.note.text;
      int at = header.length;
      if (text.length < at || !Arrays.equals(text, 0, at, header, 0, at)) {
        throw Refused.tampered("the manifest is not that of the checkpoint");
      }
      String before = "";
      while (at < text.length) {
        int end = at;
        while (text[end] != '\n') {
          end++;
        }
        before = manifest.add(new String(text, at, end - at, StandardCharsets.US_ASCII), before);
        at = end + 1;
      }
      return manifest;
    }

    private String add(String line, String before) throws Refused {
      Matcher parts = LINE.matcher(line);
      String path = parts.matches() ? parts.group(2) : "";
      if (path.compareTo(before) <= 0) {
        throw Refused.tampered("the manifest has a line that is none, or its lines are not sorted");
      }
      files.put(path, HexFormat.of().parseHex(parts.group(1)));
      return path;
    }

    /** Refuses an export with a file too many or too few. */
    void requireExactly(List<String> found) throws Refused {
      Set<String> missing = new HashSet<>(files.keySet());
      for (String path : found) {
        if (!missing.remove(path) && !path.equals("manifest")) {
          throw Refused.tampered("there is a file that the manifest does not list");
        }
      }
      for (String path : missing) {
        throw Refused.tampered(path + " is missing");
      }
    }

    /** The hash of a file that is being checked now, once. */
    byte[] claim(String path) throws Refused {
      byte[] hash = files.getOrDefault(path, new byte[0]);
      if (hash.length == 0) {
        throw Refused.tampered(path + " is missing from the manifest");
      }
      files.remove(path);
      return hash;
    }

    boolean lists(String path) {
      return files.containsKey(path);
    }

    /** What nobody claimed. */
    List<String> unclaimed() {
      return List.copyOf(files.keySet());
    }

    /** The sizes in the names of the files in a folder, in rising order. */
    long[] sizes(String folder) throws Refused {
      List<String> names =
          files.keySet().stream()
              .filter(path -> path.startsWith(folder))
              .map(path -> path.substring(folder.length()))
              .toList();
      for (String name : names) {
        if (!name.matches("0|[1-9][0-9]{0,17}")) {
          throw Refused.tampered("a file in " + folder + " is not named by a size");
        }
      }
      return names.stream().mapToLong(Long::parseLong).sorted().toArray();
    }
  }

  /** Bytes of one file, read again and again into the same array. One thread. */
  private static final class Buffer {
    private byte[] bytes = new byte[8 << 10];
    private int length;

    /** Reads all; stops one byte past the limit. */
    void fill(InputStream in, int limit) throws IOException {
      length = 0;
      int read = 0;
      while (read >= 0 && length <= limit) {
        length += read;
        if (length == bytes.length) {
          bytes = Arrays.copyOf(bytes, 2 * length);
        }
        read = in.read(bytes, length, bytes.length - length);
      }
    }

    byte[] copy() {
      return Arrays.copyOf(bytes, length);
    }
  }

  /** Reads an export once, from the first entry to the last. One thread, used once. */
  private static final class ExportCheck {
    private static final int LARGEST_ENTRY = 65_535;
    private static final int LARGEST_NOTE = 1 << 20;
    private static final int MOST_PROOFS = 10_000;
    private static final int FEW = 64;

    private final Source files;
    private final Demands demands;
    private final Signatures signatures;
    private final Hashes sha = new Hashes();
    private final Buffer bundle = new Buffer();
    private final Buffer scratch = new Buffer();
    private final byte[] leafHash = new byte[Hashes.BYTES];
    private final Tree tree = new Tree(this::requireTile);
    private final Note checkpoint;
    private final Head head;
    private final Manifest manifest;
    private final KeyRing keys;
    private final Leaf leaf;
    private final long[] sizes;
    private final List<String> stamped = new ArrayList<>();
    private int nextSize;
    private long watched;

    ExportCheck(Source files, Demands demands, Signatures signatures) throws IOException, Refused {
      this.files = files;
      this.demands = demands;
      this.signatures = signatures;
      checkpoint = Note.parse(whole("checkpoint", LARGEST_NOTE), "the checkpoint");
      head = Head.of(checkpoint, "the checkpoint");
      demands.requireOrigin(head);
      demands.requireNotOlder(head, signatures);
      keys = new KeyRing(demands.policy, signatures, head.origin);
      leaf = new Leaf(head.origin);
      manifest = Manifest.parse(whole("manifest", Manifest.LARGEST), head);
      manifest.requireExactly(files.paths());
      sizes = manifest.sizes("checkpoints/");
    }

    private byte[] whole(String path, int limit) throws IOException, Refused {
      try (InputStream in = files.open(path)) {
        scratch.fill(in, limit);
      } catch (NoSuchFileException e) {
        if (path.equals("manifest")) {
          throw Refused.tampered("the manifest is missing");
        }
        throw e;
      }
      require(scratch.length <= limit, "there are too many bytes in " + path);
      return scratch.copy();
    }

    Answer run() throws IOException, Refused {
      try (Rest rest = Rest.of(files, manifest)) {
        return run(rest);
      }
    }

    private Answer run(Rest rest) throws IOException, Refused {
      require(
          Arrays.equals(sha.of(checkpoint.bytes), manifest.claim("checkpoint")),
          "checkpoint is not the file that was signed for");
      require(
          sizes.length > 0 && sizes[sizes.length - 1] == head.size,
          "checkpoints/ does not end with the size of the checkpoint");
      prepare();
      walk();
      tree.finish();
      require(
          Arrays.equals(tree.root(), head.root),
          "the entries do not have the root that was signed");
      keys.take(checkpoint, head);
      keys.requireSigned();
      keys.requireSigned(manifest.note, "the manifest");
      requireRest(rest);
      List<Cosigned> cosigned = demands.cosigned(checkpoint, head, signatures);
      demands.requireQuorum(cosigned);
      return intact(cosigned);
    }

    /** Asks for the signatures of many roots on all processors; the walk then finds the answers. */
    private void prepare() {
      if (sizes.length > FEW) {
        Arrays.stream(sizes).parallel().forEach(this::prepare);
      }
    }

    private void prepare(long size) {
      Buffer own = new Buffer();
      String path = "checkpoints/" + size;
      try (InputStream in = files.open(path)) {
        own.fill(in, LARGEST_NOTE);
        Note note = Note.parse(own.copy(), path);
        Head said = Head.of(note, path);
        demands.policy.logs.forEach(key -> signatures.trust(note, said, key));
      } catch (IOException | Refused e) {
        return; // the walk meets the same file and says what is wrong with it
      }
    }

    private Answer intact(List<Cosigned> cosigned) {
      List<String> unchecked = new ArrayList<>(keys.unchecked());
      unchecked.addAll(signatures.unchecked());
      for (String path : stamped) {
        unchecked.add(
            path + "'s authority; only what it stamped (openssl ts -verify checks the rest)");
      }
      return new Answer(
          Verdict.INTACT,
          "",
          List.of(head),
          cosigned.stream().map(Cosigned::shown).toList(),
          unchecked);
    }

    private void walk() throws IOException, Refused {
      try (Lines events = new Lines(files.open("events.jsonl"), manifest.claim("events.jsonl"))) {
        look();
        while (tree.size() < head.size) {
          int width = (int) Math.min(Tree.WIDTH, head.size - tree.size());
          bundle(Tree.tile("entries", tree.size() / Tree.WIDTH, width), width, events);
        }
        events.requireEnd();
      }
    }

    private void bundle(String path, int width, Lines events) throws IOException, Refused {
      load(path, width * (2 + LARGEST_ENTRY), bundle);
      int at = 0;
      for (int entry = 0; entry < width; entry++) {
        require(bundle.length - at >= 2, path + " ends too early");
        int length = (bundle.bytes[at] & 0xff) << 8 | bundle.bytes[at + 1] & 0xff;
        at += 2;
        require(bundle.length - at >= length, path + " ends too early");
        entry(at, length, events);
        at += length;
      }
      require(at == bundle.length, "there are too many bytes in " + path);
    }

    private void entry(int at, int length, Lines events) throws IOException, Refused {
      long index = tree.size();
      if (!leaf.accepts(bundle.bytes, at, length)) {
        throw Refused.tampered("entry " + index + " is no event of this log in its one spelling");
      }
      if (leaf.rotates()) {
        byte[] signature = Base64s.decode(leaf.oldSignature()).orElse(new byte[0]);
        keys.rotate(index, leaf.newKey(), signature);
      }
      events.require(bundle.bytes, at, length);
      sha.leaf(bundle.bytes, at, length, leafHash);
      if (head.size <= MOST_PROOFS) {
        proof(index);
      }
      tree.append(leafHash);
      look();
    }

    private void proof(long index) throws IOException, Refused {
      String path = "proofs/" + index + ".tlog-proof";
      load(path, LARGEST_NOTE, scratch);
      ProofText proof = ProofText.parse(scratch.copy(), path);
      require(
          proof.index == index && Arrays.equals(proof.note, checkpoint.bytes),
          path + " is of another entry or checkpoint");
      require(
          Proof.includes(index, head.size, leafHash, proof.path, head.root),
          path + " does not lead to the root");
    }

    private void look() throws IOException, Refused {
      if (tree.size() < watched) {
        return;
      }
      byte[] root = tree.root();
      for (Known kept : demands.known) {
        require(
            kept.head.size != tree.size() || Arrays.equals(kept.head.root, root),
            "the log is not a continuation of the known checkpoint of size " + tree.size());
      }
      if (nextSize < sizes.length && sizes[nextSize] == tree.size()) {
        signedRoot(new Head(head.origin, sizes[nextSize++], root));
      }
      watch();
    }

    private void watch() {
      watched = nextSize < sizes.length ? sizes[nextSize] : Long.MAX_VALUE;
      for (Known kept : demands.known) {
        watched = kept.head.size > tree.size() ? Math.min(watched, kept.head.size) : watched;
      }
    }

    private void signedRoot(Head computed) throws IOException, Refused {
      String path = "checkpoints/" + computed.size;
      load(path, LARGEST_NOTE, scratch);
      Note note = Note.parse(scratch.copy(), path);
      require(Head.of(note, path).same(computed), path + " does not have the root of its entries");
      require(
          computed.size != head.size || Arrays.equals(note.bytes, checkpoint.bytes),
          path + " is not the checkpoint");
      keys.take(note, computed);
      demands.cosigned(note, computed, signatures);
      String stamp = "timestamps/" + computed.size + ".tsr";
      if (manifest.lists(stamp)) {
        load(stamp, LARGEST_NOTE, scratch);
        require(
            Arrays.equals(Der.imprint(scratch.copy(), stamp), sha.of(note.text)),
            stamp + " is the time stamp of something else");
        stamped.add(stamp);
      }
    }

    private void requireTile(String path, byte[] hashes, int width) throws IOException, Refused {
      int length = width * Hashes.BYTES;
      load(path, length, scratch);
      require(
          scratch.length == length && Arrays.equals(scratch.bytes, 0, length, hashes, 0, length),
          path + " does not hold the hashes of its entries");
    }

    private void load(String path, int limit, Buffer into) throws IOException, Refused {
      byte[] listed = manifest.claim(path);
      try (InputStream in = files.open(path)) {
        into.fill(in, limit);
      }
      require(into.length <= limit, "there are too many bytes in " + path);
      require(
          Arrays.equals(sha.of(into.bytes, into.length), listed),
          path + " is not the file that was signed for");
    }

    /** Policy and renderings follow from nothing here; the manifest binds their bytes. */
    private void requireRest(Rest rest) throws IOException, Refused {
      for (String path : manifest.unclaimed()) {
        require(Rest.covers(path), path + " does not belong to an export of this log");
        require(
            Arrays.equals(rest.hash(path), manifest.claim(path)),
            path + " is not the file that was signed for");
      }
    }

    private static void require(boolean holds, String what) throws Refused {
      if (!holds) {
        throw Refused.tampered(what);
      }
    }
  }

  /**
   * Hashes policy and renderings, most of an export's bytes, on a thread of its own while the
   * entries are checked. One thread asks; whoever makes it closes it, which ends the reading.
   */
  private static final class Rest implements AutoCloseable {
    private final ExecutorService thread = Executors.newSingleThreadExecutor(Rest::daemon);
    private final Map<String, Future<byte[]>> hashes = new HashMap<>();

    static Rest of(Source files, Manifest manifest) {
      Rest rest = new Rest();
      for (String path : manifest.unclaimed()) {
        if (covers(path)) {
          rest.hashes.put(path, rest.thread.submit(() -> hashed(files, path)));
        }
      }
      return rest;
    }

    /** Whether the file is one that follows from nothing in the log. */
    static boolean covers(String path) {
      return path.equals("policy") || path.matches("render/[^/]+");
    }

    byte[] hash(String path) throws IOException {
      try {
        return Objects.requireNonNull(hashes.get(path)).get();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("the check was interrupted");
      } catch (ExecutionException e) {
        if (e.getCause() instanceof IOException failed) {
          throw failed;
        }
        throw new IllegalStateException(e.getCause());
      }
    }

    @Override
    public void close() {
      thread.shutdownNow();
      thread.close();
    }

    private static byte[] hashed(Source files, String path) throws IOException {
      MessageDigest digest = new Hashes().digest;
      byte[] chunk = new byte[256 << 10];
      try (InputStream in = files.open(path)) {
        for (int read = 0; read >= 0 && !Thread.interrupted(); read = in.read(chunk)) {
          digest.update(chunk, 0, read);
        }
      }
      return digest.digest();
    }

    private static Thread daemon(Runnable work) {
      Thread thread = new Thread(work, "frostbyte-verify-rest");
      thread.setDaemon(true);
      return thread;
    }
  }

  /** Compares a file, line by line, with what it should be. One thread; whoever opens closes. */
  private static final class Lines implements AutoCloseable {
    private final InputStream in;
    private final byte[] expected;
    private final MessageDigest digest = new Hashes().digest;
    private final byte[] chunk = new byte[256 << 10];
    private int at;
    private int end;

    Lines(InputStream in, byte[] expected) {
      this.in = in;
      this.expected = expected;
    }

    void require(byte[] line, int from, int length) throws IOException, Refused {
      boolean same = true;
      int left = length;
      while (left > 0 && same && more()) {
        int part = Math.min(left, end - at);
        int start = from + length - left;
        same = Arrays.equals(chunk, at, at + part, line, start, start + part);
        at += part;
        left -= part;
      }
      if (left > 0 || !same || !more() || chunk[at++] != '\n') {
        throw Refused.tampered("events.jsonl does not hold the entries");
      }
    }

    /** Whether there are bytes; reads on when there are none. */
    private boolean more() throws IOException {
      if (at == end) {
        at = 0;
        end = Math.max(0, in.read(chunk));
        digest.update(chunk, 0, end);
      }
      return at < end;
    }

    void requireEnd() throws IOException, Refused {
      if (more() || !Arrays.equals(digest.digest(), expected)) {
        throw Refused.tampered("events.jsonl is not the file that was signed for");
      }
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }

  /**
   * The part of an RFC 3161 response that says what was stamped: DER, read strictly. One thread.
   */
  private static final class Der {
    private static final int SEQUENCE = 0x30;
    private static final int INTEGER = 0x02;
    private static final int OID = 0x06;
    private static final int OCTETS = 0x04;
    private static final int SET = 0x31;
    private static final int EXPLICIT_0 = 0xa0;
    private static final byte[] SIGNED_DATA = hex("2a864886f70d010702");
    private static final byte[] TST_INFO = hex("2a864886f70d0109100104");
    private static final byte[] SHA_256 = hex("608648016503040201");

    private final ByteBuffer bytes;
    private final String what;

    private Der(ByteBuffer bytes, String what) {
      this.bytes = bytes;
      this.what = what;
    }

    /** The SHA-256 that a time-stamp response is about. */
    static byte[] imprint(byte[] response, String what) throws Refused {
      Der file = new Der(ByteBuffer.wrap(response), what);
      Der all = file.into(SEQUENCE);
      file.requireEnd();
      byte[] status = all.into(SEQUENCE).into(INTEGER).rest();
      file.require(status.length == 1 && (status[0] == 0 || status[0] == 1));
      Der content = all.into(SEQUENCE);
      file.require(Arrays.equals(content.into(OID).rest(), SIGNED_DATA));
      Der signed = content.into(EXPLICIT_0).into(SEQUENCE);
      signed.into(INTEGER);
      signed.into(SET);
      Der encapsulated = signed.into(SEQUENCE);
      file.require(Arrays.equals(encapsulated.into(OID).rest(), TST_INFO));
      Der info = encapsulated.into(EXPLICIT_0).into(OCTETS).into(SEQUENCE);
      info.into(INTEGER);
      info.into(OID);
      Der imprint = info.into(SEQUENCE);
      file.require(Arrays.equals(imprint.into(SEQUENCE).into(OID).rest(), SHA_256));
      return imprint.into(OCTETS).rest();
    }

    private Der into(int tag) throws Refused {
      require(bytes.remaining() >= 2 && (bytes.get() & 0xff) == tag);
      int length = bytes.get() & 0xff;
      if (length >= 0x80) {
        int count = length - 0x80;
        require(count >= 1 && count <= 3 && bytes.remaining() >= count);
        length = 0;
        for (int i = 0; i < count; i++) {
          length = length << 8 | bytes.get() & 0xff;
        }
      }
      require(length <= bytes.remaining());
      ByteBuffer inner = bytes.slice(bytes.position(), length);
      bytes.position(bytes.position() + length);
      return new Der(inner, what);
    }

    private byte[] rest() {
      byte[] rest = new byte[bytes.remaining()];
      bytes.get(rest);
      return rest;
    }

    private void requireEnd() throws Refused {
      require(!bytes.hasRemaining());
    }

    private void require(boolean holds) throws Refused {
      if (!holds) {
        throw Refused.tampered(what + " is no granted RFC 3161 response over a SHA-256");
      }
    }

    private static byte[] hex(String digits) {
      return HexFormat.of().parseHex(digits);
    }
  }

  // --------------------------------------------------------------------------- single files

  /**
   * A C2SP tlog-proof, or a witness's request: a first line, hashes, and a checkpoint. Immutable.
   *
   * @param index of the entry; in a request the size of the older tree
   * @param note bytes of the checkpoint
   */
  private record ProofText(long index, List<byte[]> path, byte[] note) {
    static final String PROOF = "c2sp.org/tlog-proof@v1\nindex ";
    static final String REQUEST = "old ";
    private static final int MOST_HASHES = 63;

    static ProofText parse(byte[] bytes, String what) throws Refused {
      return parse(bytes, PROOF, what);
    }

    static ProofText parse(byte[] bytes, String start, String what) throws Refused {
      String text = new String(bytes, StandardCharsets.ISO_8859_1);
      int blank = text.indexOf("\n\n");
      if (blank < 0 || !text.startsWith(start)) {
        throw Refused.tampered(what + " is no proof");
      }
      String[] lines = text.substring(start.length(), blank).split("\n", -1);
      boolean wellFormed =
          lines[0].matches("0|[1-9][0-9]{0,17}") && lines.length <= 1 + MOST_HASHES;
      List<byte[]> path = new ArrayList<>();
      for (int line = 1; line < lines.length && wellFormed; line++) {
        byte[] hash = Base64s.decode(lines[line]).orElse(new byte[0]);
        wellFormed = hash.length == Hashes.BYTES;
        path.add(hash);
      }
      if (!wellFormed) {
        throw Refused.tampered(what + " is no proof");
      }
      byte[] note = Arrays.copyOfRange(bytes, blank + 2, bytes.length);
      return new ProofText(Long.parseLong(lines[0]), path, note);
    }
  }

  /**
   * The entry that a proof is about.
   *
   * @param entries its bytes, when they are known
   * @param hash its leaf hash; empty when neither is known
   */
  private record Proven(List<byte[]> entries, byte[] hash) {}

  /** Checks a checkpoint, a proof of one entry, or a request to a witness. Immutable. */
  private record FileCheck(Demands demands, Signatures signatures, Proven proven) {
    Answer run(byte[] file) throws Refused {
      String start = new String(file, 0, Math.min(64, file.length), StandardCharsets.ISO_8859_1);
      if (start.startsWith("c2sp.org/tlog-proof@")) {
        return proof(ProofText.parse(file, "the file"));
      }
      if (start.startsWith(ProofText.REQUEST)) {
        return request(ProofText.parse(file, ProofText.REQUEST, "the file"));
      }
      Note note = Note.parse(file, "the file");
      Head head = Head.of(note, "the file");
      demands.requireNotOlder(head, signatures);
      requireSameAsKnown(head);
      return signed(note, head);
    }

    private Answer proof(ProofText proof) throws Refused {
      if (proven.hash.length == 0) {
        throw Refused.usage("a proof needs --entry FILE or --leaf HEX to say of which entry");
      }
      Note note = Note.parse(proof.note, "the proof's checkpoint");
      Head head = Head.of(note, "the proof's checkpoint");
      if (!Proof.includes(proof.index, head.size, proven.hash, proof.path, head.root)) {
        throw Refused.tampered("the proof does not lead from the entry to the root");
      }
      for (byte[] entry : proven.entries) {
        if (!new Leaf(head.origin).accepts(entry, 0, entry.length)) {
          throw Refused.tampered("the entry is no event of this log in its one spelling");
        }
      }
      requireSameAsKnown(head);
      return signed(note, head);
    }

    private Answer request(ProofText request) throws Refused {
      Note note = Note.parse(request.note, "the request's checkpoint");
      Head head = Head.of(note, "the request's checkpoint");
      for (Known kept : demands.known) {
        boolean holds =
            kept.head.size == request.index
                && Proof.isConsistent(
                    kept.head.size, kept.head.root, head.size, head.root, request.path);
        if (!holds) {
          throw Refused.tampered("the log is not shown to go on from the known checkpoint");
        }
      }
      return signed(note, head);
    }

    private void requireSameAsKnown(Head head) throws Refused {
      for (Known kept : demands.known) {
        if (kept.head.size == head.size && !kept.head.same(head)) {
          throw Refused.tampered("the known checkpoint of this size has another root");
        }
        if (kept.head.size != head.size) {
          throw Refused.usage("one file does not show that the log goes on from another size");
        }
      }
    }

    private Answer signed(Note note, Head head) throws Refused {
      demands.requireOrigin(head);
      KeyRing keys = new KeyRing(demands.policy, signatures, head.origin);
      keys.take(note, head);
      keys.requireSigned();
      List<Cosigned> cosigned = demands.cosigned(note, head, signatures);
      demands.requireQuorum(cosigned);
      List<String> shown = cosigned.stream().map(Cosigned::shown).toList();
      return new Answer(Verdict.INTACT, "", List.of(head), shown, signatures.unchecked());
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] joined(byte[] first, byte[] second) {
    return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
  }
}
