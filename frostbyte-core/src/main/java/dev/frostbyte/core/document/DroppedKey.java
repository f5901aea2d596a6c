package dev.frostbyte.core.document;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.DroppedContent;
import java.util.regex.Pattern;

/** What was dropped, where and why; words of a shape that cannot carry text of the document. */
record DroppedKey(int page, String kind, String reason) implements Comparable<DroppedKey> {
  private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9 -]{0,39}");
  private static final Pattern REASON = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");

  static DroppedKey of(Block.Dropped loss) {
    int page = loss.regions().isEmpty() ? 0 : loss.regions().getFirst().page();
    String kind = KIND.matcher(loss.kind()).matches() ? loss.kind() : "other";
    String reason = REASON.matcher(loss.reason()).matches() ? loss.reason() : "OTHER";
    return new DroppedKey(page, kind, reason);
  }

  DroppedContent counted(int count) {
    return new DroppedContent(kind, reason, page, count);
  }

  @Override
  public int compareTo(DroppedKey other) {
    int byPage = Integer.compare(page, other.page);
    int byKind = byPage != 0 ? byPage : kind.compareTo(other.kind);
    return byKind != 0 ? byKind : reason.compareTo(other.reason);
  }
}
