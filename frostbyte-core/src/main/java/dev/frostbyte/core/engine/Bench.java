package dev.frostbyte.core.engine;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.model.UntrustedText;
import dev.frostbyte.api.spi.Egress;
import dev.frostbyte.api.spi.ParserHost;
import dev.frostbyte.core.BatchFile;
import dev.frostbyte.core.PipelineLimits;
import dev.frostbyte.core.Workbench;
import dev.frostbyte.core.document.AttachedSink;
import dev.frostbyte.core.document.ChainStep;
import dev.frostbyte.core.document.ParseStep;
import dev.frostbyte.core.intake.Arrival;
import dev.frostbyte.core.intake.FileReader;
import dev.frostbyte.core.intake.TypeGate;
import dev.frostbyte.core.malware.ScanStep;
import dev.frostbyte.core.plugin.ParserChain;
import dev.frostbyte.core.plugin.Stages;
import dev.frostbyte.core.policy.TextInspection;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The workbench: intake, parser and gates without a tenant and without a store. Thread-safe. */
final class Bench implements Workbench {
  private static final int PREVIEW_DPI = 96;

  private final Stages stages;
  private final PipelineLimits limits;
  private final Gates gates;
  private final Object lock = new Object();

  /** Taken with the first file that comes to a parser; guarded by the lock. */
  private ParserHost.@Nullable Seat seat;

  private boolean closed;

  Bench(Stages stages, PipelineLimits limits) {
    this.stages = stages;
    this.limits = limits;
    this.gates = new Gates(stages);
  }

  @Override
  public Parsed parse(Path file) {
    return parse(file, Look.PLAIN);
  }

  @Override
  public Previewed preview(Path file) {
    List<Block.PageImage> images = new ArrayList<>();
    Look look = new Look(chain -> chain.withPageImages(PREVIEW_DPI), images::add);
    return switch (parse(file, look)) {
      case Parsed.Read read -> new Previewed.Read(read.document(), images);
      case Parsed.Refused refused -> new Previewed.Refused(refused.problem());
    };
  }

  private Parsed parse(Path file, Look look) {
    try {
      Path place = Files.exists(file) ? file.toRealPath() : file;
      String name = String.valueOf(file.getFileName());
      return read(new BatchFile("file-1", UntrustedText.of(name), place, null), look);
    } catch (IOException e) {
      throw new FrostbyteException(
          Problem.of(ProblemCode.STORAGE_FAILED, "No parser could be run."), e);
    }
  }

  @Override
  public Inspected inspect(Path file) {
    return switch (parse(file)) {
      case Parsed.Refused refused -> new Inspected.Refused(refused.problem());
      case Parsed.Read read ->
          new Inspected.Answered(
              gates.answer(read.document(), UntrustedText.of(String.valueOf(file.getFileName()))));
    };
  }

  @Override
  public TextInspection.Answer inspect(String text) {
    return gates.answer(text);
  }

  private Parsed read(BatchFile file, Look look) throws IOException {
    try (FileReader reader = new FileReader(limits.maxFileBytes())) {
      return switch (reader.read(file, OutputStream.nullOutputStream())) {
        case Arrival.Refused refused -> new Parsed.Refused(refused.problem());
        case Arrival.Whole whole -> read(file, whole, look);
      };
    }
  }

  private Parsed read(BatchFile file, Arrival.Whole whole, Look look) throws IOException {
    return switch (new TypeGate(stages).check(file, whole.source())) {
      case TypeGate.Verdict.Refused refused -> new Parsed.Refused(refused.problem());
      case TypeGate.Verdict.Accepted accepted -> read(accepted.type(), whole, look);
    };
  }

  private Parsed read(MediaType type, Arrival.Whole whole, Look look) throws IOException {
    return switch (new ScanStep(stages.scanners()).scan(whole.source())) {
      case ScanStep.Outcome.Infected infected -> new Parsed.Refused(infected.problem());
      case ScanStep.Outcome.Unscanned unscanned -> new Parsed.Refused(unscanned.problem());
      case ScanStep.Outcome.Passed passed -> parsed(parse(type, whole, look));
    };
  }

  /** Nothing leaves: there is no tenant that could consent. */
  private ParseStep.Outcome parse(MediaType type, Arrival.Whole whole, Look look)
      throws IOException {
    ChainStep step = new ChainStep(new ParseStep(seat(), limits.parse(), look.images()));
    ParserChain chain = look.by().apply(stages.routes().chain(type));
    return step.read(
            chain, whole.source(), type, whole.hash(), Egress.NONE, () -> AttachedSink.NONE)
        .outcome();
  }

  private ParserHost.Seat seat() throws IOException {
    synchronized (lock) {
      if (closed) {
        throw new IllegalStateException("this workbench was closed; open another");
      }
      ParserHost.Seat taken = seat == null ? stages.host().seat() : seat;
      seat = taken;
      return taken;
    }
  }

  @Override
  public void close() {
    ParserHost.Seat taken;
    synchronized (lock) {
      closed = true;
      taken = seat;
      seat = null;
    }
    if (taken != null) {
      Failures.attempt(
          () -> {
            taken.close();
            return true;
          });
    }
  }

  /** How closely a file is looked at: by which parsers, and where pictures of its pages go. */
  private record Look(UnaryOperator<ParserChain> by, Consumer<Block.PageImage> images) {
    static final Look PLAIN = new Look(chain -> chain, image -> {});
  }

  private static Parsed parsed(ParseStep.Outcome outcome) {
    return switch (outcome) {
      case ParseStep.Outcome.Read read -> new Parsed.Read(read.document());
      case ParseStep.Outcome.Refused refused -> new Parsed.Refused(refused.problem());
    };
  }
}
