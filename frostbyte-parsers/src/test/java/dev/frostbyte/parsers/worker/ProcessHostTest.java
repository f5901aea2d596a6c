package dev.frostbyte.parsers.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.ParseResult;
import dev.frostbyte.api.spi.ParserHost;
import dev.frostbyte.api.spi.ParserTask;
import dev.frostbyte.api.spi.StageConfig;
import dev.frostbyte.testkit.ContainingHostContract;
import dev.frostbyte.testkit.Recording;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProcessHostTest extends ContainingHostContract {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Override
  protected ParserHost open() throws IOException {
    return new ProcessHostProvider()
        .open(StageConfig.of(Map.of("heapMegabytes", "64", "documentsPerChild", "3")));
  }

  @Test
  void refusesUnknownKeysAndImpossibleNumbers() {
    for (Map<String, String> wrong :
        List.of(
            Map.of("heap", "64"),
            Map.of("children", "0"),
            Map.of("startup", "PT0S"),
            Map.of("sandbox", "strong"))) {
      assertThatThrownBy(() -> new ProcessHostProvider().open(StageConfig.of(wrong)))
          .isInstanceOfSatisfying(
              FrostbyteException.class,
              e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.CONFIGURATION_INVALID));
    }
  }

  @Test
  void handsTheChildNothingOfTheEnvironment() throws IOException {
    assertThat(said("environment")).isIn("[]", "[LC_ALL]", "[SystemRoot]");
  }

  @Test
  void givesTheChildFixedLocaleZoneAndAFolderOfItsOwn() throws IOException {
    assertThat(said("property user.timezone")).isEqualTo("UTC");
    assertThat(said("property user.language")).isEqualTo("en");
    assertThat(said("property java.awt.headless")).isEqualTo("true");
    Path folder = Path.of(said("property java.io.tmpdir"));
    assertThat(folder).isDirectory();
    seat().close();
    assertThat(folder).doesNotExist();
  }

  @Test
  void replacesAChildAfterItsShareOfDocuments() throws IOException {
    String first = said("process");
    assertThat(said("process")).isEqualTo(first);
    assertThat(said("process")).isEqualTo(first);
    assertThat(said("process")).isNotEqualTo(first);
  }

  @Test
  void replacesAChildThatKeepsThreads() throws IOException {
    String first = said("process");
    run("threads 2", MINUTE, new Recording());
    assertThat(said("process")).isNotEqualTo(first);
  }

  @Test
  void neverHandsAChildToAnotherSeatAndEndsItWithItsOwn() throws IOException {
    String first = said("process");
    try (ParserHost.Seat other = host().seat()) {
      Recording recording = new Recording();
      other.parse(task(), text("process"), limits(MINUTE, 10), recording);
      assertThat(recording.blocks()).doesNotContain(Block.paragraph(first, List.of()));
    }
    seat().close();
    assertThat(ProcessHandle.of(Long.parseLong(first)).filter(ProcessHandle::isAlive)).isEmpty();
  }

  @Test
  void endsTheLongestIdleChildWhenAnotherSeatNeedsOne() throws IOException {
    String first = said("process");
    try (ParserHost.Seat second = host().seat();
        ParserHost.Seat third = host().seat()) {
      second.parse(task(), text("echo"), limits(MINUTE, 10), new Recording());
      third.parse(task(), text("echo"), limits(MINUTE, 10), new Recording());
      assertThat(children()).hasSize(3).doesNotContain(Long.parseLong(first));
    }
  }

  @Test
  void keepsOneSpareAndLeavesNoChildBehind() throws IOException {
    said("process");
    List<Long> ids = children();
    assertThat(ids).hasSize(2);
    host().close();
    for (long id : ids) {
      assertThat(ProcessHandle.of(id).filter(ProcessHandle::isAlive)).isEmpty();
    }
  }

  @Test
  void killsWhatAParserLaunchedEvenWhenItHoldsTheOutput() throws IOException {
    assumeThat(new File("/bin/sleep")).as("this test needs /bin/sleep").exists();
    ParseLimits limits = limits(Duration.ofSeconds(3), 10);
    DocumentSource launch = text("launch /bin/sleep 600");
    try (ParserHost open =
            new ProcessHostProvider().open(StageConfig.of(Map.of("sandbox", "plain")));
        ParserHost.Seat seat = open.seat()) {
      ParseResult result = seat.parse(task(), launch, limits, new Recording());
      assertThat(((ParseResult.Refused) result).problem().code())
          .isEqualTo(ProblemCode.PARSER_TIMEOUT);
      assertThat(seat.parse(task(), text("echo next"), limits, new Recording()))
          .isEqualTo(new ParseResult.Complete(0));
    }
  }

  @Test
  void runsSeveralDocumentsOfOneSeatAtOnce() throws Exception {
    CountDownLatch both = new CountDownLatch(2);
    Thread[] threads = new Thread[2];
    for (int i = 0; i < 2; i++) {
      threads[i] = Thread.ofPlatform().start(() -> meet(both));
    }
    assertThat(both.await(1, TimeUnit.MINUTES)).isTrue();
    for (Thread thread : threads) {
      thread.join();
    }
  }

  @Test
  void endsARunningDocumentWhenItsSeatCloses() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    Thread closer =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    running.await();
                    seat().close();
                  } catch (IOException | InterruptedException e) {
                    throw new AssertionError(e);
                  }
                });
    assertThatThrownBy(() -> run("flood 100000000", MINUTE, block -> running.countDown()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("closed");
    closer.join();
  }

  @Test
  void letsTheFailureOfTheSourcePassAndRefusesAWrongLength() throws IOException {
    ParseLimits limits = limits(MINUTE, 10);
    assertThatThrownBy(() -> seat().parse(task(), failing(), limits, new Recording()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("seal broken");
    assertThatThrownBy(() -> seat().parse(task(), lying(3), limits, new Recording()))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> seat().parse(task(), lying(30), limits, new Recording()))
        .isInstanceOf(IOException.class);
    parsesTheNext();
  }

  @Test
  void refusesADocumentThatNoArrayHolds() throws IOException {
    ParseResult result = seat().parse(task(), lying(1L << 31), limits(MINUTE, 10), new Recording());
    assertThat(((ParseResult.Refused) result).problem().code())
        .isEqualTo(ProblemCode.SIZE_EXCEEDED);
  }

  @Test
  void runsOutOfMemoryInTheChildWhenTheDocumentIsTooLarge() throws IOException {
    DocumentSource large = DocumentSource.of(new byte[100 << 20]);
    ParseResult result = seat().parse(task(), large, limits(MINUTE, 10), new Recording());
    assertThat(((ParseResult.Refused) result).problem().code())
        .isEqualTo(ProblemCode.PARSER_OUT_OF_MEMORY);
    parsesTheNext();
  }

  @Test
  void endsAParserThatCatchesTheEndOfItsMemory() throws IOException {
    refuses("swallow", MINUTE, ProblemCode.PARSER_OUT_OF_MEMORY);
  }

  @Test
  void refusesAProviderTheChildDoesNotHave() throws IOException {
    ParserTask unknown =
        new ParserTask("example.Missing", StageConfig.none(), new MediaType("text/x-missing"));
    ParseResult result = seat().parse(unknown, text("x"), limits(MINUTE, 10), new Recording());
    assertThat(((ParseResult.Refused) result).problem().code())
        .isEqualTo(ProblemCode.PLUGIN_UNKNOWN);
  }

  @Test
  void startsNothingBeforeTheFirstSeat() throws IOException {
    try (ParserHost fresh = open()) {
      assertThat(((ProcessHost) fresh).pool().ids()).isEmpty();
    }
  }

  @Test
  void childEndsWhenItsParentIsGoneEvenWhileParsing() throws Exception {
    Path folder = TempFolder.make();
    Process child = new ChildCommand(ProcessHostConfig.DEFAULT, new Launcher.Plain()).start(folder);
    FrameOutput out = new FrameOutput(child.getOutputStream());
    byte[] document = "loop".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    out.write(Frame.greeting(FrameKind.HELLO, Lock.NONE));
    out.write(
        new Frame(
            FrameKind.TASK,
            TaskCodec.encode(new TaskCodec.Order(task(), limits(MINUTE, 10), 1 << 20, 4))));
    out.write(new Frame(FrameKind.DATA, document));
    out.flush();
    new FrameInput(child.getInputStream()).next().orElseThrow().requireGreeting(FrameKind.READY);
    child.getOutputStream().close();
    assertThat(child.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(Files.exists(folder)).isFalse();
  }

  private void meet(CountDownLatch both) {
    try {
      run(
          "echo here",
          MINUTE,
          block -> {
            both.countDown();
            awaitQuietly(both);
          });
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String said(String document) throws IOException {
    Recording recording = new Recording();
    assertThat(run(document, MINUTE, recording)).isEqualTo(new ParseResult.Complete(0));
    return ((Block.Paragraph) recording.blocks().getFirst()).text().value();
  }

  private List<Long> children() {
    return ((ProcessHost) host()).pool().ids();
  }

  private static DocumentSource failing() {
    return new OddSource(4) {
      @Override
      public InputStream stream() {
        throw new IllegalStateException("seal broken");
      }
    };
  }

  private static DocumentSource lying(long size) {
    return new OddSource(size);
  }
}
