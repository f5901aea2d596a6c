package dev.frostbyte.core.inspect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds instructions to machines in a text of any length: by overlapping windows, each read in all
 * decodings, each reading matched against the grammar. Memory is bounded by the window, time is
 * linear in the text. Thread-safe.
 */
final class InstructionScan {
  static final int WINDOW = 32_768;
  static final int OVERLAP = 1_024;
  private static final double REPORTED = 0.5;
  private static final double FLAGGED = 0.35;
  private static final String QUOTED = "quoted";

  private final Grammar grammar = Grammar.load();
  private final Folding folding = new Folding();
  private final Tokenizer tokenizer = new Tokenizer(grammar.lexicon());
  private final Joiner joiner = new Joiner(grammar.lexicon());
  private final Matcher matcher = new Matcher(grammar);
  private final int mostPerRule;

  /** A scan that reports each rule at most so often per text. */
  InstructionScan(int mostPerRule) {
    this.mostPerRule = mostPerRule;
  }

  /** Hits in order of place, none inside a better one of its family. */
  List<Hit> scan(String text) {
    int[] codePoints = text.codePoints().toArray();
    Collector collector = new Collector(mostPerRule);
    for (int start = 0; start < codePoints.length; start += WINDOW - OVERLAP) {
      int end = Math.min(codePoints.length, start + WINDOW);
      scanWindow(codePoints, View.of(codePoints, start, end), collector);
      if (end == codePoints.length) {
        break;
      }
    }
    return collector.best();
  }

  private void scanWindow(int[] text, View window, Collector collector) {
    View folded = folding.fold(window);
    Reporting reporting = new Reporting(text, grammar);
    match(folded, tokenizer.plain(folded), Decoding.PLAIN, reporting, collector);
    matchWords(joiner.join(folded), Decoding.JOINED, reporting, collector);
    matchWords(
        tokenizer.plain(folding.fold(Decoder.rot13(window))), Decoding.ROT13, reporting, collector);
    matchWords(tokenizer.reversed(folded), Decoding.REVERSED, reporting, collector);
    decoded(window)
        .forEach(
            (decoding, views) ->
                views.forEach(view -> matchDecoded(view, decoding, reporting, collector)));
  }

  private static Map<Decoding, List<View>> decoded(View window) {
    Map<Decoding, List<View>> views = new EnumMap<>(Decoding.class);
    views.put(Decoding.ENTITIES, listed(Decoder.entities(window)));
    views.put(Decoding.PERCENT, listed(Decoder.percent(window)));
    views.put(Decoding.TAGS, listed(Decoder.tags(window)));
    views.put(Decoding.BASE64, Decoder.base64(window));
    return views;
  }

  private static List<View> listed(Optional<View> view) {
    return view.map(List::of).orElseGet(List::of);
  }

  private void matchDecoded(
      View view, Decoding decoding, Reporting reporting, Collector collector) {
    View folded = folding.fold(view);
    match(folded, tokenizer.plain(folded), decoding, reporting, collector);
  }

  private void match(
      View folded, Tokens tokens, Decoding decoding, Reporting reporting, Collector collector) {
    matchWords(tokens, decoding, reporting, collector);
    Delimiters.find(
        folded,
        mark -> {
          boolean reported = reporting.reportedMark(tokens, mark.from(), mark.to());
          collector.add(
              "injection.delimiter",
              "delimiter",
              decoding,
              mark.score(),
              reported,
              mark.from(),
              mark.to());
        });
  }

  private void matchWords(
      Tokens tokens, Decoding decoding, Reporting reporting, Collector collector) {
    matcher.match(
        tokens,
        match ->
            collector.add(
                match.rule().id(),
                match.rule().family(),
                decoding,
                match.score(),
                reporting.reported(tokens, match.first(), match.last()),
                tokens.start(match.first(), match.last()),
                tokens.end(match.first(), match.last())));
  }

  /** Keeps the best hit of each place. One thread. */
  private static final class Collector {
    private final int mostPerRule;
    private final List<Hit> hits = new ArrayList<>();
    private final Map<String, Integer> counts = new HashMap<>();

    Collector(int mostPerRule) {
      this.mostPerRule = mostPerRule;
    }

    void add(
        String rule,
        String family,
        Decoding decoding,
        double score,
        boolean reported,
        int from,
        int to) {
      String id = rule + decoding.suffix() + (reported ? "." + QUOTED : "");
      if (counts.merge(id, 1, Integer::sum) <= mostPerRule) {
        hits.add(
            new Hit(
                id,
                reported ? QUOTED : family,
                reported ? reported(score) : score,
                from,
                Math.max(to, from)));
      }
    }

    /** Half the score, yet a strong pattern that other guards weakened already stays flagged. */
    private static double reported(double score) {
      return Math.max(score * REPORTED, Math.min(score, FLAGGED));
    }

    /** Of hits of one family that overlap the best stays; equal ones by the plainest reading. */
    List<Hit> best() {
      Comparator<Hit> order =
          Comparator.comparingDouble(Hit::score)
              .reversed()
              .thenComparing(hit -> hit.rule().length())
              .thenComparing(Hit.BY_PLACE);
      Map<String, Places> taken = new HashMap<>();
      List<Hit> kept = new ArrayList<>();
      for (Hit hit : hits.stream().sorted(order).toList()) {
        if (taken
            .computeIfAbsent(hit.family(), family -> new Places())
            .claim(hit.from(), hit.to())) {
          kept.add(hit);
        }
      }
      kept.sort(Hit.BY_PLACE);
      return kept;
    }
  }
}
