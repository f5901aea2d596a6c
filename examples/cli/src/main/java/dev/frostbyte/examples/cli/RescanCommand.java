package dev.frostbyte.examples.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frostbyte.core.Rescan;
import dev.frostbyte.core.TenantSession;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Checks what is served with the detectors of today. */
@Command(
    name = "rescan",
    header = "Reads every served document again that older detectors or parsers had read.",
    description =
        "What the checks stop now is served no more; nothing needs to be handed in again.",
    footer = "Example:  frostbyte rescan acme")
final class RescanCommand extends TenantTask {
  @Mixin private Allowing allowing = new Allowing();

  @Override
  Readers readers() {
    return allowing.readers(this);
  }

  @Override
  ExitCode run(TenantSession session, Frostbyte frostbyte) {
    List<ExitCode> codes = new ArrayList<>();
    Rescan rescan = session.rescan(outcome -> codes.add(ReviewDecision.tell(frostbyte, outcome)));
    frostbyte.answer(json(rescan), text(rescan));
    return codes.stream().reduce(ExitCode.DONE, ExitCode::and);
  }

  private static ObjectNode json(Rescan rescan) {
    ObjectNode object =
        Json.object().put("documents", rescan.documents()).put("current", rescan.current());
    ObjectNode outcomes = object.putObject("outcomes");
    rescan.outcomes().forEach(outcomes::put);
    return object;
  }

  private static String text(Rescan rescan) {
    return rescan.documents()
        + (rescan.documents() == 1 ? " document is" : " documents are")
        + " served, "
        + rescan.current()
        + " of them read as today; read again: "
        + (rescan.outcomes().isEmpty() ? "none" : rescan.outcomes())
        + ".";
  }
}
