package dev.frostbyte.parsers.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.ElementSink;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.ParseResult;
import dev.frostbyte.api.spi.ParserHost;
import dev.frostbyte.api.spi.StageConfig;
import dev.frostbyte.testkit.ParserHostContract;
import dev.frostbyte.testkit.Recording;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InProcessHostTest extends ParserHostContract {
  @Override
  protected ParserHost open() {
    return new InProcessHostProvider().open(StageConfig.none());
  }

  @Test
  void saysThatNothingIsAroundTheParser() {
    assertThat(host().level()).isEqualTo("in-process");
  }

  @Test
  void hasNoSettings() {
    StageConfig config = StageConfig.of(Map.of("sandbox", "locked"));
    assertThatThrownBy(() -> new InProcessHostProvider().open(config))
        .isInstanceOfSatisfying(
            FrostbyteException.class,
            e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.CONFIGURATION_INVALID));
  }

  @Test
  void readsInTheProcessOfTheCaller() throws IOException {
    Recording recording = new Recording();
    run("process", LONG, recording);
    String pid = Long.toString(ProcessHandle.current().pid());
    assertThat(recording.blocks()).containsExactly(Block.paragraph(pid, List.of()));
  }

  @Test
  void refusesWhatWasReadPastItsDeadline() throws IOException {
    refuses("flood 10000000", Duration.ofMillis(1), ProblemCode.PARSER_TIMEOUT);
  }

  @Test
  void anErrorOfTheEngineIsNotTheDocuments() {
    ElementSink broken =
        block -> {
          throw new StackOverflowError();
        };
    assertThatThrownBy(() -> run("echo words", LONG, broken))
        .isInstanceOf(StackOverflowError.class);
  }

  @Test
  void looksAtAFileBeforeItsParserDoes() throws IOException {
    DocumentSource bomb =
        DocumentSource.of(Bombs.docxOfEntries(ParseLimits.DEFAULT.maxEntries() + 1));
    ParseResult result = seat().parse(task(), bomb, ParseLimits.DEFAULT, new Recording());
    assertThat(result)
        .isInstanceOfSatisfying(
            ParseResult.Refused.class,
            refused -> assertThat(refused.problem().message()).contains("maxEntries"));
  }
}
