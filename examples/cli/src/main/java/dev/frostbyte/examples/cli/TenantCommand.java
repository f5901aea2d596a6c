package dev.frostbyte.examples.cli;

import picocli.CommandLine.Command;

/** Groups what is done with tenants themselves. */
@Command(
    name = "tenant",
    subcommands = TenantCreateCommand.class,
    header = "Makes tenants.",
    footer = "Example:  frostbyte tenant create acme")
final class TenantCommand {}
