package dev.frostbyte.parsers.pdf;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.Region;
import dev.frostbyte.api.spi.BudgetReachedException;
import dev.frostbyte.api.spi.ParseResult;
import dev.frostbyte.parsers.internal.Characters;
import dev.frostbyte.parsers.internal.PartParsers;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/**
 * Reads the files that a document carries: those that are text stand after its pages under a
 * heading with their name, as the attachments of mail do; others are named there and handed on as
 * documents of their own. One thread.
 */
final class Attachments {
  private static final COSName UNICODE_NAME = COSName.getPDFName("UF");
  private static final int LONGEST_NAME = 255;

  /** Larger files are named only, and so are files after this many bytes of them. */
  private static final int LARGEST = 64 << 20;

  private final PartParsers parsers;
  private final Budget budget;
  private final Set<COSBase> known = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<File> files = new ArrayList<>();

  private final List<Reading.File> whole = new ArrayList<>();
  private long expected;
  private long kept;

  Attachments(PartParsers parsers, Budget budget) {
    this.parsers = parsers;
    this.budget = budget;
  }

  /** Notes the files that hang on a page. */
  void addNotes(PDPage page, int number, Frame.Display display) {
    for (COSDictionary note : PageNotes.notes(page, budget.limits().maxEntries())) {
      COSDictionary file = note.getCOSDictionary(COSName.FS);
      boolean attached = "FileAttachment".equals(note.getNameAsString(COSName.SUBTYPE));
      if (attached && file != null) {
        add(file, "", PageNotes.place(note, number, display));
      }
    }
  }

  /**
   * Reads all files of the document, those in its tree of names last.
   *
   * @param into takes what was read, also before a limit was reached
   */
  void read(PDDocument document, List<Block> into) throws IOException {
    COSDictionary names =
        document.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.NAMES);
    if (names != null) {
      COSDictionary tree = names.getCOSDictionary(COSName.EMBEDDED_FILES);
      NameTree.leaves(tree, budget.limits().maxEntries(), (name, it) -> add(it, name, List.of()));
    }
    for (File file : files) {
      write(file, into);
    }
  }

  /** Characters the files that were read hold by their own counts. */
  long expected() {
    return expected;
  }

  private void add(COSDictionary file, String key, List<Region> place) {
    boolean room = files.size() < budget.limits().maxEntries();
    if (room && known.add(file)) {
      String name = file.getString(UNICODE_NAME, file.getString(COSName.F, key));
      String cut = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
      files.add(new File(cut, Optional.ofNullable(file.getCOSDictionary(COSName.EF)), place));
    }
  }

  private void write(File file, List<Block> into) throws IOException {
    String title = "Attachment: " + (file.name().isBlank() ? "(no name)" : file.name());
    Optional<COSStream> content = file.content();
    MediaType type = AttachedType.of(file.name(), content.map(Attachments::subtype));
    byte[] bytes = content.isPresent() && parsers.read(type) ? bytes(content.get()) : new byte[0];
    if (bytes.length == 0) {
      put(Block.paragraph(title, file.place()), into);
      lose(file, handOn(file), into);
      return;
    }
    put(Block.heading(1, title, file.place()), into);
    lose(file, problem(type, bytes, into), into);
  }

  private static void lose(File file, String problem, List<Block> into) {
    if (!problem.isEmpty()) {
      into.add(new Block.Dropped("attachment", problem, file.place()));
    }
  }

  /**
   * Keeps a file that is handed on when the document is read, whole in memory until then; why not,
   * empty when it was kept. One that inflates too far is left out by itself.
   */
  private String handOn(File file) throws IOException {
    byte[] bytes;
    try {
      bytes = file.content().isPresent() ? bytes(file.content().get()) : new byte[0];
    } catch (BudgetReachedException e) {
      return "LIMIT_EXCEEDED";
    }
    if (bytes.length == 0) {
      return "NOT_READ";
    }
    if (kept + bytes.length > LARGEST) {
      return "TOO_LARGE";
    }
    kept += bytes.length;
    String said = file.content().map(Attachments::subtype).orElse("");
    whole.add(new Reading.File(file.name(), said, bytes, file.place()));
    return "";
  }

  /** Files that are documents of their own, in order. */
  List<Reading.File> whole() {
    return whole;
  }

  /** The files share the characters of the document. */
  private void put(Block block, List<Block> into) throws BudgetReachedException {
    budget.characters(Characters.of(block));
    into.add(block);
  }

  /** Reads one file; why it was left out or cut, empty when it was read to its end. */
  private String problem(MediaType type, byte[] bytes, List<Block> into) throws IOException {
    try {
      ParseResult result =
          parsers.parse(
              type, bytes, budget.limits(), block -> put(PartParsers.deeper(block, 1), into));
      return switch (result) {
        case ParseResult.Complete complete -> {
          expected += Math.max(0, complete.expected().characters());
          yield "";
        }
        case ParseResult.Cut cut ->
            throw new BudgetReachedException("maxCharacters", budget.limits().maxCharacters());
        case ParseResult.Refused refused -> refused.problem().code().name();
      };
    } catch (BudgetReachedException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      return "UNREADABLE";
    }
  }

  /** Empty when it is too large or cannot be read. */
  private byte[] bytes(COSStream content) throws IOException {
    StreamBudget.require(content, budget);
    try (InputStream in = content.createInputStream()) {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      return bytes.length > LARGEST ? new byte[0] : bytes;
    } catch (IOException | RuntimeException e) {
      return new byte[0];
    }
  }

  private static String subtype(COSStream content) {
    return content.getNameAsString(COSName.SUBTYPE, "");
  }

  /** One file and where it hangs. */
  private record File(String name, Optional<COSDictionary> versions, List<Region> place) {
    Optional<COSStream> content() {
      return versions.flatMap(
          all -> {
            COSBase unicode = all.getDictionaryObject(UNICODE_NAME);
            COSBase any = unicode == null ? all.getDictionaryObject(COSName.F) : unicode;
            return any instanceof COSStream stream ? Optional.of(stream) : Optional.empty();
          });
    }
  }
}
