package dev.frostbyte.parsers.office;

import dev.frostbyte.api.model.Block.Furniture.Role;
import dev.frostbyte.api.model.HiddenChannel;
import dev.frostbyte.api.model.TextEncoding;
import dev.frostbyte.api.spi.BudgetReachedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/** Reads RTF token by token, without recursion. One thread. */
final class RtfReader {
  /** Stands for half a character. */
  private static final String UNREADABLE = "\ufffd";

  private final RtfLexer lexer;
  private final Output out;
  private final int deepest;
  private final RtfTables tables = new RtfTables();
  private final RtfBody body;
  private final Deque<RtfGroup> groups = new ArrayDeque<>();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private char high;
  private int toSkip;
  private boolean endnote;

  RtfReader(RtfLexer lexer, Output out, int deepest) {
    this.lexer = lexer;
    this.out = out;
    this.deepest = deepest;
    this.body = new RtfBody(tables, out);
  }

  /** Reads the outermost group; what stands behind it is reported. */
  void read() throws IOException {
    groups.push(RtfGroup.outermost());
    out.gathering(this::outermost, body::end);
    RtfLexer.Kind behind = lexer.next();
    while (behind == RtfLexer.Kind.BYTE && lexer.value() <= ' ') {
      behind = lexer.next();
    }
    if (behind != RtfLexer.Kind.END) {
      out.dropped("trailing data", "NOT_READ");
    }
  }

  private void outermost() throws IOException {
    do {
      token(lexer.next());
    } while (groups.size() > 1);
  }

  /** How text is read that names no font. */
  TextEncoding encoding() {
    return tables.encoding();
  }

  private void token(RtfLexer.Kind kind) throws IOException {
    if (kind != RtfLexer.Kind.BYTE) {
      decode();
    }
    switch (kind) {
      case OPEN -> open();
      case CLOSE -> close();
      case WORD -> word(lexer.word());
      case SYMBOL -> symbol(lexer.value());
      case BYTE -> text(lexer.value());
      case END -> throw RefusedException.corrupted("The RTF file ends in the middle.");
    }
  }

  private void open() throws BudgetReachedException {
    toSkip = 0;
    if (groups.size() > deepest) {
      throw new BudgetReachedException("maxDepth", deepest);
    }
    groups.push(groups.element().inside());
  }

  private void close() throws IOException {
    toSkip = 0;
    RtfGroup group = groups.pop();
    if (group.begins()) {
      gathered(group.role, group.gathered().toString());
    }
    if (group.links) {
      body.endLink();
    }
  }

  private void gathered(RtfRole role, String text) throws IOException {
    switch (role) {
      case HEADER -> out.furniture(Role.HEADER, text.strip());
      case FOOTER -> out.furniture(Role.FOOTER, text.strip());
      case PROPERTY -> out.hidden(HiddenChannel.METADATA, text.strip());
      case COMMENT -> body.hidden(HiddenChannel.COMMENT, text.strip());
      case ASIDE -> body.aside(text);
      case NOTE -> {
        body.note(text.strip(), endnote);
        endnote = false;
      }
      case INSTRUCTION -> body.instruction(text);
      case MARKER -> body.marker(text);
      case BODY, SKIPPED, FONTS, COLOURS, STYLES, INFO -> {}
    }
  }

  private void word(String word) throws IOException {
    int number = lexer.number(1);
    if (word.equals("bin")) {
      lexer.skip(Math.max(0, number));
    } else if (toSkip > 0) {
      toSkip--;
    } else if (word.equals("u")) {
      unicode(number);
    } else if (word.equals("uc")) {
      groups.element().fallback = Math.clamp(number, 0, 64);
    } else if (!destination(word)) {
      property(word, lexer.number(word.equals("outlinelevel") ? 9 : word.equals("fs") ? 24 : 1));
    }
  }

  /** Whether the word says what its group is. */
  private boolean destination(String word) throws IOException {
    RtfGroup group = groups.element();
    report(word, group.role);
    if (word.equals("ud") && group.role == RtfRole.SKIPPED) {
      group.role = around();
      return true;
    }
    RtfRole role = group.role.with(word, group.optional).orElse(group.role);
    group.optional = false;
    if (role == group.role) {
      return false;
    }
    if (role.gathers()) {
      groups.pop();
      groups.push(group.gathering(role));
    } else {
      group.role = role;
    }
    return true;
  }

