package dev.frostbyte.examples.cli;

import picocli.CommandLine.Command;

/** Groups time stamping by files. */
@Command(
    name = "timestamp",
    subcommands = {TimeStampRequestCommand.class, TimeStampAcceptCommand.class},
    header = "Has checkpoints time stamped (RFC 3161), by files.",
    footer = {
      "Examples:",
      "  frostbyte timestamp request acme --out acme.tsq",
      "  frostbyte timestamp accept acme acme.tsq acme.tsr --trust tsa.der"
    })
final class TimeStampCommand {}
