package dev.frostbyte.probe;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.ParseResult;
import dev.frostbyte.api.spi.ParserHost;
import dev.frostbyte.api.spi.ParserTask;
import dev.frostbyte.api.spi.StageConfig;
import dev.frostbyte.parsers.worker.ProcessHostProvider;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Parses one page in a child and says what came back; with a number, also measures that often. */
public final class HostProbe {
  private static final byte[] PAGE =
      "<h1>Title</h1><p>Some words.</p>".getBytes(StandardCharsets.UTF_8);

  private HostProbe() {}

  /** Argument: how often to measure; none measures nothing. */
  public static void main(String[] arguments) throws IOException {
    try (ParserHost host = open(1);
        ParserHost.Seat seat = host.seat()) {
      System.out.println("result=" + parse(seat) + " " + host.level());
    }
    if (arguments.length > 0) {
      measure(Integer.parseInt(arguments[0]));
    }
  }

  private static ParserHost open(int spares) throws IOException {
    StageConfig config = StageConfig.of(Map.of("spares", Integer.toString(spares)));
    return new ProcessHostProvider().open(config);
  }

  private static String parse(ParserHost.Seat seat) throws IOException {
    List<Block> blocks = new ArrayList<>();
    ParserTask task =
        new ParserTask(
            "dev.frostbyte.parsers.web.HtmlParserProvider", StageConfig.none(), MediaType.HTML);
    ParseResult result =
        seat.parse(task, DocumentSource.of(PAGE), ParseLimits.DEFAULT, blocks::add);
    return result.getClass().getSimpleName() + blocks.size();
  }

  /** A warm document, and the first document of a new tenant with and without a spare. */
  private static void measure(int rounds) throws IOException {
    try (ParserHost host = open(1);
        ParserHost.Seat seat = host.seat()) {
      parse(seat);
      report("document, child of the seat", rounds, () -> timed(seat));
    }
    try (ParserHost host = open(1)) {
      report("first document of a new seat, spare ready", rounds, () -> first(host, 3_000));
    }
    try (ParserHost host = open(0)) {
      report("first document of a new seat, no spare", rounds, () -> first(host, 0));
    }
    try (ParserHost host = open(0)) {
      report("closing a seat with its child", rounds, () -> closing(host));
    }
  }

  private static long first(ParserHost host, long rest) throws IOException {
    try (ParserHost.Seat seat = host.seat()) {
      pause(rest);
      return timed(seat);
    }
  }

  private static long closing(ParserHost host) throws IOException {
    ParserHost.Seat seat = host.seat();
    parse(seat);
    long from = System.nanoTime();
    seat.close();
    return System.nanoTime() - from;
  }

  private static long timed(ParserHost.Seat seat) throws IOException {
    long from = System.nanoTime();
    parse(seat);
    return System.nanoTime() - from;
  }

  private static void report(String what, int rounds, Step step) throws IOException {
    List<Long> times = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      times.add(step.run() / 10_000);
    }
    times.sort(null);
    System.out.println(
        what
            + ": best "
            + times.getFirst() / 100.0
            + " ms, median "
            + times.get(rounds / 2) / 100.0
            + " ms");
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private interface Step {
    long run() throws IOException;
  }
}
