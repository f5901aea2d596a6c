package dev.frostbyte.parsers.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.ParseResult;
import dev.frostbyte.api.spi.ParserTask;
import dev.frostbyte.api.spi.StageConfig;
import dev.frostbyte.testkit.HostileParserProvider;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ChildLoopTest {
  private final CompletableFuture<Integer> exit = new CompletableFuture<>();
  private final PipedOutputStream toChild = new PipedOutputStream();
  private final PipedOutputStream fromChild = new PipedOutputStream();
  private final FrameOutput parent = new FrameOutput(toChild);

  @Test
  void servesDocumentsAndLeavesWhenTheParentDoes() throws Exception {
    FrameInput answers = start();
    ask("echo hello", 1 << 20);
    assertThat(BlockDecoder.decode(answers.next().orElseThrow().payload()))
        .isEqualTo(Block.paragraph("hello", java.util.List.of()));
    assertThat(answer(answers)).isEqualTo(new ParseResult.Complete(0));
    ask("fail x", 1 << 20);
    assertThat(code(answers)).isEqualTo(ProblemCode.PARSER_ERROR);
    ask("corrupt x", 1 << 20);
    assertThat(code(answers)).isEqualTo(ProblemCode.FILE_CORRUPTED);
    ask("refuse \u00fcber", 1 << 20);
    assertThat(code(answers)).isEqualTo(ProblemCode.PARSER_ERROR);
    toChild.close();
    assertThat(exit.get(1, TimeUnit.MINUTES)).isZero();
  }

  @Test
  void cutsADocumentWithABlockTooLongForTransit() throws Exception {
    FrameInput answers = start();
    ask("echo " + "x".repeat(2_000), 1_000);
    ParseResult result = answer(answers);
    assertThat(((ParseResult.Cut) result).problem().code()).isEqualTo(ProblemCode.LIMIT_EXCEEDED);
    toChild.close();
  }

  @Test
  void endsAfterAStackOverflow() throws Exception {
    FrameInput answers = start();
    ask("recurse", 1 << 20);
    ResultCodec.Answer answer = ResultCodec.decode(answers.next().orElseThrow().payload());
    assertThat(answer.reusable()).isFalse();
    assertThat(exit.get(1, TimeUnit.MINUTES)).isZero();
    toChild.close();
  }

  @Test
  void leavesWhenTheParentSpeaksAnotherProtocol() {
    ByteArrayInputStream garbage = new ByteArrayInputStream(new byte[100]);
    ChildLoop loop = new ChildLoop(garbage, new ByteArrayOutputStream(), Lock.NONE, code -> {});
    assertThat(loop.serve()).isEqualTo(1);
  }

  @Test
  void leavesWhenATaskIsNoTask() throws Exception {
    start();
    parent.write(new Frame(FrameKind.DATA, new byte[1]));
    parent.flush();
    assertThat(exit.get(1, TimeUnit.MINUTES)).isZero();
  }

  private FrameInput start() throws IOException {
    PipedInputStream in = new PipedInputStream(toChild, 1 << 20);
    PipedInputStream out = new PipedInputStream(fromChild, 1 << 20);
    ChildLoop loop = new ChildLoop(in, fromChild, Lock.SECCOMP, exit::complete);
    Thread.ofPlatform().daemon().start(() -> exit.complete(loop.serve()));
    parent.write(Frame.greeting(FrameKind.HELLO, Lock.NONE));
    parent.flush();
    FrameInput answers = new FrameInput(out);
    Frame ready = answers.next().orElseThrow();
    assertThat(ready.requireGreeting(FrameKind.READY)).isEqualTo(Lock.SECCOMP);
    return answers;
  }

  private void ask(String document, int blockBytes) throws IOException {
    byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
    ParserTask task =
        new ParserTask(
            HostileParserProvider.class.getName(),
            StageConfig.none(),
            new MediaType(HostileParserProvider.TYPE));
    ParseLimits limits = new ParseLimits(9, 9, 9_999, 9, 9, 9, 9, Duration.ofMinutes(1));
    TaskCodec.Order order = new TaskCodec.Order(task, limits, blockBytes, bytes.length);
    parent.write(new Frame(FrameKind.TASK, TaskCodec.encode(order)));
    parent.write(new Frame(FrameKind.DATA, bytes));
    parent.flush();
  }

  private static ParseResult answer(FrameInput answers) throws IOException {
    return ResultCodec.decode(answers.next().orElseThrow().payload()).result();
  }

  private static ProblemCode code(FrameInput answers) throws IOException {
    return ((ParseResult.Refused) answer(answers)).problem().code();
  }
}
