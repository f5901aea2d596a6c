package dev.frostbyte.parsers.office;

import dev.frostbyte.api.model.HiddenChannel;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.apache.poi.hwpf.usermodel.CharacterRun;
import org.apache.poi.hwpf.usermodel.Paragraph;

/** The text of a paragraph of an old Word document: what is seen, and what is not. One thread. */
final class DocText {
  /** Half points; below this nobody reads. */
  private static final int SMALLEST = 3;

  private final StringBuilder text = new StringBuilder();
  private final List<HiddenChannel> channels = new ArrayList<>();
  private final List<String> unseen = new ArrayList<>();
  private int pictures;

  /** Fields that are open: true while their instructions are read. */
  private final Deque<Boolean> fields = new ArrayDeque<>();

  void add(Paragraph paragraph) {
    for (int i = 0; i < paragraph.numCharacterRuns(); i++) {
      CharacterRun run = paragraph.getCharacterRun(i);
      String words = words(run);
      Optional<HiddenChannel> hides = hides(run);
      if (hides.isEmpty()) {
        text.append(words);
      } else if (!words.isBlank()) {
        channels.add(hides.get());
        unseen.add(words);
      }
    }
  }

  String visible() {
    return text.toString();
  }

  /** Emits what is hidden and what was left out. */
  void emitRest(Output out) throws IOException {
    for (int i = 0; i < unseen.size(); i++) {
      out.hidden(channels.get(i), unseen.get(i));
    }
    for (int i = 0; i < pictures; i++) {
      out.dropped("image", "NO_TEXT");
    }
  }

  /** Characters with a meaning of their own ([MS-DOC] 2.4.1 and 2.8.25). */
  private String words(CharacterRun run) {
    StringBuilder words = new StringBuilder();
    for (char c : run.text().toCharArray()) {
      switch (c) {
        case 0x13 -> fields.push(true);
        case 0x14 -> result();
        case 0x15 -> fields.poll();
        case 0x01, 0x08 -> pictures += run.isSpecialCharacter() || c == 0x08 ? 1 : 0;
        case 0x0b -> visible(words, "\n");
        case 0x1e -> visible(words, "\u2011");
        case 0x02, 0x05, 0x07, 0x0c, 0x0d, 0x1f, 0x00, 0x03, 0x04 -> {}
        default -> visible(words, String.valueOf(c));
      }
    }
    return words.toString();
  }

  /** What follows in the field that is open is its result, which is seen. */
  private void result() {
    if (fields.poll() != null) {
      fields.push(false);
    }
  }

  private void visible(StringBuilder words, String shown) {
    words.append(fields.contains(true) ? "" : shown);
  }

  private static Optional<HiddenChannel> hides(CharacterRun run) {
    if (run.isMarkedDeleted()) {
      return Optional.of(HiddenChannel.DELETED);
    }
    if (run.isVanished()) {
      return Optional.of(HiddenChannel.MARKED_HIDDEN);
    }
    if (run.getFontSize() < SMALLEST && run.getFontSize() > 0) {
      return Optional.of(HiddenChannel.SIZE);
    }
    int colour = run.getIco24();
    boolean white = colour >= 0 && Contrast.unreadable(swapped(colour), Contrast.WHITE);
    return white && !run.isHighlighted() ? Optional.of(HiddenChannel.COLOUR) : Optional.empty();
  }

  /** Word writes blue first. */
  private static int swapped(int colour) {
    return (colour & 0xff) << 16 | (colour & 0xff00) | (colour >> 16 & 0xff);
  }
}
