package dev.frostbyte.parsers.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.ParseResult;
import dev.frostbyte.api.spi.ParserTask;
import dev.frostbyte.api.spi.StageConfig;
import dev.frostbyte.testkit.Recording;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class ProtocolTest {
  @Example
  void readsFramesBackInOrder() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    FrameOutput out = new FrameOutput(bytes);
    byte[] message = new byte[3 * Frame.MAX_PAYLOAD];
    out.write(Frame.greeting(FrameKind.HELLO, Lock.NONE));
    out.writeLong(FrameKind.BLOCK_PART, FrameKind.BLOCK, message);
    out.flush();
    FrameInput in = new FrameInput(new ByteArrayInputStream(bytes.toByteArray()));
    in.next().orElseThrow().requireGreeting(FrameKind.HELLO);
    assertThat(in.next().orElseThrow().kind()).isEqualTo(FrameKind.BLOCK_PART);
    assertThat(in.next().orElseThrow().kind()).isEqualTo(FrameKind.BLOCK_PART);
    assertThat(in.next().orElseThrow().kind()).isEqualTo(FrameKind.BLOCK);
    assertThat(in.next()).isEmpty();
  }

  @Property(tries = 3_000)
  void answersAnyStreamWithFramesOrAnError(@ForAll byte[] bytes) {
    FrameInput in = new FrameInput(new ByteArrayInputStream(bytes));
    try {
      int frames = 0;
      while (in.next().isPresent()) {
        frames++;
      }
      assertThat(frames * Frame.HEADER).isLessThanOrEqualTo(bytes.length);
    } catch (IOException e) {
      assertThat(e.getMessage()).isNotNull();
    }
  }

  @Example
  void refusesLongFramesWrongNumbersAndUnknownKinds() {
    assertMalformed(frame(Frame.MAX_PAYLOAD + 1, 0, 0));
    assertMalformed(frame(-1, 0, 0));
    assertMalformed(frame(0, 0, 1));
    assertMalformed(frame(0, 99, 0));
  }

  @Example
  void refusesAnotherProtocolVersion() {
    WireWriter greeting = new WireWriter();
    greeting.putInt(Frame.MAGIC);
    greeting.putInt(Frame.VERSION + 1);
    Frame newer = new Frame(FrameKind.READY, greeting.bytes());
    assertThatThrownBy(() -> newer.requireGreeting(FrameKind.READY))
        .isInstanceOf(MalformedFrameException.class);
  }

  @Property(tries = 3_000)
  void answersAnyResultWithATypedAnswer(@ForAll byte[] bytes) {
    try {
      assertThat(ResultCodec.decode(bytes)).isNotNull();
    } catch (MalformedFrameException e) {
      assertThat(e).hasMessageStartingWith("malformed frame");
    }
  }

  @Property(tries = 3_000)
  void answersAnyTaskWithATypedAnswer(@ForAll byte[] bytes) {
    try {
      assertThat(TaskCodec.decode(bytes)).isNotNull();
    } catch (MalformedFrameException e) {
      assertThat(e).hasMessageStartingWith("malformed frame");
    }
  }

  @Example
  void carriesTasksAndResults() throws IOException {
    ParserTask task =
        new ParserTask("a.B", StageConfig.of(Map.of("k", "v", "l", "w")), MediaType.PDF);
    TaskCodec.Order order = new TaskCodec.Order(task, ParseLimits.DEFAULT, 7, 8);
    assertThat(TaskCodec.decode(TaskCodec.encode(order))).isEqualTo(order);
    Problem problem = Problem.of(ProblemCode.LIMIT_EXCEEDED, "cut");
    for (ParseResult result :
        List.of(
            new ParseResult.Complete(3),
            new ParseResult.Cut(2, problem),
            new ParseResult.Refused(problem))) {
      ResultCodec.Answer answer = new ResultCodec.Answer(result, true);
      assertThat(ResultCodec.decode(ResultCodec.encode(answer))).isEqualTo(answer);
    }
  }

  @Example
  void refusesProblemsThatNoParserCanHaveOrThatCarryText() {
    for (Problem forged :
        List.of(
            Problem.of(ProblemCode.INTEGRITY_BROKEN, "x"),
            Problem.of(ProblemCode.FILE_CORRUPTED, "l\u00e4nger"),
            Problem.of(ProblemCode.FILE_CORRUPTED, "x".repeat(301)),
            new Problem(ProblemCode.FILE_CORRUPTED, "x", "two\nlines"))) {
      byte[] bytes =
          ResultCodec.encode(new ResultCodec.Answer(new ParseResult.Refused(forged), true));
      assertThatThrownBy(() -> ResultCodec.decode(bytes))
          .isInstanceOf(MalformedFrameException.class);
    }
  }

  @Example
  void takesNoMoreThanTheLimitsAllow() throws IOException {
    Recording recording = new Recording();
    ParseLimits limits = new ParseLimits(1, 2, 10, 1, 1, 1, 1, java.time.Duration.ofMinutes(1));
    Reception reception = new Reception(limits, 100, recording);
    Frame five = block("fives");
    assertThat(reception.take(five)).isEqualTo(Optional.empty());
    assertThat(reception.take(five)).isEqualTo(Optional.empty());
    assertThatThrownBy(() -> reception.take(five)).isInstanceOf(MalformedFrameException.class);
    assertThat(recording.blocks()).hasSize(2);
    Reception other = new Reception(limits, 100, recording);
    assertThatThrownBy(() -> other.take(block("eleven letters")))
        .isInstanceOf(MalformedFrameException.class);
    Reception third = new Reception(limits, 100, recording);
    Frame part = new Frame(FrameKind.BLOCK_PART, new byte[60]);
    third.take(part);
    assertThatThrownBy(() -> third.take(part)).isInstanceOf(MalformedFrameException.class);
    assertThatThrownBy(() -> third.take(Frame.greeting(FrameKind.READY, Lock.NONE)))
        .isInstanceOf(MalformedFrameException.class);
  }

  private static Frame block(String text) {
    return new Frame(FrameKind.BLOCK, BlockEncoder.encode(Block.paragraph(text, List.of())));
  }

  private static byte[] frame(int length, int kind, int number) {
    WireWriter writer = new WireWriter();
    writer.putInt(length);
    writer.putByte(kind);
    writer.putInt(number);
    return writer.bytes();
  }

  private static void assertMalformed(byte[] bytes) {
    assertThatThrownBy(() -> new FrameInput(new ByteArrayInputStream(bytes)).next())
        .isInstanceOf(MalformedFrameException.class);
  }
}
