package dev.frostbyte.bench.safety.hidden;

import dev.frostbyte.bench.safety.DocumentReader;
import dev.frostbyte.core.Workbench;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Measures how much hidden text is found: documents of every {@link Channel} are drawn by a seed
 * and read in this JVM by the parsers that come with the library. A specimen counts as found when
 * its shown text is served, no word of its secret is, and the secret is evidence of a proper
 * channel, on its page; characters that hide or disguise, when the gates flag the document and none
 * of those nobody sees is served. Arguments: the seed (1 unless given), and how many documents of
 * each way (3 unless given).
 */
public final class HiddenChannels {
  private final GateJudgement gates = new GateJudgement();
  private final List<String> missed = new ArrayList<>();
  private int all;
  private int good;

  private HiddenChannels() {}

  /** Prints a row for each channel, then the ways that were missed. */
  public static void main(String[] arguments) throws IOException {
    long seed = arguments.length > 0 ? Long.parseLong(arguments[0]) : 1;
    int each = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
    try (DocumentReader reader = DocumentReader.here()) {
      HiddenChannels found = measure(reader, seed, each, true);
      found.missed.forEach(System.out::println);
      System.out.printf(Locale.ROOT, "all: %d of %d, %.3f%n", found.good, found.all, found.share());
    }
  }

  /**
   * Reads specimens of all channels.
   *
   * @param each documents of one way
   * @param aloud whether a row is printed for each channel
   */
  public static HiddenChannels measure(DocumentReader reader, long seed, int each, boolean aloud)
      throws IOException {
    HiddenChannels found = new HiddenChannels();
    for (Channel channel : Channels.all()) {
      int before = found.good;
      List<Specimen> specimens = channel.specimens(each, seed);
      for (Specimen specimen : specimens) {
        found.add(specimen, found.judge(reader, specimen));
      }
      if (aloud) {
        String name = channel.format() + ", " + channel.name();
        System.out.printf("%-32s %4d of %4d%n", name, found.good - before, specimens.size());
      }
    }
    return found;
  }

  /** Share of the specimens that were found, 0 to 1. */
  public double share() {
    return all == 0 ? 0 : (double) good / all;
  }

  /** How many specimens there were. */
  public int all() {
    return all;
  }

  private void add(Specimen specimen, Judgement judgement) {
    all++;
    good += judgement.good() ? 1 : 0;
    if (!judgement.good()) {
      Channel channel = specimen.channel();
      missed.add(
          channel.format()
              + ", "
              + channel.name()
              + ", "
              + specimen.name()
              + ": "
              + judgement.word());
    }
  }

  private Judgement judge(DocumentReader reader, Specimen specimen) throws IOException {
    return switch (reader.read(specimen.name(), specimen.bytes())) {
      case Workbench.Parsed.Read read ->
          specimen.channel().proper().isEmpty()
              ? gates.of(specimen, read.document())
              : Judgement.of(specimen, read.document());
      case Workbench.Parsed.Refused refused -> Judgement.UNREAD;
    };
  }
}
