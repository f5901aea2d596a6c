package dev.frostbyte.parsers.pdf;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.Region;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.jspecify.annotations.Nullable;

/** Names what a document would do when opened or clicked; nothing of it is ever done. */
final class ActiveContent {
  private static final int MAX_CHAIN = 100;

  private ActiveContent() {}

  /** One action and those that follow it. */
  static void action(@Nullable COSBase action, List<Region> place, List<Block> into) {
    Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    add(action, place, into, seen);
  }

  /** A dictionary of actions by trigger. */
  static void actions(@Nullable COSBase triggers, List<Region> place, List<Block> into) {
    if (triggers instanceof COSDictionary dictionary) {
      dictionary.keySet().stream()
          .sorted()
          .limit(MAX_CHAIN)
          .forEach(name -> action(dictionary.getDictionaryObject(name), place, into));
    }
  }

  private static void add(
      @Nullable COSBase base, List<Region> place, List<Block> into, Set<COSBase> seen) {
    if (base == null || seen.size() >= MAX_CHAIN || !seen.add(base)) {
      return;
    }
    if (base instanceof COSArray array) {
      for (int i = 0; i < Math.min(array.size(), MAX_CHAIN); i++) {
        add(array.getObject(i), place, into, seen);
      }
    } else if (base instanceof COSDictionary action) {
      addOne(action, place, into);
      add(action.getDictionaryObject(COSName.NEXT), place, into, seen);
    }
  }

  private static void addOne(COSDictionary action, List<Region> place, List<Block> into) {
    String kind = action.getNameAsString(COSName.S, "");
    String named =
        switch (kind) {
          case "JavaScript" -> "javascript";
          case "Launch" -> "launch-action";
          case "SubmitForm" -> "submit-action";
          case "ImportData" -> "import-action";
          case "GoToE", "GoToR" -> "other-file-link";
          case "Rendition", "Movie", "Sound", "RichMediaExecute" -> "media-action";
          default -> "";
        };
    if (!named.isEmpty()) {
      into.add(new Block.Dropped(named, "ACTIVE_CONTENT", place));
    }
  }
}
