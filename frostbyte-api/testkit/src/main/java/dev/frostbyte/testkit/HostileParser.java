package dev.frostbyte.testkit;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.spi.DocumentParser;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.ElementSink;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.ParseResult;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Does what the document says: a word, then an argument. */
final class HostileParser implements DocumentParser {
  private static final List<Object> KEPT = new ArrayList<>();

  @Override
  public ParseResult parse(
      DocumentSource source, MediaType type, ParseLimits limits, ElementSink sink)
      throws IOException {
    String document = new String(source.stream().readAllBytes(), StandardCharsets.UTF_8);
    int blank = document.indexOf(' ');
    String word = blank < 0 ? document : document.substring(0, blank);
    String argument = blank < 0 ? "" : document.substring(blank + 1);
    return switch (word) {
      case "echo" -> say(argument, sink);
      case "process" -> say(Long.toString(ProcessHandle.current().pid()), sink);
      case "environment" -> say(System.getenv().keySet().toString(), sink);
      case "property" -> say(System.getProperty(argument, ""), sink);
      case "remember" -> remember(argument, sink);
      case "recall" -> say(KEPT.toString(), sink);
      case "flood" -> flood(argument, sink);
      case "partly" -> partly(argument, sink);
      case "connect", "listen", "execute", "read", "write", "permit", "signal" ->
          say(HostileDeeds.attempt(word, argument), sink);
      case "refuse" -> new ParseResult.Refused(Problem.of(ProblemCode.FILE_ENCRYPTED, argument));
      default -> attack(word, argument, sink);
    };
  }

  private static ParseResult attack(String word, String argument, ElementSink sink)
      throws IOException {
    switch (word) {
      case "loop" -> spin();
      case "allocate" -> allocate();
      case "swallow" -> swallow();
      case "exit" -> System.exit(Integer.parseInt(argument));
      case "halt" -> Runtime.getRuntime().halt(Integer.parseInt(argument));
      case "print" -> System.out.println(argument.repeat(1_000));
      case "complain" -> System.err.println(argument.repeat(100_000));
      case "garbage" -> write(argument);
      case "recurse" -> recurse(0);
      case "threads" -> spawn(Integer.parseInt(argument));
      case "fail" -> throw new IllegalStateException(argument);
      case "corrupt" -> throw new IOException(argument);
      case "launch" -> launch(argument);
      default -> throw new IllegalArgumentException("unknown word");
    }
    return say("survived", sink);
  }

  private static ParseResult say(String text, ElementSink sink) throws IOException {
    sink.accept(Block.paragraph(text, List.of()));
    return new ParseResult.Complete(0);
  }

  /** Emits what was said before a bar, then does what the document says after it. */
  private static ParseResult partly(String argument, ElementSink sink) throws IOException {
    String[] parts = argument.split(" \\| ", 2);
    say(parts[0], sink);
    String[] deed = parts[1].split(" ", 2);
    return attack(deed[0], deed.length == 1 ? "" : deed[1], sink);
  }

  private static ParseResult remember(String text, ElementSink sink) throws IOException {
    KEPT.add(text);
    return say("remembered", sink);
  }

  private static ParseResult flood(String count, ElementSink sink) throws IOException {
    long last = Long.parseLong(count);
    for (long number = 0; number < last; number++) {
      sink.accept(Block.paragraph(Long.toString(number), List.of()));
    }
    return new ParseResult.Complete(0);
  }

  @SuppressWarnings("InfiniteLoopStatement")
  private static void spin() {
    while (true) {
      Thread.onSpinWait();
    }
  }

  private static void allocate() {
    List<long[]> kept = new ArrayList<>();
    while (kept.size() < Integer.MAX_VALUE) {
      kept.add(new long[1 << 20]);
    }
  }

  /** Fills the memory and takes no notice of its end. */
  @SuppressWarnings("InfiniteLoopStatement")
  private static void swallow() {
    while (true) {
      try {
        KEPT.add(new long[1 << 20]);
      } catch (OutOfMemoryError e) {
        Thread.onSpinWait();
      }
    }
  }

  private static void write(String text) throws IOException {
    try (FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
      out.write(text.repeat(100).getBytes(StandardCharsets.UTF_8));
    }
  }

  private static int recurse(int depth) {
    return depth < 0 ? depth : recurse(depth + 1) + 1;
  }

  private static void spawn(int count) {
    for (int number = 0; number < count; number++) {
      Thread.ofPlatform().start(HostileParser::spin);
    }
  }

  /** Starts a program that outlives its parent and holds its parent's output open. */
  private static void launch(String program) throws IOException {
    new ProcessBuilder(program.split(" ")).inheritIO().start();
    spin();
  }
}
