package dev.frostbyte.examples.cli;

import picocli.CommandLine.Command;

/** Groups what is done with tenants themselves. */
@Command(
    name = "tenant",
    subcommands = {TenantCreateCommand.class, TenantListCommand.class},
    header = "Makes and lists tenants.",
    footer = {"Example:  frostbyte tenant create acme", "          frostbyte tenant list"})
final class TenantCommand {}
