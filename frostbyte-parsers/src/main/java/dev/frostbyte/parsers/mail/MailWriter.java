package dev.frostbyte.parsers.mail;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.HiddenChannel;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.spi.ElementSink;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.ParseResult;
import dev.frostbyte.parsers.internal.ExpectedSum;
import dev.frostbyte.parsers.internal.PartParsers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Writes what a reader of a mail sees, in order. Recursion is bounded by the depth of the tree. One
 * thread.
 */
final class MailWriter {
  private static final List<Map.Entry<String, String>> SHOWN =
      List.of(
          Map.entry("from", "From"),
          Map.entry("to", "To"),
          Map.entry("cc", "Cc"),
          Map.entry("date", "Date"));
  private static final Pattern USUAL =
      Pattern.compile(
          "(?i)this is an? [\\w-]*\\s?(?:signed |encrypted )?[\\w-]*\\s?message in mime"
              + " format\\.?");

  private final PartParsers parsers;
  private final ParseLimits limits;
  private final ElementSink sink;
  private final ExpectedSum expected;

  MailWriter(PartParsers parsers, ParseLimits limits, ElementSink sink) {
    this(parsers, limits, sink, new ExpectedSum());
  }

  private MailWriter(
      PartParsers parsers, ParseLimits limits, ElementSink sink, ExpectedSum expected) {
    this.parsers = parsers;
    this.limits = limits;
    this.sink = sink;
    this.expected = expected;
  }

  /** How the reading ends: with what the parts hold by their own counts, and the headers. */
  ParseResult result() {
    return expected.result(0);
  }

  /** A mail with its subject as a heading of this level. */
  void mail(Part mail, int level) throws IOException {
    sink.accept(Block.heading(level, mail.header("subject"), List.of()));
    expected.add(mail.header("subject"));
    int shown = headers(mail);
    for (String text : UnseenHeaders.of(mail)) {
      sink.accept(Block.hidden(HiddenChannel.METADATA, text, List.of()));
      expected.add(text);
    }
    if (mail.headerCount() > shown) {
      sink.accept(new Block.Dropped("mail headers", "NOT_SHOWN", List.of()));
    }
    part(mail, level);
  }

  /** Emits the headers that mail programs show, each a paragraph; how many there are. */
  private int headers(Part mail) throws IOException {
    int count = 0;
    for (Map.Entry<String, String> shown : SHOWN) {
      String value = mail.header(shown.getKey());
      if (!value.isBlank()) {
        count++;
        expected.add(value);
        sink.accept(Block.paragraph(shown.getValue() + ": " + value, List.of()));
      }
    }
    return count;
  }

  private void part(Part part, int level) throws IOException {
    if (!part.beside().isBlank() && !USUAL.matcher(part.beside().strip()).matches()) {
      sink.accept(Block.hidden(HiddenChannel.MARKED_HIDDEN, part.beside(), List.of()));
      expected.add(part.beside());
    }
    if (part.mimeType().equals("multipart/alternative")) {
      alternative(part, level);
    } else if (part.mimeType().startsWith("multipart/")) {
      for (Part child : part.children()) {
        member(child, level);
      }
    } else {
      leaf(part, part.textType(), level);
    }
  }

  private void member(Part part, int level) throws IOException {
    if (part.mimeType().equals("message/rfc822") && !part.children().isEmpty()) {
      mail(part.children().getFirst(), Math.min(9, level + 1));
    } else if (part.isAttachment() && part.children().isEmpty()) {
      attachment(part, level);
    } else {
      part(part, level);
    }
  }

  /** HTML before plain text, as mail programs do; a plain text that says other things is hidden. */
  private void alternative(Part part, int level) throws IOException {
    Part best = null;
    Part plain = null;
    for (Part child : part.children()) {
      boolean text = child.mimeType().equals("text/plain") && child.children().isEmpty();
      plain = text && plain == null ? child : plain;
      best = best == null || !text ? child : best;
    }
    if (best == null) {
      return;
    }
    WordSet seen = new WordSet();
    MailWriter inner = new MailWriter(parsers, limits, block -> pass(block, seen), expected);
    inner.member(best, level);
    if (plain != null && plain != best) {
      compare(plain, seen);
    }
  }

  private void pass(Block block, WordSet seen) throws IOException {
    seen.add(block);
    sink.accept(block);
  }

  private void compare(Part plain, WordSet seen) throws IOException {
    List<Block> others = new ArrayList<>();
    parsers.parse(MediaType.TEXT, plain.unicode(), limits, others::add);
    WordSet words = new WordSet();
    others.forEach(words::add);
    if (seen.holdsMostOf(words)) {
      sink.accept(new Block.Dropped("alternative", "REPEATS_THE_BODY", List.of()));
    } else {
      sink.accept(Block.hidden(HiddenChannel.ALTERNATIVE, words.text(), List.of()));
      expected.add(words.text());
    }
  }

  private void attachment(Part part, int level) throws IOException {
    MediaType type = part.textType();
    String title = "Attachment: " + (part.name().isEmpty() ? part.mimeType() : part.name());
    if (parsers.read(type)) {
      sink.accept(Block.heading(Math.min(9, level + 1), title, List.of()));
      leaf(part, type, level + 1);
    } else {
      sink.accept(Block.paragraph(title, List.of()));
      file(part);
    }
  }

  /** What is a document of its own is handed on; what belongs to the mail's looks is not. */
  private void file(Part part) throws IOException {
    if (part.isDocument()) {
      InputStream bytes = new ByteArrayInputStream(part.bytes());
      sink.acceptFile(part.name(), part.mimeType(), bytes, List.of());
    } else {
      unread(AttachedKind.of(part), "NOT_PARSED_IN_PLACE");
    }
  }

  private void leaf(Part part, MediaType type, int level) throws IOException {
    if (part.bytes().length == 0) {
      return;
    }
    if (!parsers.read(type)) {
      unread("part", "NOT_PARSED_IN_PLACE");
      return;
    }
    ParseResult result =
        parsers.parse(
            type,
            part.unicode(),
            limits,
            block -> sink.accept(PartParsers.deeper(said(block, part), level)));
    switch (result) {
      case ParseResult.Complete complete -> expected.add(complete.expected());
      case ParseResult.Cut cut -> expected.add(cut);
      case ParseResult.Refused refused -> unread("part", refused.problem().code().name());
    }
  }

  private void unread(String kind, String reason) throws IOException {
    expected.addUnread();
    sink.accept(new Block.Dropped(kind, reason, List.of()));
  }

  /** The headers of a part say its encoding before its bytes do. */
  private static Block said(Block block, Part part) {
    return block instanceof Block.Encoded
        ? part.encoding().map(Block.Encoded::new).map(Block.class::cast).orElse(block)
        : block;
  }
}
