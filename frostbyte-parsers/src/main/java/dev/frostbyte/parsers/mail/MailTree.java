package dev.frostbyte.parsers.mail;

import dev.frostbyte.api.spi.BudgetReachedException;
import dev.frostbyte.api.spi.ParseLimits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;

/** Reads the parts of a mail from mime4j's tokens, with depth and number bounded. One thread. */
final class MailTree {
  /** Mails in mails and containers in containers; ordinary mail has four levels. */
  private static final int DEEPEST = 24;

  /** Bytes kept of what stands beside the parts of a container. */
  private static final int LONGEST_BESIDE = 1 << 16;

  private static final MimeConfig CONFIG =
      new MimeConfig.Builder()
          .setMaxLineLen(1 << 20)
          .setMaxHeaderLen(1 << 20)
          .setMaxHeaderCount(2_000)
          .setMaxContentLen(-1)
          .build();

  private final MimeTokenStream tokens = new MimeTokenStream(CONFIG);
  private final Deque<Part> open = new ArrayDeque<>();
  private final ParseLimits limits;
  private final int deepest;
  private int parts;

  private MailTree(ParseLimits limits) {
    this.limits = limits;
    this.deepest = 2 * Math.min(DEEPEST, limits.maxDepth());
  }

  /**
   * The mail as a tree.
   *
   * @throws BudgetReachedException when it is nested too deeply or has too many parts
   * @throws MimeException when it is no mail
   */
  static Part read(InputStream in, ParseLimits limits) throws IOException, MimeException {
    MailTree tree = new MailTree(limits);
    Part root = new Part();
    tree.open.push(root);
    tree.tokens.parse(in);
    tree.read();
    return root.children().isEmpty() ? root : root.children().getFirst();
  }

  private void read() throws IOException, MimeException {
    for (EntityState state = tokens.getState();
        state != EntityState.T_END_OF_STREAM;
        state = tokens.next()) {
      switch (state) {
        case T_START_MESSAGE, T_START_BODYPART -> begin();
        case T_END_MESSAGE, T_END_BODYPART -> open.pop();
        case T_FIELD -> field(tokens.getField());
        case T_START_MULTIPART -> container();
        case T_BODY -> body();
        case T_PREAMBLE, T_EPILOGUE -> beside();
        default -> {}
      }
    }
  }

  private void begin() throws BudgetReachedException {
    if (open.size() > deepest) {
      throw new BudgetReachedException("maxDepth", deepest / 2);
    }
    if (++parts > limits.maxEntries()) {
      throw new BudgetReachedException("maxEntries", limits.maxEntries());
    }
    Part part = new Part();
    Part around = open.element();
    if (around.mimeType().equals("text/plain") && open.size() > 1) {
      around.container("message/rfc822");
    }
    around.add(part);
    open.push(part);
  }

  private void field(Field field) {
    String body = field.getBody();
    open.element().header(field.getName(), body == null ? "" : body);
  }

  private void container() {
    open.element().container(type(tokens.getBodyDescriptor()));
  }

  private void beside() throws IOException {
    byte[] bytes = tokens.getInputStream().readNBytes(LONGEST_BESIDE);
    open.element().beside(new String(bytes, StandardCharsets.UTF_8));
  }

  private void body() throws IOException {
    BodyDescriptor body = tokens.getBodyDescriptor();
    Optional<String> charset = Optional.of(open.element().parameter("content-type", "charset"));
    byte[] bytes;
    try (InputStream in = tokens.getDecodedInputStream()) {
      bytes = in.readAllBytes();
    }
    open.element().content(type(body), charset.filter(name -> !name.isBlank()), bytes);
  }

  private static String type(BodyDescriptor body) {
    String type = body.getMimeType();
    return type == null ? "text/plain" : type.toLowerCase(Locale.ROOT);
  }
}
