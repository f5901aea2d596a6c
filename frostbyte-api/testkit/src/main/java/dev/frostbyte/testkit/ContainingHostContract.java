package dev.frostbyte.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.spi.ParseResult;
import dev.frostbyte.api.spi.ParserHost;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What a host of parsers must hold besides when it runs them where they can do no harm: a parser
 * that hangs, dies, fills the memory or writes where it should not ends in the right typed result,
 * and the next document parses. Used as {@link ParserHostContract}. One thread.
 */
public abstract class ContainingHostContract extends ParserHostContract {
  /** For the extending class. */
  protected ContainingHostContract() {}

  @Test
  void endsWhatLoopsForEver() throws IOException {
    refuses("loop", SHORT, ProblemCode.PARSER_TIMEOUT);
  }

  @Test
  void endsWhatAllocatesForEver() throws IOException {
    refuses("allocate", LONG, ProblemCode.PARSER_OUT_OF_MEMORY);
  }

  @Test
  void survivesExit() throws IOException {
    refuses("exit 0", LONG, ProblemCode.PARSER_CRASHED);
  }

  @Test
  void survivesHalt() throws IOException {
    refuses("halt 7", LONG, ProblemCode.PARSER_CRASHED);
  }

  @Test
  void handsOverWhatCameBeforeAParserDied() throws IOException {
    Recording recording = new Recording();
    ParseResult ended = run("partly First words. | halt 7", LONG, recording);
    assertThat(((ParseResult.Refused) ended).problem().code())
        .isEqualTo(ProblemCode.PARSER_CRASHED);
    assertThat(recording.blocks()).containsExactly(Block.paragraph("First words.", List.of()));
    parsesTheNext();
  }

  @Test
  void survivesGarbageOnItsOutput() throws IOException {
    refuses("garbage xyzzy", LONG, ProblemCode.PARSER_CRASHED);
  }

  @Test
  void ignoresPrintsOfAParser() throws IOException {
    assertThat(run("print stray", LONG, new Recording())).isEqualTo(new ParseResult.Complete(0));
    assertThat(run("complain stray", LONG, new Recording())).isEqualTo(new ParseResult.Complete(0));
    parsesTheNext();
  }

  @Test
  void outlivesThreadsThatAParserLeftBehind() throws IOException {
    assertThat(run("threads 8", LONG, new Recording())).isEqualTo(new ParseResult.Complete(0));
    parsesTheNext();
  }

  @Test
  void neverServesTwoSeatsFromOnePlace() throws IOException {
    run("remember marker-4711", LONG, new Recording());
    seat().close();
    try (ParserHost.Seat other = host().seat()) {
      Recording recording = new Recording();
      other.parse(task(), text("recall"), limits(LONG, 100), recording);
      assertThat(recording.blocks()).containsExactly(Block.paragraph("[]", List.of()));
    }
  }
}
