package dev.frostbyte.parsers.pdf;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.HiddenChannel;
import dev.frostbyte.api.model.Region;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;

/**
 * The texts of an annotation that stand on no page: notes, subjects, tips, values of hidden fields.
 */
final class NoteTexts {
  private static final int UNSEEN = 2 | 32;
  private static final int LONGEST = 100_000;
  private static final Pattern TAG = Pattern.compile("<[^<>]*+>");
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final COSName TIP = COSName.getPDFName("TU");

  private NoteTexts() {}

  static List<Block> of(COSDictionary note, List<Region> place, Budget budget) throws IOException {
    List<Block> blocks = new ArrayList<>();
    boolean field = "Widget".equals(note.getNameAsString(COSName.SUBTYPE));
    String contents = note.getString(COSName.CONTENTS, "");
    add(blocks, HiddenChannel.COMMENT, contents, place);
    String rich = rich(note, budget);
    if (!plain(rich).equals(plain(contents))) {
      add(blocks, HiddenChannel.COMMENT, rich, place);
    }
    add(blocks, HiddenChannel.COMMENT, note.getString(COSName.SUBJ, ""), place);
    if (field) {
      add(blocks, HiddenChannel.COMMENT, note.getString(TIP, ""), place);
    } else {
      add(blocks, HiddenChannel.COMMENT, note.getString(COSName.T, ""), place);
    }
    if (field && (note.getInt(COSName.F, 0) & UNSEEN) != 0) {
      add(blocks, HiddenChannel.MARKED_HIDDEN, value(note), place);
    }
    return blocks;
  }

  private static void add(
      List<Block> blocks, HiddenChannel channel, String text, List<Region> place) {
    if (!text.isBlank()) {
      blocks.add(Block.hidden(channel, text, place));
    }
  }

  /** Text of XHTML without its tags. */
  private static String rich(COSDictionary note, Budget budget) throws IOException {
    COSBase rich = note.getDictionaryObject(COSName.RC);
    String markup = "";
    if (rich instanceof COSString string) {
      markup = string.getString();
    } else if (rich instanceof COSStream stream && stream.getLength() <= LONGEST) {
      StreamBudget.require(stream, budget);
      markup = stream.toTextString();
    }
    String bounded = markup.substring(0, Math.min(LONGEST, markup.length()));
    return TAG.matcher(bounded).replaceAll(" ").strip();
  }

  private static String value(COSDictionary field) {
    COSDictionary parent = field.getCOSDictionary(COSName.PARENT);
    boolean own = field.containsKey(COSName.V) || parent == null;
    COSBase value = (own ? field : parent).getDictionaryObject(COSName.V);
    return value instanceof COSString string ? string.getString() : "";
  }

  private static String plain(String text) {
    return BLANKS.matcher(text).replaceAll("");
  }
}
