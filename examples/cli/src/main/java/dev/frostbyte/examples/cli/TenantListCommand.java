package dev.frostbyte.examples.cli;

import dev.frostbyte.api.tenant.TenantId;
import dev.frostbyte.core.Pipeline;
import java.util.List;
import picocli.CommandLine.Command;

/** Lists the tenants of a home. */
@Command(
    name = "list",
    header = "Lists the tenants of the home.",
    footer = "Example:  frostbyte tenant list")
final class TenantListCommand extends Task {
  @Override
  ExitCode run(Frostbyte frostbyte) {
    frostbyte.requireHome();
    List<TenantId> tenants;
    try (Pipeline pipeline = frostbyte.pipeline()) {
      tenants = pipeline.tenants();
    }
    if (tenants.isEmpty() && !frostbyte.json()) {
      frostbyte.terminal().out().println("There are no tenants in " + frostbyte.home() + ".");
    }
    tenants.forEach(
        tenant -> frostbyte.answer(Json.object().put("tenant", tenant.value()), tenant.value()));
    return ExitCode.DONE;
  }
}
