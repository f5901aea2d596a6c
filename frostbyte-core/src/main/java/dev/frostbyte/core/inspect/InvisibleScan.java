package dev.frostbyte.core.inspect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds invisible characters that do not belong where they stand: joiners and zero-width spaces
 * inside words of scripts that do not use them, long runs, tag characters outside emoji flags, runs
 * of variation selectors, bidirectional controls that turn ASCII text round (Unicode TR 36, Trojan
 * Source). Linear; one thread per call.
 */
final class InvisibleScan {
  private static final int LONG_RUN = 8;
  private static final int RUN = 4;
  private static final int WORD_RUN = 3;
  private static final int MOST = 100;

  private final int[] text;
  private final List<Hit> hits = new ArrayList<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private final List<int[]> splitWords = new ArrayList<>();

  private InvisibleScan(int[] text) {
    this.text = text;
  }

  static List<Hit> scan(String text) {
    InvisibleScan scan = new InvisibleScan(text.codePoints().toArray());
    scan.scanRuns();
    scan.scanBidi();
    scan.addSplitWords();
    scan.hits.sort(Hit.BY_PLACE);
    return List.copyOf(scan.hits);
  }

  private void scanRuns() {
    for (int at = 0; at < text.length; ) {
      int end = at;
      while (end < text.length && Invisible.isAny(text[end])) {
        end++;
      }
      if (end > at) {
        judgeRun(at, end);
      }
      at = Math.max(end, at + 1);
    }
  }

  private void judgeRun(int start, int end) {
    int tags = count(start, end, Invisible::isTag);
    int selectors = count(start, end, Invisible::isSelector);
    int zeroWidth = count(start, end, Invisible::isZeroWidth);
    if (tags > 0 && !Invisible.isFlag(text, start, end)) {
      add("tag", "tag", tags >= WORD_RUN ? 0.9 : 0.5, start, end);
    }
    if (selectors >= WORD_RUN) {
      add("selectors", "invisible", selectors >= LONG_RUN ? 0.9 : 0.5, start, end);
    }
    if (zeroWidth >= RUN) {
      add("run", "invisible", zeroWidth >= LONG_RUN ? 0.75 : 0.4, start, end);
    } else if (zeroWidth + softHyphens(start, end) > 0 && Invisible.insideWord(text, start, end)) {
      splitWords.add(new int[] {start, end});
    }
  }

  private int softHyphens(int start, int end) {
    return count(start, end, codePoint -> codePoint == Invisible.SOFT_HYPHEN);
  }

  private int count(int start, int end, java.util.function.IntPredicate kind) {
    int count = 0;
    for (int at = start; at < end; at++) {
      count += kind.test(text[at]) ? 1 : 0;
    }
    return count;
  }

  /**
   * One split word is an accident of copying, a text full of them is not; soft hyphens count when
   * they part single letters.
   */
  private void addSplitWords() {
    List<int[]> counted = splitWords.stream().filter(split -> !hyphenates(split)).toList();
    double score = counted.size() >= 10 ? 0.6 : counted.size() >= 3 ? 0.4 : 0.15;
    counted.forEach(split -> add("split", "invisible", score, split[0], split[1]));
  }

  private boolean hyphenates(int[] split) {
    return text[split[0]] == Invisible.SOFT_HYPHEN
        && split[1] - split[0] == 1
        && lettersBefore(split[0]) + lettersAfter(split[1]) >= WORD_RUN + 1;
  }

  private int lettersBefore(int at) {
    int letters = 0;
    while (letters < WORD_RUN && at - letters > 0 && Character.isLetter(text[at - letters - 1])) {
      letters++;
    }
    return letters;
  }

  private int lettersAfter(int at) {
    int letters = 0;
    while (letters < WORD_RUN
        && at + letters < text.length
        && Character.isLetter(text[at + letters])) {
      letters++;
    }
    return letters;
  }

  private void scanBidi() {
    for (int at = 0; at < text.length; at++) {
      if (Invisible.opensRightToLeft(text[at])) {
        at = judgeBidi(at) - 1;
      }
    }
  }

  /** One past the controlled text, which a line break ends. */
  private int judgeBidi(int start) {
    int end = start + 1;
    int ascii = 0;
    int rightToLeft = 0;
    while (end < text.length && text[end] != '\n' && !Invisible.closesBidi(text[end])) {
      ascii += text[end] < 0x80 && Character.isLetter(text[end]) ? 1 : 0;
      rightToLeft += Invisible.isRightToLeft(text[end]) ? 1 : 0;
      end++;
    }
    boolean override = text[start] == Invisible.RIGHT_TO_LEFT_OVERRIDE;
    if (ascii >= 2 && (override || rightToLeft == 0)) {
      add(override ? "override" : "embedding", "bidi", override ? 0.85 : 0.5, start, end);
    }
    return end;
  }

  private void add(String rule, String family, double score, int start, int end) {
    String id = "invisible." + rule;
    if (counts.merge(id, 1, Integer::sum) <= MOST) {
      hits.add(new Hit(id, family, score, start, end));
    }
  }
}
