package dev.frostbyte.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.audit.AuditEntry;
import dev.frostbyte.api.model.DocumentOutcome;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.core.PipelineLimits;
import dev.frostbyte.core.Query;
import dev.frostbyte.core.TenantSession;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Law 5: what a document does or says reaches no message, log, event or exception. */
class Law5HostileDocumentsIT {
  private static final String MARKER = Samples.MARKER;
  private static final Map<String, ProblemCode> ATTACKS = new LinkedHashMap<>();

  static {
    ATTACKS.put("fail " + MARKER, ProblemCode.PARSER_ERROR);
    ATTACKS.put("corrupt " + MARKER, ProblemCode.FILE_CORRUPTED);
    ATTACKS.put("halt 7", ProblemCode.PARSER_CRASHED);
    ATTACKS.put("exit 0", ProblemCode.PARSER_CRASHED);
    ATTACKS.put("loop " + MARKER, ProblemCode.PARSER_TIMEOUT);
  }

  @TempDir private Path folder = Path.of("replaced by JUnit");
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final StringBuffer logged = new StringBuffer();
  private final PrintStream err = System.err;
  private final PrintStream out = System.out;
  private final Listener listener = new Listener();

  @BeforeEach
  void listen() {
    PrintStream tap = new PrintStream(said, true, StandardCharsets.UTF_8);
    System.setErr(tap);
    System.setOut(tap);
    Logger.getLogger("").addHandler(listener);
    Logger.getLogger("dev.frostbyte").setLevel(Level.ALL);
  }

  @AfterEach
  void stopListening() {
    System.setErr(err);
    System.setOut(out);
    Logger.getLogger("").removeHandler(listener);
    Logger.getLogger("dev.frostbyte").setLevel(null);
  }

  @Test
  void aParserThatIsAttackedEndsInATypedOutcomeThatSaysNothingOfTheDocument() throws IOException {
    int number = 0;
    Path in = Files.createDirectories(folder.resolve("in"));
    for (String attack : ATTACKS.keySet()) {
      Files.writeString(in.resolve(number++ + "-" + MARKER + ".hostile"), attack);
    }
    Files.writeString(in.resolve("x-" + MARKER + ".hostile"), "complain " + MARKER);
    Files.writeString(in.resolve("y-" + MARKER + ".hostile"), "garbage " + MARKER);
    Files.writeString(in.resolve("z.md"), "# Good\n\nThis one is good.\n");
    try (House house = House.Plan.of(folder).limits(shortDeadline()).open();
        TenantSession session = house.session(House.A)) {
      List<DocumentOutcome> outcomes = House.ingest(session, in);
      assertThat(outcomes).hasSize(ATTACKS.size() + 3);
      int at = 0;
      for (ProblemCode code : ATTACKS.values()) {
        assertThat(code(outcomes.get(at++))).isEqualTo(code);
      }
      assertThat(outcomes.getLast()).isInstanceOf(DocumentOutcome.Stored.class);
      outcomes.forEach(outcome -> assertThat(outcome.toString()).doesNotContain(MARKER));
      assertThat(session.search(Query.of("good one")).passages()).isNotEmpty();
      assertQuiet(session);
    }
  }

  @Test
  void aGoodDocumentReachesNoLogEither() throws IOException {
    try (House house = House.open(folder);
        TenantSession session = house.session(House.A)) {
      List<DocumentOutcome> outcomes = House.ingest(session, Samples.marked(folder));
      assertThat(outcomes.getFirst()).isInstanceOf(DocumentOutcome.Stored.class);
      var proof = session.search(Query.of(MARKER));
      assertThat(proof.passages()).isNotEmpty();
      assertThat(proof.toString() + outcomes + session.documents("", 10)).doesNotContain(MARKER);
      assertQuiet(session);
    }
  }

  @Test
  void theListenersHear() {
    Logger.getLogger("dev.frostbyte.it").log(Level.FINE, "heard {0}", MARKER);
    System.err.println("heard " + MARKER);
    assertThat(logged.toString()).contains(MARKER);
    assertThat(said.toString(StandardCharsets.UTF_8)).contains(MARKER);
  }

  private void assertQuiet(TenantSession session) {
    assertThat(logged.toString()).doesNotContain(MARKER);
    assertThat(said.toString(StandardCharsets.UTF_8)).doesNotContain(MARKER);
    for (AuditEntry entry : House.events(session)) {
      assertThat(entry.event().toString()).doesNotContain(MARKER);
      assertThat(new String(entry.payload(), StandardCharsets.ISO_8859_1)).doesNotContain(MARKER);
    }
  }

  private static ProblemCode code(DocumentOutcome outcome) {
    return switch (outcome) {
      case DocumentOutcome.Failed failed -> failed.problem().code();
      case DocumentOutcome.Rejected rejected -> rejected.problem().code();
      default -> throw new AssertionError(outcome.toString());
    };
  }

  private static PipelineLimits shortDeadline() {
    ParseLimits parse = ParseLimits.DEFAULT;
    return new PipelineLimits(
        1 << 20,
        1 << 24,
        4,
        PipelineLimits.DEFAULT.longestReview(),
        new ParseLimits(
            parse.maxPages(),
            parse.maxElements(),
            parse.maxCharacters(),
            parse.maxEntries(),
            parse.maxInflatedBytes(),
            parse.maxInflationRatio(),
            parse.maxDepth(),
            Duration.ofSeconds(10)));
  }

  /** Keeps what is logged, with the messages of causes. */
  private final class Listener extends Handler {
    Listener() {
      setLevel(Level.ALL);
    }

    @Override
    public void publish(LogRecord record) {
      logged.append(record.getMessage()).append(' ');
      Object[] parameters = record.getParameters();
      logged.append(parameters == null ? "" : List.of(parameters).toString());
      for (Throwable t = record.getThrown(); t != null; t = t.getCause()) {
        logged.append(t);
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
