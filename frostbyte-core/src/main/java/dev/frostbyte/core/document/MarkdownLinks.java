package dev.frostbyte.core.document;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Links of a document in the text of a line of Markdown (CommonMark 0.31, 6.3), so that another
 * program finds exactly these: what stands before one cannot make it a picture or take it into
 * code, what stands in one cannot end it. Stateless.
 */
final class MarkdownLinks {
  private static final Pattern ENTITY = Pattern.compile("&(?=#?[A-Za-z0-9]+;)");
  private static final Pattern WEB = Pattern.compile("(?i)(https?|mailto):[^&*_~]+");
  private static final Pattern MAIL =
      Pattern.compile("[A-Za-z0-9.+-]{1,64}@[A-Za-z0-9-]{1,60}(\\.[A-Za-z0-9-]{1,60}){1,9}");
  private static final Pattern BRACKET = Pattern.compile("(?=[\\[\\]])");

  private MarkdownLinks() {}

  /** The text alone. */
  static String words(List<LinkedText.Piece> pieces) {
    return pieces.stream().map(LinkedText.Piece::text).collect(Collectors.joining());
  }

  /** Text with its links inside a line. */
  static String inline(List<LinkedText.Piece> pieces) {
    return isLinked(pieces) ? joined(pieces) : MarkdownText.inline(oneLine(words(pieces)));
  }

  /** Text with its links inside a cell of a pipe table. */
  static String cell(List<LinkedText.Piece> pieces) {
    String text =
        isLinked(pieces)
            ? joined(pieces)
            : MarkdownText.inline(oneLine(words(pieces)).replace("\\", "\\\\"));
    return text.replace("|", "\\|");
  }

  static boolean isLinked(List<LinkedText.Piece> pieces) {
    return pieces.stream().anyMatch(LinkedText.Piece::isLink);
  }

  private static String joined(List<LinkedText.Piece> pieces) {
    StringBuilder out = new StringBuilder();
    for (LinkedText.Piece piece : pieces) {
      if (piece.isLink()) {
        link(out, piece);
      } else {
        out.append(exact(piece.text()));
      }
    }
    return out.toString();
  }

  private static void link(StringBuilder out, LinkedText.Piece link) {
    if (!out.isEmpty() && out.charAt(out.length() - 1) == '!') {
      out.insert(out.length() - 1, '\\');
    }
    if (isAddress(link)) {
      out.append('<').append(link.text()).append('>');
      return;
    }
    String label = BRACKET.matcher(exact(link.text())).replaceAll("\\\\");
    out.append('[').append(label).append("](");
    out.append(ENTITY.matcher(link.target()).replaceAll("\\\\&")).append(')');
  }

  /** Whether it shows where it leads: an autolink (CommonMark 0.31, 6.5). */
  private static boolean isAddress(LinkedText.Piece link) {
    boolean web = link.text().equals(link.target()) && WEB.matcher(link.text()).matches();
    boolean mail = link.target().equals("mailto:" + link.text());
    return web || (mail && MAIL.matcher(link.text()).matches());
  }

  /** Text beside links, with nothing left to a reader's judgement that could reach into one. */
  private static String exact(String text) {
    String literal = oneLine(text).replace("\\", "\\\\").replace("`", "\\`");
    return MarkdownText.inline(ENTITY.matcher(literal).replaceAll("\\\\&"));
  }

  private static String oneLine(String text) {
    return text.replace('\n', ' ');
  }
}
