package dev.frostbyte.examples.cli;

import dev.frostbyte.api.tenant.TenantId;
import dev.frostbyte.core.Pipeline;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Makes a tenant. */
@Command(
    name = "create",
    header = "Makes a tenant, and the home when there is none.",
    footer = "Example:  frostbyte tenant create acme")
final class TenantCreateCommand extends Task {
  @Parameters(
      paramLabel = "NAME",
      description = "3 to 32 characters a-z and 0-9, beginning with a letter.")
  private @Nullable TenantId name;

  @Override
  ExitCode run(Frostbyte frostbyte) {
    TenantId tenant = given(name);
    try (Pipeline pipeline = frostbyte.pipeline()) {
      pipeline.createTenant(tenant, frostbyte.caller("tenant create"));
    }
    frostbyte.answer(
        Json.object().put("tenant", tenant.value()).put("outcome", "created"),
        "Tenant " + tenant + " created in " + frostbyte.home() + ".");
    return ExitCode.DONE;
  }
}
