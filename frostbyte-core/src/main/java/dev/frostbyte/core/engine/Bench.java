package dev.frostbyte.core.engine;

import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.model.UntrustedText;
import dev.frostbyte.api.spi.ParserHost;
import dev.frostbyte.core.BatchFile;
import dev.frostbyte.core.PipelineLimits;
import dev.frostbyte.core.Workbench;
import dev.frostbyte.core.document.ParseStep;
import dev.frostbyte.core.intake.Arrival;
import dev.frostbyte.core.intake.FileReader;
import dev.frostbyte.core.intake.TypeGate;
import dev.frostbyte.core.plugin.ParserRoute;
import dev.frostbyte.core.plugin.Stages;
import dev.frostbyte.core.policy.TextInspection;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The workbench: intake, parser and gates without a tenant and without a store. Thread-safe. */
final class Bench implements Workbench {
  private final Stages stages;
  private final PipelineLimits limits;
  private final Gates gates;

  Bench(Stages stages, PipelineLimits limits) {
    this.stages = stages;
    this.limits = limits;
    this.gates = new Gates(stages);
  }

  @Override
  public Parsed parse(Path file) {
    try {
      Path place = Files.exists(file) ? file.toRealPath() : file;
      return read(
          new BatchFile(
              "file-1", UntrustedText.of(String.valueOf(file.getFileName())), place, null));
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

  private Parsed read(BatchFile file) throws IOException {
    Arrival arrival =
        new FileReader(limits.maxFileBytes()).read(file, OutputStream.nullOutputStream());
    return switch (arrival) {
      case Arrival.Refused refused -> new Parsed.Refused(refused.problem());
      case Arrival.Whole whole -> read(file, whole);
    };
  }

  private Parsed read(BatchFile file, Arrival.Whole whole) throws IOException {
    return switch (new TypeGate(stages).check(file, whole.source())) {
      case TypeGate.Verdict.Refused refused -> new Parsed.Refused(refused.problem());
      case TypeGate.Verdict.Accepted accepted -> {
        ParserRoute route = stages.route(accepted.type());
        try (ParserHost.Seat seat = stages.host().seat()) {
          ParseStep step = new ParseStep(seat, limits.parse());
          yield parsed(step.parse(route, whole.source(), accepted.type(), whole.hash()));
        }
      }
    };
  }

  private static Parsed parsed(ParseStep.Outcome outcome) {
    return switch (outcome) {
      case ParseStep.Outcome.Read read -> new Parsed.Read(read.document());
      case ParseStep.Outcome.Refused refused -> new Parsed.Refused(refused.problem());
    };
  }
}