  /** Reports what a group that is not read leaves out. */
  private void report(String word, RtfRole role) throws IOException {
    if (role == RtfRole.SKIPPED) {
      return;
    }
    switch (word) {
      case "pict" -> body.picture();
      case "nesttableprops" -> body.word("nestrow", 1);
      case "objdata" -> body.dropped("embedded object", "NOT_READ");
      default -> {}
    }
  }

  /** Role of the nearest group around that is read. */
  private RtfRole around() {
    Iterator<RtfGroup> outwards = groups.iterator();
    RtfRole role = RtfRole.SKIPPED;
    while (role == RtfRole.SKIPPED && outwards.hasNext()) {
      role = outwards.next().role;
    }
    return role;
  }

  private void property(String word, int number) throws IOException {
    RtfGroup group = groups.element();
    switch (group.role) {
      case FONTS -> tables.font(word, number);
      case COLOURS -> tables.colour(word, number);
      case STYLES -> tables.style(word, number);
      case SKIPPED, INFO -> {}
      case BODY, PROPERTY, HEADER, FOOTER, ASIDE, NOTE, INSTRUCTION, COMMENT, MARKER -> {
        String character = RtfCharacters.of(word);
        if (character.isEmpty()) {
          group.look = group.look.with(word, number, tables);
          structure(group, word, number);
        } else {
          put(character);
        }
      }
    }
  }

  private void structure(RtfGroup group, String word, int number) throws IOException {
    if (group.role == RtfRole.BODY) {
      tables.header(word, number);
      body.word(word, number);
      group.links |= word.equals("fldrslt") && body.beginLink();
    } else if (group.role == RtfRole.NOTE && word.equals("ftnalt")) {
      endnote = true;
    } else if (word.equals("par") || word.equals("cell") || word.equals("row")) {
      group.gathered().append('\n');
    }
  }

  private void symbol(int symbol) throws IOException {
    if (symbol == '*') {
      groups.element().optional = true;
    } else if (toSkip > 0) {
      toSkip--;
    } else if (symbol == '\r' || symbol == '\n') {
      property("par", 1);
    } else {
      put(RtfCharacters.of((char) symbol));
    }
  }

  private void unicode(int number) throws IOException {
    char unit = (char) number;
    char before = high;
    high = 0;
    if (Character.isHighSurrogate(unit)) {
      put(before == 0 ? "" : UNREADABLE);
      high = unit;
    } else if (Character.isLowSurrogate(unit)) {
      put(before == 0 ? UNREADABLE : String.valueOf(new char[] {before, unit}));
    } else {
      high = before;
      put(String.valueOf(unit));
    }
    toSkip = groups.element().fallback;
  }

  private void text(int value) {
    if (toSkip > 0) {
      toSkip--;
    } else if (groups.element().role != RtfRole.SKIPPED) {
      bytes.write(value);
    }
  }

  /** Bytes become text when their run ends, since a character may take several. */
  private void decode() throws IOException {
    if (bytes.size() > 0) {
      Charset charset = tables.charset(groups.element().look.font());
      String text = bytes.toString(charset);
      bytes.reset();
      put(text);
    }
  }

  private void put(String words) throws IOException {
    RtfGroup group = groups.element();
    String text = high == 0 ? words : UNREADABLE + words;
    high = 0;
    switch (group.role) {
      case BODY -> body.text(text, group.look);
      case STYLES -> tables.styleName(text);
      case COLOURS -> text.chars().filter(c -> c == ';').forEach(c -> tables.endColour());
      case SKIPPED, FONTS, INFO -> {}
      case PROPERTY, HEADER, FOOTER, ASIDE, NOTE, INSTRUCTION, COMMENT, MARKER ->
          gather(group, text);
    }
    if (group.role != RtfRole.SKIPPED) {
      out.read(text.length());
    }
  }

  private void gather(RtfGroup group, String text) {
    group
        .look
        .hides(Contrast.WHITE)
        .ifPresentOrElse(
            channel -> body.hidden(channel, text), () -> group.gathered().append(text));
  }
}
