package dev.frostbyte.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A folder that somebody mistyped does not become a home, whatever command they gave. */
class NoHomeTest {
  private static final String DOCUMENT = "doc_0123456789abcdef0123456789abcdef";
  private static final String DECISION = DOCUMENT + " --token rev_0 --reason R";
  private static final String REQUEST = "01890a5d-ac96-774b-bcce-b302099a8057";

  @TempDir private Path folder = Path.of("replaced by JUnit");
  private String err = "";

  @BeforeEach
  void putsSomethingIntoTheFolder() throws IOException {
    Files.writeString(folder.resolve("letter.txt"), "Hello");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tenant list",
        "ingest acme LETTER",
        "documents acme",
        "search acme word",
        "erase acme " + DOCUMENT,
        "rebuild acme",
        "rescan acme",
        "report acme",
        "report acme batch-1",
        "review list acme",
        "review show acme " + DOCUMENT,
        "review approve acme " + DECISION,
        "review reject acme " + DECISION,
        "review release acme " + DECISION,
        "reveal ask acme " + DOCUMENT + " --reason R",
        "reveal list acme",
        "reveal allow acme " + REQUEST + " --reason R",
        "reveal refuse acme " + REQUEST + " --reason R",
        "reveal read acme " + REQUEST,
        "policy acme --flag 0.2",
        "audit acme verify",
        "audit acme list",
        "verify LETTER",
        "witness request acme --out OUT",
        "timestamp request acme --out OUT",
        "audit-key show",
        "audit-key rotate",
        "deployment verify"
      })
  void isRefusedBeforeAnythingIsMade(String command) throws IOException {
    assertThat(cli(command, folder)).as(err).isEqualTo(2);
    assertThat(err).contains("There is no home at " + folder, "--home", "tenant create");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(folder.resolve("letter.txt"));
    }
    Path nowhere = folder.resolve("nowhere");
    assertThat(cli(command, nowhere)).isEqualTo(2);
    assertThat(nowhere).doesNotExist();
    assertThat(folder.resolveSibling(folder.getFileName() + ".keys")).doesNotExist();
  }

  private int cli(String command, Path home) {
    String letter = folder.resolve("letter.txt").toString();
    String out = folder.resolve("out").toString();
    List<String> words = new ArrayList<>();
    for (String word : command.split(" ")) {
      words.add(word.replace("LETTER", letter).replace("OUT", out));
    }
    words.addAll(List.of("--home", home.toString(), "--key-file", folder + ".keys"));
    StringWriter wrong = new StringWriter();
    Terminal terminal = new Terminal(new PrintWriter(wrong), new PrintWriter(wrong), false);
    int exit = Main.run(terminal, new As("ada"), words.toArray(String[]::new));
    terminal.flush();
    err = wrong.toString();
    return exit;
  }
}
