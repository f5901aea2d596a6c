package dev.frostbyte.core.inspect;

import dev.frostbyte.api.model.CodePoints;
import dev.frostbyte.api.model.Finding;
import dev.frostbyte.api.model.HiddenChannel;
import dev.frostbyte.api.model.HiddenText;
import dev.frostbyte.api.model.Span;
import dev.frostbyte.api.spi.InspectionTarget;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Scores hidden text by channel, amount and instructions. Thread-safe. */
final class HiddenJudgement {
  private static final double INSTRUCTION = 0.95;
  private static final double TALK = 0.5;
  private static final double LEAST_HIT = 0.35;
  private static final int PROSE_WORDS = 8;
  private static final int LONG_PROSE_WORDS = 200;
  private static final double PROSE = 0.3;
  private static final double LONG_PROSE = 0.6;
  private static final int MOST = 200;

  private final InstructionScan scan;

  HiddenJudgement(InstructionScan scan) {
    this.scan = scan;
  }

  List<Finding> judge(InspectionTarget target) {
    List<Finding> findings = new ArrayList<>();
    if (target.hidden().isEmpty()) {
      return findings;
    }
    for (Hit hit : scan.scan(target.text().value())) {
      if (hit.score() >= LEAST_HIT) {
        findings.add(instruction(hit, target));
      }
    }
    addProse(target, findings);
    return findings;
  }

  /** An instruction split over several pieces is placed in the first. */
  private static Finding instruction(Hit hit, InspectionTarget target) {
    Span span = Span.of(target.name(), hit.from(), hit.to());
    HiddenChannel channel =
        target.hidden().stream()
            .filter(piece -> piece.span().overlaps(span))
            .map(HiddenText::channel)
            .findFirst()
            .orElse(HiddenChannel.INVISIBLE);
    boolean talk = hit.family().equals("quoted") && !deceives(channel);
    return finding("instruction", channel, "hidden-instruction", talk ? TALK : INSTRUCTION, span);
  }

  private static void addProse(InspectionTarget target, List<Finding> findings) {
    CodePoints text = CodePoints.of(target.text().value());
    Map<HiddenChannel, Integer> words = new EnumMap<>(HiddenChannel.class);
    List<HiddenText> pieces =
        target.hidden().stream().filter(piece -> deceives(piece.channel())).toList();
    for (HiddenText piece : pieces) {
      words.merge(
          piece.channel(),
          words(text.slice(piece.span().start(), piece.span().end())),
          Integer::sum);
    }
    pieces.stream()
        .filter(piece -> words.getOrDefault(piece.channel(), 0) >= PROSE_WORDS)
        .limit(MOST)
        .map(
            piece ->
                finding(
                    "prose",
                    piece.channel(),
                    "hidden-prose",
                    score(words.getOrDefault(piece.channel(), 0)),
                    piece.span()))
        .forEach(findings::add);
  }

  /** From 0.3 at 8 words to 0.6 at 200 and more. */
  private static double score(int words) {
    double part =
        (double) (Math.min(words, LONG_PROSE_WORDS) - PROSE_WORDS)
            / (LONG_PROSE_WORDS - PROSE_WORDS);
    return PROSE + part * (LONG_PROSE - PROSE);
  }

  /** Words of three letters and more. */
  private static int words(String text) {
    int words = 0;
    int letters = 0;
    for (int i = 0; i <= text.length(); i++) {
      boolean letter = i < text.length() && Character.isLetter(text.charAt(i));
      words += !letter && letters >= 3 ? 1 : 0;
      letters = letter ? letters + 1 : 0;
    }
    return words;
  }

  /** Channels that keep text from the eyes of a reader without a word of the format saying so. */
  private static boolean deceives(HiddenChannel channel) {
    return switch (channel) {
      case COLOUR, SIZE, INVISIBLE, OFF_PAGE, COVERED -> true;
      case MARKED_HIDDEN, DELETED, COMMENT, METADATA, ALTERNATIVE, CODE, LINK -> false;
    };
  }

  private static Finding finding(
      String rule, HiddenChannel channel, String family, double score, Span span) {
    String id = "hidden." + rule + "." + channel.name().toLowerCase(Locale.ROOT);
    return new Finding(
        HiddenTextInspectorProvider.NAME, id, family, Finding.Kind.HIDDEN, score, span);
  }
}
