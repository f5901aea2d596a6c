package dev.frostbyte.parsers.ocr;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.Evidence;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.spi.DocumentParser;
import dev.frostbyte.api.spi.ParseResult;
import dev.frostbyte.api.spi.StageConfig;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TesseractTest {
  /** Where Debian and most others put it. */
  private static final Path USUAL = Path.of("/usr/bin/tesseract");

  private static final BufferedImage PROSE =
      Picture.lines(
          "The supplier delivers the goods to the warehouse",
          "of the buyer, who pays within thirty days.");
  private static final String SAYS =
      "The supplier delivers the goods to the warehouse of the buyer, who pays within thirty days.";
  private static final String HEAD =
      "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n";

  @TempDir private Path folder = Path.of("replaced by JUnit");

  @Test
  void readsAParagraphWhereTheProgramIsInstalled() throws IOException {
    try (DocumentParser parser = installed(Map.of())) {
      List<Block> blocks = Picture.blocks(parser, Picture.PNG, Picture.png(PROSE));
      assertThat(Picture.seen(blocks)).isEqualTo(SAYS);
      assertThat(((Block.Noted) blocks.getFirst()).evidence().basis())
          .isEqualTo(Evidence.Basis.OCR);
      assertThat(parser.fingerprint()).matches("tesseract 5\\S* eng:[0-9a-f]{16}");
    }
  }

  @Test
  void readsAPageThatLiesAskew() throws IOException {
    try (DocumentParser parser = installed(Map.of())) {
      byte[] askew = Picture.png(Picture.turned(PROSE, 2));
      assertThat(Picture.seen(Picture.blocks(parser, Picture.PNG, askew))).isEqualTo(SAYS);
    }
  }

  @Test
  void saysThatABlankPageHoldsNoText() throws IOException {
    try (DocumentParser parser = installed(Map.of())) {
      byte[] blank = Picture.png(Picture.of(200, 100));
      assertThat(Picture.seen(Picture.blocks(parser, Picture.PNG, blank)))
          .isEqualTo("[page-image NO_TEXT]");
    }
  }

  @Test
  void refusesALanguageThatItHasNoDataFor() {
    refused(() -> installed(Map.of("languages", "eng+tlh")), "no data for 'tlh'; there are: [eng");
  }

  @Test
  void isNeverLookedFor() {
    refused(() -> open(Map.of()), "must be the absolute path");
    refused(() -> open(Map.of("program", "tesseract")), "must be the absolute path");
    refused(
        () -> open(Map.of("program", folder.resolve("none").toString())),
        "no file that can be run");
    refused(() -> open(Map.of("program", folder.toString())), "no file that can be run");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "eng+", "../eng", "eng deu", "-l", "eng\n"})
  void refusesNamesOfLanguagesThatAreNone(String languages) {
    refused(() -> open(Map.of("program", "/bin/true", "languages", languages)), "languages");
  }

  @Test
  void refusesAProgramThatIsNoTesseract() throws IOException {
    String other = script("echo hello", "echo hello");
    refused(() -> open(Map.of("program", other)), "no Tesseract 5 or newer");
  }

  @Test
  void endsAPageThatTakesTooLong() throws IOException {
    assertThat(refusal("sleep 60", Map.of("pageTime", "PT0.3S")))
        .isEqualTo(ProblemCode.PARSER_TIMEOUT);
  }

  @Test
  void countsTheTimeOfAnswerAndEndTogether() throws IOException {
    assertThat(refusal("sleep 2; exec >&-; sleep 2", Map.of("pageTime", "PT3S")))
        .isEqualTo(ProblemCode.PARSER_TIMEOUT);
  }

  @Test
  void refusesWhatAProgramThatFailsLeavesBehind() throws IOException {
    assertThat(refusal("exit 7", Map.of())).isEqualTo(ProblemCode.PARSER_ERROR);
    assertThat(refusal("echo head; echo no table", Map.of())).isEqualTo(ProblemCode.PARSER_ERROR);
    assertThat(refusal("yes | head -c 20000000", Map.of())).isEqualTo(ProblemCode.PARSER_ERROR);
  }

  @Test
  void startsTheProgramWithAnEmptyEnvironment() throws IOException {
    Path seen = folder.resolve("environment");
    refusal("/usr/bin/env > '" + seen + "'; exit 1", Map.of());
    assertThat(Files.readAllLines(seen))
        .contains("LC_ALL=C", "OMP_THREAD_LIMIT=1")
        .allMatch(line -> line.matches("(LC_ALL|OMP_THREAD_LIMIT|PWD|_|SHLVL)=.*"));
  }

  @Test
  void takesPlaceAndConfidenceOfEveryWord() throws IOException {
    String table =
        HEAD
            + "1\t1\t0\t0\t0\t0\t0\t0\t625\t150\t-1\t\n"
            + "5\t1\t1\t1\t1\t1\t10\t20\t40\t10\t90\tTotal\n"
            + "5\t1\t1\t1\t1\t2\t60\t18\t40\t14\t60.5\tof 7\n"
            + "5\t1\t1\t1\t1\t3\t70\t18\t4\t14\t95\t \n"
            + "5\t1\t1\t1\t2\t1\t10\t40\t50\t10\t80\t\"rent\"\n";
    List<Line> lines = TesseractTable.lines(table, page());
    assertThat(lines).extracting(Line::text).containsExactly("Total of 7", "\"rent\"");
    Line first = lines.getFirst();
    assertThat(first.box().left()).isEqualTo(10);
    assertThat(first.box().bottom()).isEqualTo(32);
    assertThat(first.words().getLast().from()).isEqualTo(50f / 90);
    assertThat(first.confidence())
        .isCloseTo((5 * 0.9f + 4 * 0.605f) / 9, org.assertj.core.data.Offset.offset(0.001f));
  }

  @ParameterizedTest
  @ValueSource(strings = {"5\t1\t1", "x\t1", "5\t1\t1\t1\t1\t1\ta\t20\t40\t10\t90\tTotal", ""})
  void refusesATableThatIsNone(String row) {
    assertThatThrownBy(() -> TesseractTable.lines(HEAD + row + "\n", page()))
        .isInstanceOfSatisfying(
            RefusedException.class,
            e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.PARSER_ERROR));
  }

  private static Pixels page() {
    return GreyImage.of(PROSE);
  }

  /** The code a page is refused with where the program is a script that answers so to a page. */
  private ProblemCode refusal(String page, Map<String, String> more) throws IOException {
    Map<String, String> config = new java.util.HashMap<>(more);
    config.put("program", script(page));
    try (DocumentParser parser = open(config)) {
      ParseResult result =
          Picture.parse(parser, Picture.PNG, Picture.png(PROSE), new ArrayList<>());
      return ((ParseResult.Refused) result).problem().code();
    }
  }

  /** A program that answers what it is asked first as Tesseract does. */
  private String script(String page) throws IOException {
    Files.writeString(folder.resolve("eng.traineddata"), "data");
    return script("echo 'List of available languages in \"" + folder + "\" (1):'; echo eng", page);
  }

  private String script(String languages, String page) throws IOException {
    Path shell = Path.of("/bin/sh");
    assumeThat(Files.isExecutable(shell)).as("a shell is at " + shell).isTrue();
    Path script = folder.resolve("program");
    String text =
        """
        #!/bin/sh
        case "$1" in
        --list-langs) %s ;;
        --version) echo 'tesseract 5.0.0' ;;
        *) %s ;;
        esac
        """;
    Files.write(script, text.formatted(languages, page).getBytes(UTF_8));
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    return script.toString();
  }

  private static DocumentParser installed(Map<String, String> more) {
    assumeThat(Files.isExecutable(USUAL)).as("Tesseract is installed at " + USUAL).isTrue();
    Map<String, String> config = new java.util.HashMap<>(more);
    config.put("program", USUAL.toString());
    return open(config);
  }

  private static DocumentParser open(Map<String, String> config) {
    return new TesseractParserProvider().open(StageConfig.of(config));
  }

  private static void refused(Runnable opening, String why) {
    assertThatThrownBy(opening::run)
        .isInstanceOfSatisfying(
            FrostbyteException.class,
            e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.CONFIGURATION_INVALID))
        .hasMessageContaining(why);
  }
}
