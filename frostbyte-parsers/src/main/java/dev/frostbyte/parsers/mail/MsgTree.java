package dev.frostbyte.parsers.mail;

import dev.frostbyte.api.spi.BudgetReachedException;
import dev.frostbyte.api.spi.ParseLimits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.Entry;

/**
 * Turns the storages of an Outlook message ([MS-OXMSG] 2.2) into parts of a mail, with depth and
 * number bounded. One thread.
 */
final class MsgTree {
  /** Bytes before the properties of a message in a file, and of one in a message. */
  static final int TOP = 32;

  private static final int INNER = 24;
  private static final int OTHER = 8;
  private static final int DEEPEST = 24;
  private static final String UTF_8 = "utf-8";

  private final ParseLimits limits;
  private int parts;

  MsgTree(ParseLimits limits) {
    this.limits = limits;
  }

  /** A message as a part with all that is in it. */
  Part message(DirectoryNode storage, int header, int depth) throws IOException {
    if (depth > Math.min(DEEPEST, limits.maxDepth())) {
      throw new BudgetReachedException("maxDepth", Math.min(DEEPEST, limits.maxDepth()));
    }
    MsgProperties properties = MsgProperties.read(storage, header);
    if (properties.isEmpty()) {
      throw new IOException("no properties");
    }
    Part mail = new Part();
    headers(properties, mail);
    mail.container("multipart/mixed");
    mail.add(body(properties));
    for (DirectoryNode attachment : storages(storage, "__attach_version1.0_")) {
      mail.add(attachment(attachment, depth));
    }
    return mail;
  }

  private void headers(MsgProperties properties, Part mail) {
    mail.header("subject", properties.text("0037"));
    String name = properties.text("0C1A", "0042");
    String address = properties.text("5D01", "0C1F", "0065");
    boolean readable = address.contains("@") && !address.equals(name);
    put(mail, "from", readable ? (name + " <" + address + ">").strip() : name);
    put(mail, "to", properties.text("0E04"));
    put(mail, "cc", properties.text("0E03"));
    put(mail, "bcc", properties.text("0E02"));
    put(mail, "date", properties.time("0039", "0E06"));
    put(mail, "thread-topic", properties.text("0070"));
    put(mail, "keywords", properties.text("800F"));
    if (!properties.text("007D").isEmpty()) {
      mail.header("x-transport", "");
    }
  }

  private static void put(Part mail, String header, String value) {
    if (!value.isBlank()) {
      mail.header(header, value);
    }
  }

  /** HTML beside plain text as two versions of one body; RTF only where there is no HTML. */
  private Part body(MsgProperties properties) throws IOException {
    List<Part> versions = new ArrayList<>();
    String plain = properties.text("1000");
    if (!plain.isBlank()) {
      versions.add(leaf("text/plain", plain.getBytes(StandardCharsets.UTF_8), UTF_8));
    }
    byte[] html = properties.binary("1013");
    byte[] rich = html.length > 0 ? new byte[0] : properties.binary("1009");
    if (html.length > 0) {
      versions.add(leaf("text/html", html, properties.isText("1013") ? UTF_8 : properties.page()));
    } else if (rich.length > 0) {
      versions.add(leaf("application/rtf", CompressedRtf.inflate(rich, limits), ""));
    }
    if (versions.size() == 1) {
      return versions.getFirst();
    }
    Part both = new Part();
    both.container("multipart/alternative");
    versions.forEach(both::add);
    return both;
  }

  private Part attachment(DirectoryNode storage, int depth) throws IOException {
    if (++parts > limits.maxEntries()) {
      throw new BudgetReachedException("maxEntries", limits.maxEntries());
    }
    MsgProperties properties = MsgProperties.read(storage, OTHER);
    Optional<DirectoryNode> inside = inside(storage);
    boolean message =
        inside.isPresent() && inside.get().hasEntryCaseInsensitive(MsgProperties.STREAM);
    if (message) {
      Part around = new Part();
      around.container("message/rfc822");
      around.add(message(inside.get(), INNER, depth + 1));
      return around;
    }
    String said = properties.text("370E");
    String type = inside.isPresent() ? "application/x-ole-storage" : said;
    Part part =
        leaf(
            type.isBlank() ? "application/octet-stream" : type.toLowerCase(java.util.Locale.ROOT),
            properties.binary("3701"),
            "");
    String name = properties.text("3707", "3704").replace("\\", "\\\\").replace("\"", "\\\"");
    boolean shown = properties.text("3712").length() > 0 && type.startsWith("image/");
    String how = shown ? "inline" : "attachment";
    part.header("content-disposition", how + "; filename=\"" + name + "\"");
    return part;
  }

  private static Part leaf(String type, byte[] bytes, String charset) {
    Part part = new Part();
    part.content(type, Optional.of(charset).filter(name -> !name.isEmpty()), bytes);
    return part;
  }

  /** The storage that an attached message or object is. */
  private static Optional<DirectoryNode> inside(DirectoryNode attachment) {
    List<DirectoryNode> found = storages(attachment, "__substg1.0_3701000D");
    return found.stream().findFirst();
  }

  /** Storages in the order of their names, which is the order of the message. */
  private static List<DirectoryNode> storages(DirectoryNode parent, String prefix) {
    TreeMap<String, DirectoryNode> found = new TreeMap<>();
    for (Entry entry : parent) {
      if (entry instanceof DirectoryNode storage && entry.getName().startsWith(prefix)) {
        found.put(entry.getName(), storage);
      }
    }
    return List.copyOf(found.values());
  }
}
