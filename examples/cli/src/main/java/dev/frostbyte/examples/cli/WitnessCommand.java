package dev.frostbyte.examples.cli;

import picocli.CommandLine.Command;

/** Groups the two sides of witnessing by files. */
@Command(
    name = "witness",
    subcommands = {
      WitnessRequestCommand.class,
      WitnessAcceptCommand.class,
      WitnessInitCommand.class,
      WitnessSignCommand.class
    },
    header = "Has checkpoints cosigned by a witness, or is one; by files, as on a stick.",
    footer = {
      "The log's side:   frostbyte witness request acme --out request",
      "The witness:      frostbyte witness sign request --dir w1 --log KEY --out response",
      "The log's side:   frostbyte witness accept acme request response --witness KEY"
    })
final class WitnessCommand {}
