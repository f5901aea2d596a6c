package dev.frostbyte.bench.safety;

import dev.frostbyte.api.model.CanonicalDocument;
import dev.frostbyte.api.model.CodePoints;
import dev.frostbyte.api.model.HiddenChannel;
import dev.frostbyte.api.model.HiddenText;
import dev.frostbyte.core.Workbench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Counts ordinary documents some of whose visible text is called hidden. Where the true text of a
 * document is known, a hidden text is wrong when it is part of it and is not served; where it is
 * not, every text hidden by its look or place counts as wrong.
 */
final class FalseFlags {
  private static final Set<HiddenChannel> BY_LOOK =
      EnumSet.of(
          HiddenChannel.COLOUR,
          HiddenChannel.SIZE,
          HiddenChannel.INVISIBLE,
          HiddenChannel.OFF_PAGE,
          HiddenChannel.COVERED,
          HiddenChannel.MARKED_HIDDEN);
  private static final int LEAST = 8;

  private FalseFlags() {}

  /** Measures; files that cannot be read are not counted. */
  static Measure measure(List<Path> files) throws IOException {
    int all = 0;
    int wrong = 0;
    try (DocumentReader reader = DocumentReader.here()) {
      for (Path file : files) {
        String name = String.valueOf(file.getFileName());
        if (reader.read(name, Files.readAllBytes(file)) instanceof Workbench.Parsed.Read read) {
          all++;
          wrong += isWrong(file, read.document()) ? 1 : 0;
        }
      }
    }
    double share = all == 0 ? 0 : (double) wrong / all;
    return Measure.atMost("ordinary documents with text wrongly called hidden", share, all, 0.01);
  }

  private static boolean isWrong(Path file, CanonicalDocument document) throws IOException {
    String truth = truth(file);
    String served = letters(document.original().value());
    CodePoints hidden = CodePoints.of(document.hidden().value());
    for (HiddenText text : document.hiddenTexts()) {
      String words = letters(hidden.slice(text.span().start(), text.span().end()));
      boolean counted = BY_LOOK.contains(text.channel()) && words.length() >= LEAST;
      boolean seen = truth.isEmpty() || (truth.contains(words) && !served.contains(words));
      if (counted && seen) {
        System.out.println("called hidden, " + text.channel() + ": " + file.getFileName());
        return true;
      }
    }
    return false;
  }

  /** The true text lies beside the folder {@code doc}, in {@code truth}. */
  private static String truth(Path file) throws IOException {
    String name = String.valueOf(file.getFileName());
    String bare = name.substring(0, Math.max(0, name.lastIndexOf('.')));
    Path truth = file.resolveSibling("../truth/" + bare + ".md").normalize();
    return Files.exists(truth) ? letters(Files.readString(truth)) : "";
  }

  private static String letters(String text) {
    return text.replaceAll("[^\\p{L}\\p{N}]+", "").toLowerCase(Locale.ROOT);
  }
}
