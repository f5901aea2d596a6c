package dev.frostbyte.core.report;

import dev.frostbyte.api.audit.AuditReceipt;
import dev.frostbyte.api.model.Classification;
import dev.frostbyte.api.model.Completeness;
import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.api.model.DocumentClass;
import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.model.DroppedContent;
import dev.frostbyte.api.model.HiddenChannel;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.model.TextEncoding;
import dev.frostbyte.api.model.UntrustedText;
import dev.frostbyte.core.document.Attempt;
import dev.frostbyte.core.policy.Scan;
import dev.frostbyte.core.policy.Treatment;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes one file of a report, from a stored one on. */
final class FileMaker {
  private static final FileReport.Handling UNHANDLED = new FileReport.Handling("", "", 0);

  private String fileId = "file-1";
  private UntrustedText name;
  private String outcome = "stored";
  private String type = "application/pdf";
  private long size = 123_456;
  private ContentHash source;
  private @Nullable Problem problem;
  private int pages = 3;
  private int chunks = 7;
  private int withheld;
  private boolean complete = true;
  private List<DroppedContent> dropped = List.of();
  private long leftOut;
  private List<Attempt> attempts = List.of();
  private SortedMap<String, Integer> found = new TreeMap<>();
  private double injection;
  private SortedMap<String, Treatment> personal = new TreeMap<>();
  private Classification kind =
      new Classification(DocumentClass.INVOICE, 0.934, "class-rules/1", false);
  private Scan scan = Scan.NONE;
  private boolean read = true;
  private Completeness completeness = new Completeness(900, 900, 3, 3);
  private List<TextEncoding> encodings = List.of();
  private SortedMap<HiddenChannel, Integer> hidden = new TreeMap<>();
  private FileReport.Handling handling =
      new FileReport.Handling("process-seccomp-landlock", "bge-small-en-v1.5", 384);
  private FileReport.Inside inside = FileReport.Inside.NOTHING;
  private long entry = 41;

  private FileMaker(String name) {
    this.name = UntrustedText.of(name);
    this.source = ContentHash.of(name.getBytes(StandardCharsets.UTF_8));
  }

  /** From a file that is there. */
  FileMaker(FileReport file) {
    this(file.fileName().value());
    fileId = file.fileId();
    outcome = file.outcome();
    type = file.type();
    size = file.size();
    source = file.source();
    problem = file.problem();
    pages = file.pages();
    chunks = file.chunks();
    withheld = file.withheld();
    complete = file.complete();
    dropped = file.dropped();
    leftOut = file.extract().dropped();
    attempts = file.attempts();
    found = file.found();
    injection = file.injection();
    personal = file.personal();
    kind = file.classification();
    scan = file.scan();
    read = file.extract().read();
    completeness = file.extract().completeness();
    encodings = file.extract().encodings();
    hidden = file.extract().hidden();
    handling = file.handling();
    inside = file.inside();
    entry = file.evidence().receipt().index();
  }

  static FileMaker named(String name) {
    return new FileMaker(name);
  }

  FileMaker ended(String word, @Nullable Problem why) {
    outcome = word;
    problem = why;
    chunks = word.equals("stored") ? chunks : 0;
    boolean unread = !word.equals("stored") && !word.equals("held") && !word.equals("quarantined");
    if (unread) {
      read = false;
      pages = 0;
      completeness = Extract.NONE.completeness();
      kind = Classification.NONE;
      handling = UNHANDLED;
    }
    return this;
  }

  FileMaker erased(String word) {
    ended(word, null);
    fileId = "";
    type = "";
    size = 0;
    pages = 0;
    chunks = 0;
    read = false;
    handling = UNHANDLED;
    return this;
  }

  FileMaker lost(List<DroppedContent> content) {
    dropped = content;
    leftOut = content.stream().mapToLong(DroppedContent::count).sum();
    return this;
  }

  /** As many parts as this, whatever is listed. */
  FileMaker leftOut(long parts) {
    leftOut = parts;
    return this;
  }

  /** Nothing of it came. */
  FileMaker absent() {
    size = 0;
    type = MediaType.UNKNOWN.value();
    return this;
  }

  FileMaker found(Map<String, Integer> families) {
    found = new TreeMap<>(families);
    return this;
  }

  FileMaker complete(boolean whole) {
    complete = whole;
    return this;
  }

  FileMaker attempts(List<Attempt> asked) {
    attempts = asked;
    return this;
  }

  FileMaker injection(double score) {
    injection = score;
    return this;
  }

  FileMaker treated(Map<String, Treatment> done) {
    personal = new TreeMap<>(done);
    found = new TreeMap<>(found);
    done.forEach((type, treatment) -> found.put(type, treatment.places()));
    return this;
  }

  FileMaker kind(DocumentClass word, double sure, boolean byPerson) {
    kind = new Classification(word, sure, "class-rules/1", byPerson);
    return this;
  }

  FileMaker scanned(Scan said) {
    scan = said;
    return this;
  }

  FileMaker extracted(Completeness share) {
    completeness = share;
    return this;
  }

  FileMaker text(String mediaType, TextEncoding... in) {
    type = mediaType;
    encodings = List.of(in);
    return this;
  }

  FileMaker hidden(Map<HiddenChannel, Integer> pieces) {
    hidden = new TreeMap<>(pieces);
    return this;
  }

  FileMaker withheld(int number) {
    withheld = number;
    return this;
  }

  FileMaker chunks(int number) {
    chunks = number;
    return this;
  }

  /** With the id and entry of this place in a batch; an erased one keeps no id. */
  FileMaker numbered(int number) {
    fileId = fileId.isEmpty() ? "" : "file-" + number;
    entry = 40 + number;
    return this;
  }

  FileMaker id(String id, long at) {
    fileId = id;
    entry = at;
    return this;
  }

  /** It lay in this document. */
  FileMaker in(DocumentId document) {
    inside = new FileReport.Inside(document, inside.attachments());
    return this;
  }

  /** So many files lay in it. */
  FileMaker bringing(int files) {
    inside = new FileReport.Inside(inside.attachedTo(), files);
    return this;
  }

  FileReport make() {
    AuditReceipt receipt = new AuditReceipt("frostbyte/00ff/northwind", entry, source);
    return new FileReport(
        fileId,
        name,
        new DocumentId("doc_" + source.hex().substring(0, 32)),
        outcome,
        type,
        size,
        source,
        problem,
        pages,
        chunks,
        withheld,
        complete,
        dropped,
        attempts,
        found,
        injection,
        personal,
        kind,
        scan,
        extract(),
        handling,
        inside,
        new BatchReport.Evidence(receipt, Reports.TIME));
  }

  private Extract extract() {
    return new Extract(
        read, 4, 1, 2, completeness, leftOut, found.size(), encodings, hidden, "eng");
  }
}
