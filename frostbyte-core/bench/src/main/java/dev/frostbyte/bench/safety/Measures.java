package dev.frostbyte.bench.safety;

import dev.frostbyte.bench.safety.hidden.HiddenChannels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Measures of document safety in one table: hostile files, child against process, connections,
 * hidden text, gates. Arguments: the folder of the project, then the folder of the corpus, which
 * may be left out; rows that need it then say so. Ends with 1 when a goal is not met.
 *
 * <pre>{@code
 * java -Xmx512m -cp CLASSPATH dev.frostbyte.bench.safety.Measures . CORPUS
 * }</pre>
 */
public final class Measures {
  private static final String MISSING = "corpus is not there";
  private static final long SEED = 2;
  private static final int EACH = 3;
  private static final Set<String> ORDINARY =
      Set.of("pdf", "docx", "xlsx", "pptx", "odt", "html", "eml", "epub", "csv", "txt", "md");

  /** White text was planted in it on purpose, so calling that hidden is right. */
  private static final String PLANTED = "letter-brightvale-quotation.docx";

  private final List<Measure> rows = new ArrayList<>();
  private final Path project;
  private final List<Path> ordinary = new ArrayList<>();

  private Measures(Path project) {
    this.project = project;
  }

  /** Prints the table. */
  public static void main(String[] arguments) throws IOException {
    Measures measures = new Measures(Path.of(arguments[0]));
    Path corpus = Path.of(arguments.length > 1 ? arguments[1] : "corpus");
    measures.all(corpus);
    System.out.println("| Measure | Figure | Goal | |\n|---|---|---|---|");
    measures.rows.forEach(row -> System.out.println(row.row()));
    System.exit(measures.rows.stream().anyMatch(Measure::failed) ? 1 : 0);
  }

  private void all(Path corpus) throws IOException {
    Path examples = project.resolve("examples/quickstart/src/main/documents");
    ordinary.addAll(documents(examples));
    for (String set : List.of("dp", "icdar", "office", "src", "ua")) {
      ordinary.addAll(documents(corpus.resolve("parsing").resolve(set).resolve("doc")));
    }
    hostile(corpus.resolve("safety/hostile"), examples);
    rows.addAll(SameBytes.measure(ordinary));
    rows.add(Canary.measure());
    hidden();
    rows.addAll(TextGates.generated());
    texts(corpus.resolve("safety/text.jsonl"));
  }

  private void hostile(Path folder, Path examples) throws IOException {
    if (Files.isDirectory(folder)) {
      byte[] good = Files.readAllBytes(examples.resolve("northwind-bank/letter-hr-transfer.docx"));
      rows.addAll(HostileFiles.measure(files(folder), good));
    } else {
      rows.add(Measure.missing("hostile files", MISSING));
    }
  }

  private void hidden() throws IOException {
    try (DocumentReader reader = DocumentReader.here()) {
      HiddenChannels found = HiddenChannels.measure(reader, SEED, EACH, false);
      rows.add(
          Measure.atLeast("hidden texts found and not served", found.share(), found.all(), 0.97));
    }
    rows.add(
        FalseFlags.measure(ordinary.stream().filter(file -> !file.endsWith(PLANTED)).toList()));
  }

  private void texts(Path labelled) throws IOException {
    if (Files.exists(labelled)) {
      rows.addAll(TextGates.labelled(labelled));
    } else {
      rows.add(Measure.missing("business documents and task-like instructions", MISSING));
    }
    String facts = "frostbyte-core/src/test/resources/dev/frostbyte/core/inspect/presidio.tsv";
    rows.add(TextGates.presidio(project.resolve(facts)));
  }

  private static List<Path> documents(Path folder) throws IOException {
    return files(folder).stream()
        .filter(
            file -> {
              String name = file.toString();
              return ORDINARY.contains(name.substring(name.lastIndexOf('.') + 1));
            })
        .toList();
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
