package dev.frostbyte.bench.safety;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.frostbyte.api.spi.SafetyInspector;
import dev.frostbyte.api.spi.StageConfig;
import dev.frostbyte.core.inspect.InjectionInspectorProvider;
import dev.frostbyte.core.inspect.InvisibleInspectorProvider;
import dev.frostbyte.core.policy.GatePolicy;
import dev.frostbyte.core.policy.Inspection;
import dev.frostbyte.core.policy.TextInspection;
import dev.frostbyte.testkit.safety.Obfuscation;
import dev.frostbyte.testkit.safety.SafetyTexts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Measures the injection gates in one table: what is flagged (score 0.3 and more) and what is
 * quarantined (0.7 and more) of generated attacks plain and disguised, of harmless texts, and of
 * texts in files; beside it the first plan's scorer. Arguments: any number of files in JSON lines
 * ({@code label}, {@code source}, {@code text}) and of folders, whose text files count as ordinary
 * documents. Texts that rules were written with are shown apart from those held out.
 */
public final class Gates {
  private static final int EACH = 20;
  private static final int EACH_DISGUISED = 5;
  private static final long SEED = 42;
  private static final List<String> LANGUAGES = List.of("en", "de", "fr", "es");
  static final List<SafetyTexts> TUNED =
      List.of(
          SafetyTexts.ATTACKS_FIRST,
          SafetyTexts.ATTACKS_SECOND,
          SafetyTexts.ATTACKS_THIRD,
          SafetyTexts.ATTACKS_FOURTH,
          SafetyTexts.ATTACKS_FIFTH,
          SafetyTexts.ATTACKS_SIXTH,
          SafetyTexts.ATTACKS_SEVENTH);
  private static final List<SafetyTexts> HARMLESS =
      List.of(
          SafetyTexts.HARMLESS,
          SafetyTexts.HARMLESS_SECOND,
          SafetyTexts.HARMLESS_THIRD,
          SafetyTexts.QUOTING);
  private static final Set<String> READABLE = Set.of("md", "txt", "html", "csv", "eml");

  private final TextInspection gates;

  private Gates(TextInspection gates) {
    this.gates = gates;
  }

  /** Prints the table. */
  public static void main(String[] arguments) throws IOException {
    System.out.println(Tally.header());
    Gates gates = new Gates(open());
    gates.generated();
    gates.disguised();
    for (String argument : arguments) {
      Path place = Path.of(argument);
      if (Files.isDirectory(place)) {
        gates.folder(place);
      } else {
        gates.labelled(place);
      }
    }
  }

  /** Counts with the gates as they are by default. */
  static Tally tally() {
    return new Tally(open());
  }

  private static TextInspection open() {
    Map<String, SafetyInspector> inspectors =
        Map.of(
            "injection", new InjectionInspectorProvider().open(StageConfig.none()),
            "invisible", new InvisibleInspectorProvider().open(StageConfig.none()));
    return new TextInspection(new Inspection(inspectors), GatePolicy.DEFAULT);
  }

  private void generated() {
    for (SafetyTexts round : TUNED) {
      byLanguage(round, "tuned on, " + round);
    }
    byLanguage(SafetyTexts.ATTACKS_BORROWED, "held out, ATTACKS_BORROWED");
    for (SafetyTexts harmless : HARMLESS) {
      Tally tally = new Tally(gates);
      harmless.samples(EACH, SEED).forEach(sample -> tally.add(sample.text()));
      print("harmless, " + harmless, tally);
    }
  }

  private void byLanguage(SafetyTexts round, String name) {
    Tally all = new Tally(gates);
    for (String language : LANGUAGES) {
      Tally tally = new Tally(gates);
      round.samples(EACH, SEED).stream()
          .filter(sample -> sample.language().equals(language))
          .forEach(sample -> tally.add(sample.text()));
      print(name + ", " + language, tally);
      all.add(tally);
    }
    print(name + ", all", all);
  }

  private void disguised() {
    Tally all = new Tally(gates);
    for (Obfuscation way : Obfuscation.values()) {
      Random random = new Random(SEED);
      Tally tally = new Tally(gates);
      SafetyTexts.ATTACKS_SIXTH
          .samples(EACH_DISGUISED, SEED)
          .forEach(sample -> tally.add(way.apply(sample.text(), random)));
      print("disguised, " + way, tally);
      all.add(tally);
    }
    print("disguised, all", all);
  }

  private void labelled(Path file) throws IOException {
    Map<String, Tally> tallies = new TreeMap<>();
    ObjectMapper mapper = new ObjectMapper();
    for (String line : Files.readAllLines(file)) {
      JsonNode node = mapper.readTree(line);
      String name = node.path("label").asText() + ", " + node.path("source").asText();
      tallies.computeIfAbsent(name, key -> new Tally(gates)).add(node.path("text").asText());
    }
    tallies.forEach(Gates::print);
  }

  private void folder(Path folder) throws IOException {
    Tally tally = new Tally(gates);
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Gates::isReadable).sorted().toList()) {
        tally.add(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
      }
    }
    print("ordinary, " + folder.getFileName(), tally);
  }

  private static boolean isReadable(Path file) {
    String name = file.getFileName().toString();
    return Files.isRegularFile(file)
        && READABLE.contains(name.substring(name.lastIndexOf('.') + 1));
  }

  private static void print(String name, Tally tally) {
    System.out.println(tally.row(name));
  }
}
