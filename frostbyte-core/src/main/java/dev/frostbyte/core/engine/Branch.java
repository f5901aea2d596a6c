package dev.frostbyte.core.engine;

import dev.frostbyte.api.model.AttachedFile;
import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.model.DocumentOutcome;
import dev.frostbyte.api.model.DroppedContent;
import dev.frostbyte.api.model.Origin;
import dev.frostbyte.api.model.UntrustedText;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.core.PipelineLimits;
import dev.frostbyte.core.intake.AttachedSpool;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One file on its way in, where it stands among the files that lie in each other, and what lies in
 * it until that is taken. One thread; closing lets go of the bytes.
 */
final class Branch implements AutoCloseable {
  private final Allowance allowance;
  private final List<DocumentId> above;
  private final boolean standing;
  private final List<Child> children = new ArrayList<>();
  private @Nullable AttachedSpool files;
  private @Nullable Stem stem;

  private Branch(Allowance allowance, List<DocumentId> above, boolean standing) {
    this.allowance = allowance;
    this.above = above;
    this.standing = standing;
  }

  /** Of a file that is not looked at as part of another. */
  static Branch root(PipelineLimits limits) {
    return new Branch(new Allowance(limits), List.of(), false);
  }

  /** Of one that is served and stays so when it cannot be read again. */
  static Branch standing(PipelineLimits limits) {
    return new Branch(new Allowance(limits), List.of(), true);
  }

  /** Of a file that lies in this one. */
  Branch below() {
    List<DocumentId> around = new ArrayList<>(above);
    around.add(stem().outcome().document());
    return new Branch(allowance, List.copyOf(around), false);
  }

  /** Whether it stays served when it cannot be read. */
  boolean isStanding() {
    return standing;
  }

  /** Whether files that lie in it are near enough to the file handed in to be taken. */
  boolean mayBring() {
    return allowance.reaches(above.size() + 1);
  }

  /** Whether it lies, however deep, in a document. */
  boolean liesIn(DocumentId document) {
    return above.contains(document);
  }

  /**
   * Takes the files of the reading that counts.
   *
   * @param from closed with this
   * @return those that are left out because of where they lie
   */
  List<DroppedContent> bring(List<AttachedFile> named, AttachedSpool from) {
    files = from;
    List<DroppedContent> left = new ArrayList<>();
    for (int i = 0; i < named.size(); i++) {
      String reason = allowance.refuses(above.size() + 1, named.get(i).size());
      if (reason.isEmpty()) {
        children.add(new Child(i, named.get(i)));
      } else {
        left.add(new DroppedContent("attachment", reason, named.get(i).page(), 1));
      }
    }
    return left;
  }

  /** How many files are taken from it. */
  int brings() {
    return children.size();
  }

  /** How the file itself ended; unless it is served, nothing in it is taken. */
  void ended(RunContext context, Submission submission, Trail trail, DocumentOutcome outcome) {
    stem = new Stem(context, submission, trail, outcome);
    if (!(outcome instanceof DocumentOutcome.Stored)) {
      children.forEach(child -> allowance.giveBack(child.file().size()));
      children.clear();
    }
  }

  /** What lies in it and is taken. */
  List<Child> children() {
    return List.copyOf(children);
  }

  /** The file itself; only once it has ended. */
  Stem stem() {
    Stem ended = stem;
    if (ended == null) {
      throw new IllegalStateException("the file has no outcome yet");
    }
    return ended;
  }

  /** The file itself, if it has ended. */
  Optional<Stem> ended() {
    return Optional.ofNullable(stem);
  }

  /** The bytes of a file that lies in it. */
  DocumentSource source(Child child) throws IOException {
    AttachedSpool from = files;
    if (from == null) {
      throw new IllegalStateException("nothing lies in this file");
    }
    return from.source(child.place());
  }

  @Override
  public void close() {
    AttachedSpool from = files;
    if (from != null) {
      from.close();
    }
  }

  /**
   * A file that lies in another.
   *
   * @param place among those that lie in it, from 0
   */
  record Child(int place, AttachedFile file) {
    /** Its name, or one that says which it is. */
    UntrustedText name() {
      return file.name().isBlank() ? UntrustedText.of("attachment-" + (place + 1)) : file.name();
    }
  }

  /** A file that has its outcome. */
  record Stem(RunContext context, Submission submission, Trail trail, DocumentOutcome outcome) {
    /** What a file that lies in it is called in reports. */
    String fileId(Child child) {
      return submission.fileId() + "/" + (child.place() + 1);
    }

    Origin.Attachment origin() {
      Origin.Attachment own = submission.attachedTo();
      int depth = own == null ? 1 : own.depth() + 1;
      return new Origin.Attachment(submission.id(), outcome.document(), depth);
    }

    /** What the events of a file that lies in it follow from. */
    List<UUID> causes() {
      return trail.last();
    }
  }
}
