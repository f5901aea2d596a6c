package dev.frostbyte.parsers.ocr;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Signs at the start of list items, as the model reads them. Stateless. */
final class Bullets {
  static final String BULLET = "•";

  private static final Pattern MARKER =
      Pattern.compile("[•◦▪●○■□◆·∙*+–—-]|\\(?(?:\\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})[.)]");
  private static final Pattern ROUND = Pattern.compile("[·•.。*°○●■□◆▪]");
  private static final Pattern NUMBER = Pattern.compile(".*\\p{N}.*");

  /** The model's dictionary has no bullets; it reads what is next to them. */
  private static final Pattern POINT = Pattern.compile("[·.。∙]");

  /** Least confidence of a single sign that is taken for what it is read as. */
  private static final float SURE = 0.6f;

  /** Farthest from the item's text, in sizes of type. */
  private static final float FAR = 4;

  private Bullets() {}

  static boolean isMarker(String word) {
    return MARKER.matcher(word).matches();
  }

  /** The lines with their bullets, if they have any, spelled as bullets. */
  static List<Line> spelled(List<Line> lines) {
    List<Line> all = new ArrayList<>();
    for (Row row : Row.of(lines)) {
      for (int i = 0; i < row.lines().size(); i++) {
        all.addAll(spelled(row, i));
      }
    }
    return all;
  }

  /** A piece of a row, or none where the next one has the bullet already. */
  private static List<Line> spelled(Row row, int at) {
    Line line = row.lines().get(at);
    if (at + 1 == row.lines().size() || !isBullet(row, at)) {
      return List.of(line);
    }
    Line next = row.lines().get(at + 1);
    return next.startsWith(BULLET) ? List.of() : List.of(line.reading(BULLET, next));
  }

  /** A line with its bullet: read as a point, or seen as a dot before it. */
  static Line marked(Pixels page, Level level, Line line) {
    if (line.words().size() > 1 && POINT.matcher(line.words().getFirst().text()).matches()) {
      return line.rest().marked(BULLET);
    }
    boolean marked = isMarker(line.words().getFirst().text());
    return !marked && line.letters() > 1 && Dots.before(page, level, line)
        ? line.marked(BULLET)
        : line;
  }

  /** Whether a piece of a row is a dot before the text of an item. */
  private static boolean isBullet(Row row, int at) {
    Line piece = row.lines().get(at);
    Line next = row.lines().get(at + 1);
    boolean first =
        at == 0 || piece.box().left() - row.lines().get(at - 1).box().right() > next.size();
    boolean small = piece.words().size() == 1 && piece.text().length() <= 2;
    boolean near = next.box().left() - piece.box().right() < FAR * next.size();
    boolean number = NUMBER.matcher(piece.text()).matches();
    boolean round = ROUND.matcher(piece.text()).matches();
    boolean narrow = piece.box().width() < (round ? 3 : 1.2f) * next.size();
    boolean dot = narrow && (round || piece.confidence() < SURE);
    return first && small && near && dot && !number && next.letters() > 1;
  }
}
