package dev.frostbyte.core.engine;

import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.Origin;
import dev.frostbyte.api.model.UntrustedText;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.core.BatchFile;
import dev.frostbyte.core.intake.Arrival;
import dev.frostbyte.core.intake.TypeGate;
import dev.frostbyte.core.policy.Scan;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A file that is about to be received. One thread. */
sealed interface Incoming {
  /** What it is called where it comes from. */
  UntrustedText name();

  /** What reports call it. */
  String fileId();

  /** The document it lies in; empty when it is handed in. */
  Optional<Origin.Attachment> attachedTo();

  /** Events that its first event follows from. */
  List<UUID> causes();

  /** Reads and seals its bytes. */
  Arrival receive(Receiver receiver) throws IOException;

  /** Whether its type is taken. */
  TypeGate.Verdict check(TypeGate types, DocumentSource source) throws IOException;

  /** The submission it makes, with an id of its own. */
  default Submission submission(RunContext context, long size, ContentHash source) {
    return new Submission(
        context.batch(),
        context.runtime().parts().journal().ids().submission(),
        fileId(),
        name(),
        MediaType.UNKNOWN.value(),
        size,
        source,
        Scan.NOT_REACHED,
        attachedTo().orElse(null));
  }

  /** A file of a batch. */
  record HandedIn(BatchFile file) implements Incoming {
    @Override
    public UntrustedText name() {
      return file.name();
    }

    @Override
    public String fileId() {
      return file.fileId();
    }

    @Override
    public Optional<Origin.Attachment> attachedTo() {
      return Optional.empty();
    }

    @Override
    public List<UUID> causes() {
      return List.of();
    }

    @Override
    public Arrival receive(Receiver receiver) throws IOException {
      return receiver.receive(file);
    }

    @Override
    public TypeGate.Verdict check(TypeGate types, DocumentSource source) throws IOException {
      return types.check(file, source);
    }
  }

  /**
   * A file that lies in another.
   *
   * @param around the branch of the other
   */
  record Inside(Branch around, Branch.Child child) implements Incoming {
    @Override
    public UntrustedText name() {
      return child.name();
    }

    @Override
    public String fileId() {
      return around.stem().fileId(child);
    }

    @Override
    public Optional<Origin.Attachment> attachedTo() {
      return Optional.of(around.stem().origin());
    }

    @Override
    public List<UUID> causes() {
      return around.stem().causes();
    }

    @Override
    public Arrival receive(Receiver receiver) throws IOException {
      return receiver.receive(around.source(child), child.file().source());
    }

    @Override
    public TypeGate.Verdict check(TypeGate types, DocumentSource source) throws IOException {
      return types.check(child.name(), source);
    }
  }
}
